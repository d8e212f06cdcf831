import type { Day } from '../../kit/dates.ts'
import { sha256Hex } from '../../kit/ids.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import {
  planParties,
  type PlanSubject,
  type ServicePlan,
  type ServicePlanEntry,
} from './plan-shape.ts'

/** PLN-2: agreed once child, adult and worker have all said so; read from their days, so that no two of them contradict it. */
export function stateOfPlan(plan: ServicePlan): 'draft' | 'agreed' | 'closed' {
  if (plan.closedOn !== null) return 'closed'
  return planParties.every((by) => plan[`${by}AgreedOn`] !== null) ? 'agreed' : 'draft'
}

/** Whoever agrees, agrees to words: from the first of them on the words stand. */
export function isFrozen(plan: ServicePlan): boolean {
  return plan.closedOn !== null || planParties.some((by) => plan[`${by}AgreedOn`] !== null)
}

/** PLN-2: all that is agreed to; not whether an action has been done, nor when people look at the plan next. */
export function listWritten(plan: ServicePlan): string {
  const actions = Object.fromEntries(
    Object.entries(plan.actions).map(([key, { what, who, dueOn }]) => [key, { what, who, dueOn }]),
  )
  const { begunOn, problem, aim, targets, strategies, collaborators } = plan
  const { workerRole, clientRole, goalIds, evidenceIds, reviewEveryWeeks } = plan
  return canonicalJson(
    fieldsAsJson({
      ...{ begunOn, problem, aim, strategies, collaborators, workerRole, clientRole },
      ...{ actions, reviewEveryWeeks },
      targets: targets.toSorted(),
      goalIds: goalIds.toSorted(),
      evidenceIds: evidenceIds.toSorted(),
    }),
  )
}

/** PLN-4: what tells one wording of the plan from another. */
export function draftOfPlan(plan: ServicePlan): string {
  return sha256Hex(listWritten(plan))
}

export function isPlanSeenAsItStands(plan: ServicePlan): boolean {
  return plan.seenOn !== null && plan.seenAs === draftOfPlan(plan)
}

export function isPlanOf(plan: PlanSubject, subject: PlanSubject): boolean {
  return (
    plan.familyId === subject.familyId &&
    plan.pairId === subject.pairId &&
    plan.personId === subject.personId
  )
}

/** The newest version of what is planned with a pair, a person or a family. */
export function currentPlan(
  plans: readonly ServicePlanEntry[],
  subject: PlanSubject,
): ServicePlanEntry | null {
  const own = plans.filter((plan) => isPlanOf(plan, subject))
  return own.toSorted((left, right) => right.version - left.version)[0] ?? null
}

/** PLN-3: what the next version begins with: the words as they stand, nobody's agreement, and of the actions those not done. */
export function beginNextVersion(plan: ServicePlanEntry, today: Day): Partial<ServicePlan> {
  const { familyId, pairId, personId, problem, aim, targets, strategies, collaborators } = plan
  const { workerRole, clientRole, goalIds, profileIds, evidenceIds, reviewEveryWeeks } = plan
  return {
    ...{ familyId, pairId, personId, problem, aim, targets, strategies, collaborators },
    ...{ workerRole, clientRole, goalIds, profileIds, evidenceIds, reviewEveryWeeks },
    version: plan.version + 1,
    followsId: plan.id,
    begunOn: today,
    actions: Object.fromEntries(
      Object.entries(plan.actions).filter(([, { doneOn }]) => doneOn === null),
    ),
  }
}
