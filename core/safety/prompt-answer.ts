import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'

export const promptNames = [
  'unattended',
  'livesAlone',
  'barredCaregiver',
  'restrictedAtHome',
  'silent7',
  'silent14',
] as const
export type PromptName = (typeof promptNames)[number]
export const promptAnswers = ['looked', 'called', 'notApplicable'] as const

const promptAnswerShape = z.strictObject({
  familyId: z.uuid(),
  childId: z.uuid(),
  prompt: z.enum(promptNames),
  /** Which facts stood behind it: other facts ask again. */
  facts: z.string().max(400),
  answer: z.enum(promptAnswers),
  /** Why it does not apply, or what somebody found. */
  words: z.string().max(1000).default(''),
  on: dayShape,
})
export type PromptAnswer = z.infer<typeof promptAnswerShape>

/** SAF-22: what a person did about a prompt. A prompt is answered by people and decides nothing. */
export const promptAnswer = defineKind({
  name: 'promptAnswer',
  room: 'safety',
  shape: promptAnswerShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['words', 'facts'],
  guarded: ['familyId', 'childId', 'prompt', 'facts'],
  references: { familyId: 'family', childId: 'person' },
  columns: ['familyId', 'childId'],
  rule: (after, _before, _found, { today }) => {
    if (after.on > today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return after.answer === 'notApplicable' && after.words.trim() === ''
      ? refusal('PromptNeedsReason')
      : null
  },
})
