import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { dayShape } from '../../kit/dates.ts'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type Verb } from '../../sync/kind.ts'
import { profileReader } from '../profile/profile-shape.ts'
import { needServed, refuseUnserved } from './refuse-unserved.ts'

export const goalOwners = ['child', 'parent', 'pair', 'guardian', 'family'] as const
export const goalMeasures = [
  'questionnaire',
  'contactLog',
  'observation',
  'ownRating',
  'other',
] as const
export const goalAgreers = ['child', 'parent', 'guardian', 'worker'] as const
export const goalStates = ['active', 'reached', 'changed', 'dropped'] as const

const levelText = z.string().max(300).default('')
const words = z.string().max(300).default('')

/** A figure of the record as it stood on its day: a score of one sheet, or a figure of the contact log. */
const goalBaselineShape = z.strictObject({
  of: z.enum(['scale', 'contact']),
  figure: z.string().min(1).max(160),
  sheetId: z.uuid().nullable().default(null),
  value: z.number(),
  on: dayShape,
})
export type GoalBaseline = z.infer<typeof goalBaselineShape>

export const goalShape = z.strictObject({
  familyId: z.uuid(),
  /** The child and adult whom it concerns; null when it is the whole family's. */
  pairId: z.uuid().nullable().default(null),
  text: z.string().min(1).max(300),
  /** In words, agreed before anything is rated; empty for a goal that is only ticked off (a checklist). */
  muchLess: levelText,
  less: levelText,
  expected: levelText,
  more: levelText,
  muchMore: levelText,
  /** How much it counts beside the others. */
  weight: z.number().int().min(1).max(5).default(1),
  setOn: dayShape,
  /** Whose step it is; null: nobody has said it yet. */
  forWhom: z.enum(goalOwners).nullable().default(null),
  target: z.enum(programmeTargets).nullable().default(null),
  /** The cause in a profile of the pair that it works on. Ids alone: the profile says the words. */
  cause: z
    .strictObject({ profileId: z.uuid(), causeId: z.string().min(1).max(80) })
    .nullable()
    .default(null),
  /** Who does what for it. */
  whoDoes: words,
  /** What will be seen or counted, and where. */
  measure: words,
  source: z.enum(goalMeasures).nullable().default(null),
  dueOn: dayShape.nullable().default(null),
  baseline: words,
  /** Null where the worker wrote the beginning by hand. */
  baselineFrom: goalBaselineShape.nullable().default(null),
  /** The days on which people look at it together. */
  reviewOn: z.array(dayShape).max(24).default([]),
  agreedBy: z.array(z.enum(goalAgreers)).max(goalAgreers.length).default([]),
  state: z.enum(goalStates).default('active'),
  stateOn: dayShape.nullable().default(null),
  stateReason: z.string().max(600).default(''),
})
export type Goal = z.infer<typeof goalShape>
export type GoalEntry = Goal & { readonly id: string }

/** What a family wants to reach, with what less and more than that would look like (goal attainment scaling). */
export const goal = defineKind({
  name: 'goal',
  room: 'assessment',
  shape: goalShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'text',
    'muchLess',
    'less',
    'expected',
    'more',
    'muchMore',
    'cause',
    'whoDoes',
    'measure',
    'baseline',
    'baselineFrom',
    'stateReason',
  ],
  sets: ['reviewOn', 'agreedBy'],
  bound: [['baseline', 'baselineFrom']],
  guarded: ['familyId', 'pairId', 'state', 'stateOn', 'stateReason'],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'setOn'],
  verbs: {
    reach: endGoal('reached', false),
    change: endGoal('changed', true),
    drop: endGoal('dropped', true),
    /** GOA-4: what was ended too early goes on; why it had ended is forgotten with it. */
    resume: defineVerb({
      of: goalShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'active'
          ? refuse('GoalGoesOn')
          : done({ state: 'active' as const, stateOn: null, stateReason: '' }),
    }),
  },
  ruleNeeds: (after) => [
    ...needServed(after),
    ...(after.cause === null
      ? []
      : [{ kind: profileReader.name, where: { id: after.cause.profileId } }]),
  ],
  rule: (after, before, found, context) => {
    const born = before === null && (after.state !== 'active' || after.stateReason !== '')
    if (born) return refusal('FieldNeedsVerb', { field: 'state' })
    if (hasForeignCause(after, before, found.of(profileReader)))
      return refusal('CauseOfAnotherPair')
    return refuseUnserved(after, after.setOn, found, context)
  },
})

/** GOA-1: the cause that a goal works on is one of its own family, and of its own pair where it is about one. */
function hasForeignCause(
  { cause, familyId, pairId }: Goal,
  before: Goal | null,
  profiles: readonly { readonly id: string; readonly familyId: string; readonly pairId: string }[],
): boolean {
  if (cause === null || before?.cause?.profileId === cause.profileId) return false
  const its = profiles.find(({ id }) => id === cause.profileId)
  return its?.familyId !== familyId || (pairId !== null && its.pairId !== pairId)
}

/** GOA-4: a goal ends on a day, and one that is given up or replaced says why. */
function endGoal(state: Exclude<Goal['state'], 'active'>, needsReason: boolean): Verb {
  return defineVerb({
    of: goalShape,
    input: z.strictObject({ on: dayShape, reason: z.string().max(600).default('') }),
    run: (fields, { on, reason }, _found, { today }) => {
      if (fields.state !== 'active') return refuse('GoalHasEnded')
      if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
      if (needsReason && reason.trim() === '') return refuse('GoalReasonMissing')
      return done({ state, stateOn: on, stateReason: reason.trim() })
    },
  })
}
