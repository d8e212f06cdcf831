import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { goal } from './goal.ts'
import { needServed, refuseUnserved } from './refuse-unserved.ts'

export const reviewOutcomes = ['keepOn', 'otherWay', 'otherAim', 'reached', 'letGo'] as const

const goalReviewShape = z.strictObject({
  familyId: z.uuid(),
  goalId: z.uuid(),
  reviewedOn: dayShape,
  /** −2 … +2; null where people only talked about it. */
  level: z.number().int().min(-2).max(2).nullable().default(null),
  note: z.string().max(1000).default(''),
  next: z.enum(reviewOutcomes).default('keepOn'),
  nextWords: z.string().max(600).default(''),
  /** Who of the staff decided it with the family. */
  decidedById: z.uuid(),
})
export type GoalReview = z.infer<typeof goalReviewShape>
export type GoalReviewEntry = GoalReview & { readonly id: string }

/** GOA-5: one look at a goal with the family: how far it has come, in a level or in words, and what people decided to do next. */
export const goalReview = defineKind({
  name: 'goalReview',
  room: 'assessment',
  shape: goalReviewShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['note', 'nextWords'],
  guarded: ['familyId', 'goalId', 'decidedById'],
  bound: [['reviewedOn', 'level']],
  references: { familyId: 'family', goalId: 'goal', decidedById: 'staff' },
  columns: ['familyId', 'goalId', 'reviewedOn'],
  ruleNeeds: (after) => [...needServed(after), { kind: 'goal', where: { id: after.goalId } }],
  rule: (after, before, found, context) => {
    const its = found.of(goal).find(({ id }) => id === after.goalId)
    if (its?.familyId !== after.familyId) return refusal('GoalOfAnotherFamily')
    if (after.level === null && after.note.trim() === '') return refusal('ReviewSaysNothing')
    if (after.reviewedOn < its.setOn) return refusal('ReviewBeforeGoal', { day: its.setOn })
    if (its.stateOn !== null && after.reviewedOn > its.stateOn) return refusal('GoalHasEnded')
    if (before === null && after.decidedById !== context.actor.staffId)
      return refusal('ReviewOfSomebodyElse')
    return refuseUnserved(after, after.reviewedOn, found, context)
  },
})
