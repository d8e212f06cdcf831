import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { aboutShape, supervisionParties } from './supervision-record.ts'

const supervisionQuestionShape = z.strictObject({
  /** Whoever wrote it, and the supervisor to whom it goes; without one it is the writer's alone. */
  parties: z.record(z.uuid(), z.enum(supervisionParties)),
  about: aboutShape.nullable().default(null),
  words: z.string().trim().min(1).max(2000),
  on: dayShape,
  /** The supervision in which it was talked about. */
  takenUpIn: z.uuid().nullable().default(null),
  /** The day on which words about an erased family went from it (FAM-64). */
  wordsErasedOn: dayShape.nullable().default(null),
})
export type SupervisionQuestion = z.infer<typeof supervisionQuestionShape>
export type SupervisionQuestionEntry = SupervisionQuestion & { readonly id: string }

/** What a worker wants to bring to the next supervision, noted where it came up. */
export const supervisionQuestion = defineKind({
  name: 'supervisionQuestion',
  room: 'casework',
  shape: supervisionQuestionShape,
  scope: { of: 'supervision', field: 'id' },
  key: { of: 'supervision', field: 'id' },
  sealed: ['about', 'words'],
  guarded: ['parties', 'on', 'wordsErasedOn'],
  mentions: ['about'],
  columns: ['on', 'takenUpIn'],
  frozen: ({ wordsErasedOn }) => wordsErasedOn !== null,
  rule: (after, before, _found, { actor, today }) => {
    if (before !== null)
      return before.wordsErasedOn !== null && after.words !== before.words
        ? refusal('WordsErased', { on: before.wordsErasedOn })
        : null
    if (after.wordsErasedOn !== null) return refusal('FieldNeedsVerb', { field: 'wordsErasedOn' })
    // SUP-6: nobody notes a question in a colleague's name.
    if (after.parties[actor.staffId] !== 'supervisee') return refusal('SupervisionOfOthers')
    if (after.on > today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return Object.values(after.parties).filter((part) => part === 'supervisee').length === 1
      ? null
      : refusal('SupervisionOfOthers')
  },
})
