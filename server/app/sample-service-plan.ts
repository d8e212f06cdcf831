// The service plan of a pair in the sample village, agreed to by all three.
import { z } from 'zod'
import { planLevels, planParties } from '../../core/assessment/plan/plan-shape.ts'
import type { GoalEntry } from '../../core/assessment/goals/goal.ts'
import { wordingOfPlan } from '../../core/assessment/plan/plan-state.ts'
import { servicePlan, servicePlanId } from '../../core/assessment/plan/service-plan.ts'
import { programmeTargets } from '../../core/inquiry/programme-targets.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'

/** Days ago; below zero: ahead. */
const day = z.number().int()

export const samplePlanShape = z.strictObject({
  child: z.string(),
  adult: z.string(),
  days: day,
  problem: z.string(),
  aim: z.string(),
  targets: z.array(z.enum(programmeTargets)),
  strategies: z.record(z.enum(planLevels), z.string()),
  collaborators: z.array(z.tuple([z.string(), z.string()])),
  workerRole: z.string(),
  clientRole: z.string(),
  actions: z.array(
    z.strictObject({ what: z.string(), who: z.string(), due: day, done: day.nullable() }),
  ),
  /** Which of the sample's goals it carries, by their place in the list. */
  goals: z.array(z.number().int().min(0)),
  everyWeeks: z.number().int(),
  nextReview: day,
  agreed: day,
})

export function draftServicePlan(
  one: z.infer<typeof samplePlanShape>,
  place: { readonly familyId: string; readonly pairId: string },
  goals: readonly GoalEntry[],
  ground: SampleGround,
): SampleDraft[] {
  const { problem, aim, targets, strategies, workerRole, clientRole } = one
  const subject = { ...place, personId: null }
  const recordId = servicePlanId({ ...subject, version: 1 })
  const keyed = <Line>(lines: readonly Line[]): Record<string, Line> =>
    Object.fromEntries(lines.map((line, nth) => [`line${nth + 1}`, line]))
  const actions = one.actions.map(({ what, who, due, done }) => ({
    ...{ what, who, dueOn: ground.daysAgo(due) },
    doneOn: done === null ? null : ground.daysAgo(done),
  }))
  const plan = create(servicePlan, recordId, {
    ...subject,
    ...{ problem, aim, targets, strategies, workerRole, clientRole },
    begunOn: ground.daysAgo(one.days),
    collaborators: keyed(one.collaborators.map(([name, does]) => ({ name, does }))),
    actions: keyed(actions),
    goalIds: one.goals.map((nth) => ground.idOf('goal', String(nth))),
    reviewEveryWeeks: one.everyWeeks,
    nextReviewOn: ground.daysAgo(one.nextReview),
  })
  const wording = wordingOfPlan(servicePlan.read(plan.fields ?? {}), goals)
  return [
    plan,
    ...planParties.map((by) => {
      const on = ground.daysAgo(one.agreed)
      return {
        kind: servicePlan,
        recordId,
        verb: 'agree',
        input: { by, on, wording },
        on,
      }
    }),
  ]
}
