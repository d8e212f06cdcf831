import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { goal } from './goal.ts'
import { needServed, refuseUnserved } from './refuse-unserved.ts'

export const goalMoments = ['before', 'during', 'after', 'followUp'] as const
export const goalRaters = ['staff', 'child', 'adult'] as const

const goalRatingShape = z.strictObject({
  familyId: z.uuid(),
  goalId: z.uuid(),
  moment: z.enum(goalMoments),
  ratedBy: z.enum(goalRaters).default('staff'),
  ratedOn: dayShape,
  level: z.number().int().min(-2).max(2),
})
export type GoalRating = z.infer<typeof goalRatingShape>
export type GoalRatingEntry = GoalRating & { readonly id: string }

/** How far a goal is reached at one moment, as one person sees it. */
export const goalRating = defineKind({
  name: 'goalRating',
  room: 'assessment',
  shape: goalRatingShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  guarded: ['familyId', 'goalId', 'moment', 'ratedBy'],
  bound: [['ratedOn', 'level']],
  references: { familyId: 'family', goalId: 'goal' },
  columns: ['familyId', 'goalId', 'moment'],
  ruleNeeds: (after) => [...needServed(after), { kind: 'goal', where: { id: after.goalId } }],
  rule: (after, _before, found, context) => {
    const its = found.of(goal).find(({ id }) => id === after.goalId)
    if (its?.familyId !== after.familyId) return refusal('GoalOfAnotherFamily')
    return refuseUnserved(after, after.ratedOn, found, context)
  },
})

/** Two phones that rate the same goal at the same moment for the same person make one rating. */
export function goalRatingId(rating: Pick<GoalRating, 'goalId' | 'moment' | 'ratedBy'>): string {
  return deriveId('goalRating', rating.goalId, rating.moment, rating.ratedBy)
}
