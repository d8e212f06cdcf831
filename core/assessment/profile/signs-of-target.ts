import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { ScaleTag } from '../../inquiry/scale.ts'

/** What a questionnaire's scale must be about to show where a target stands. */
export const tagsOfTarget: Readonly<Record<ProgrammeTarget, readonly ScaleTag[]>> = {
  cognition: ['cognition', 'misunderstanding'],
  initiative: ['initiative'],
  content: ['content'],
  skills: ['skills'],
  communication: ['communication'],
  interaction: ['interaction'],
  trust: ['trust'],
  emotionTone: ['emotionControl', 'tone'],
  guardianBridge: ['bridging'],
}

export type Sense = 'bright' | 'dark' | 'open'

/** Codes of the starter codebook by target; `open` where the code alone does not say whether it went well. */
export const codesOfTarget: Readonly<Record<ProgrammeTarget, Readonly<Record<string, Sense>>>> = {
  cognition: { leavingUnderstood: 'bright', leavingMisread: 'dark' },
  initiative: {
    childBegins: 'bright',
    parentBegins: 'bright',
    nobodyBegins: 'dark',
    often: 'open',
  },
  content: { wideTopics: 'bright', narrowTopics: 'dark' },
  skills: { listening: 'open', praise: 'bright' },
  communication: { communicationFlows: 'bright', communicationBlocked: 'dark' },
  interaction: { interaction: 'bright', interactionMissing: 'dark' },
  trust: { trustGrows: 'bright', trustBroken: 'dark' },
  emotionTone: { emotionControl: 'open', tone: 'open' },
  guardianBridge: { guardianBridge: 'bright', guardianNoBridge: 'dark' },
}
