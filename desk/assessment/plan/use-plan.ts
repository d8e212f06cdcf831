import { type GoalEntry, goal } from '../../../core/assessment/goals/goal.ts'
import { goalRating } from '../../../core/assessment/goals/goal-rating.ts'
import { goalReview } from '../../../core/assessment/goals/goal-review.ts'
import { type DescribedPlan, describePlan } from '../../../core/assessment/plan/describe-plan.ts'
import type {
  PlanSubject,
  ServicePlan,
  ServicePlanEntry,
} from '../../../core/assessment/plan/plan-shape.ts'
import { currentPlan, isPlanOf } from '../../../core/assessment/plan/plan-state.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { Change } from '../../../core/sync/change.ts'
import { type LocalRecord, useAct, useMay, useRecords, useToday } from '../../sync/index.ts'

export interface PlanInHand {
  readonly plan: LocalRecord<ServicePlanEntry>
  readonly described: DescribedPlan
  /** Of the family: the plan names those it carries. */
  readonly goals: readonly GoalEntry[]
  readonly mayEdit: boolean
  /** `base`: those fields as they stood when the form was opened (S07). */
  readonly write: (
    fields: Partial<ServicePlan>,
    base?: Partial<ServicePlan>,
  ) => Promise<Outcome<readonly Change[]>>
  readonly say: (verb: string, input: object) => Promise<Outcome<readonly Change[]>>
}

export interface PlansOf {
  readonly inHand: PlanInHand | null
  /** The newest first. */
  readonly versions: readonly ServicePlanEntry[]
}

/** The newest version of a subject's plan, or the one that was asked for. */
export function usePlan(subject: PlanSubject, wanted: string | null): PlansOf {
  const { familyId } = subject
  const today = useToday()
  const act = useAct()
  const mayEdit = useMay('servicePlan', 'edit', `family:${familyId}`)
  const plans = useRecords(servicePlan, { familyId })
  const goals = useRecords(goal, { familyId })
  const ratings = useRecords(goalRating, { familyId })
  const reviews = useRecords(goalReview, { familyId })
  const people = useRecords(person, { familyId })
  const pairs = useRecords(pair, { familyId })
  const versions = plans
    .filter((plan) => isPlanOf(plan, subject))
    .toSorted((left, right) => right.version - left.version)
  const chosen = wanted ?? currentPlan(versions, subject)?.id
  const plan = versions.find(({ id }) => id === chosen)
  if (plan === undefined) return { inHand: null, versions }
  const change = (verb: string, input: object, fields: object, base: object = {}) =>
    act({
      kind: servicePlan,
      recordId: plan.id,
      verb,
      input: fieldsAsJson(input),
      ...{ fields: fieldsAsJson(fields), base: fieldsAsJson(base) },
    })
  return {
    versions,
    inHand: {
      plan,
      described: describePlan({ plan, goals, ratings, reviews, people, pairs, today }),
      goals,
      mayEdit,
      write: (fields, base) => change('edit', {}, fields, base),
      say: (verb, input) => change(verb, input, {}),
    },
  }
}
