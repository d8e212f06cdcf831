import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { ScaleTag } from '../../inquiry/scale.ts'
import type { SignOf } from './cause-ids.ts'

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

export const senses = ['bright', 'dark', 'open'] as const
export type Sense = (typeof senses)[number]
/** Keys of the starter codebook, and what each says. */
export type CodeSenses = Readonly<Record<string, Sense>>

/** Codes of the starter codebook by target; `open` where the code alone does not say whether it went well. */
export const codesOfTarget: Readonly<Record<ProgrammeTarget, CodeSenses>> = {
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

const codesOfCause: Readonly<Record<Extract<SignOf, { of: 'cause' }>['id'], CodeSenses>> = {
  distance: { distance: 'dark' },
  upbringing: { upbringing: 'open' },
  guardianNoBridge: { guardianNoBridge: 'dark' },
  puberty: { puberty: 'open' },
  reserve: { reserve: 'open' },
  misreading: { leavingMisread: 'dark' },
  lowInitiative: { nobodyBegins: 'dark' },
  narrowContent: { narrowTopics: 'dark' },
  lackingSkills: {},
}

const codesOfHarm: Readonly<Record<Extract<SignOf, { of: 'harm' }>['id'], CodeSenses>> = {
  learning: { harmLearning: 'dark' },
  habits: { harmHabits: 'dark' },
  feelings: { harmFeelings: 'dark' },
  conduct: { harmConduct: 'dark' },
  safety: { harmSafety: 'dark' },
}

const codesOfStrength: Readonly<Record<Extract<SignOf, { of: 'strength' }>['id'], CodeSenses>> = {
  child: { childStrength: 'bright' },
  adult: {},
  family: { familyWay: 'bright' },
  helpers: { helpers: 'bright' },
  wishes: { wishes: 'open' },
}

/** Whether words that carry the sign's code speak of an adult, of the child and family as such, or of whoever looks after the child. */
export function whomSignMeans(sign: SignOf): 'adult' | 'child' | 'guardian' {
  if (sign.of !== 'cause') return 'child'
  if (sign.id === 'guardianNoBridge') return 'guardian'
  return sign.id === 'puberty' ? 'child' : 'adult'
}

export function codesOfSign(sign: SignOf): CodeSenses {
  switch (sign.of) {
    case 'cause':
      return codesOfCause[sign.id]
    case 'harm':
      return codesOfHarm[sign.id]
    case 'strength':
      return codesOfStrength[sign.id]
  }
}
