import type { Day } from '../../kit/dates.ts'
import { sha256Hex } from '../../kit/ids.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { GoalEntry } from '../goals/goal.ts'
import {
  type AgreedGoal,
  agreedGoalShape,
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

const drafts = new WeakMap<ServicePlan, string>()

/** PLN-4: what tells one wording of the plan from another. */
export function draftOfPlan(plan: ServicePlan): string {
  const known = drafts.get(plan) ?? sha256Hex(listWritten(plan))
  drafts.set(plan, known)
  return known
}

/** PLN-2: the words of the goals that the plan carries, as somebody agrees to them. */
export function listAgreedGoals(
  { goalIds }: Pick<ServicePlan, 'goalIds'>,
  goals: readonly GoalEntry[],
): Record<string, AgreedGoal> {
  const own = goals.filter(({ id }) => goalIds.includes(id))
  return Object.fromEntries(own.map((goal) => [goal.id, agreedGoalShape.strip().parse(goal)]))
}

/** PLN-2: what tells one wording of the plan with its goals from another: whoever agrees names the one before them. */
export function wordingOfPlan(plan: ServicePlan, goals: readonly GoalEntry[]): string {
  const words = canonicalJson(fieldsAsJson(listAgreedGoals(plan, goals)))
  return sha256Hex(`${draftOfPlan(plan)} ${words}`)
}

/** PLN-2: whether the words of a goal are no longer those that were agreed to. */
export function isGoalChanged({ agreedGoals }: ServicePlan, goal: GoalEntry): boolean {
  const then = agreedGoals[goal.id]
  if (then === undefined) return false
  const now = agreedGoalShape.strip().parse(goal)
  return canonicalJson(fieldsAsJson(then)) !== canonicalJson(fieldsAsJson(now))
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

/** PLN-3: the next version says whose it is and what it follows; its words come by `takeOver`, once, however many phones begin it. */
export function beginNextVersion(plan: ServicePlanEntry, today: Day): Partial<ServicePlan> {
  const { familyId, pairId, personId } = plan
  return {
    ...{ familyId, pairId, personId },
    version: plan.version + 1,
    followsId: plan.id,
    begunOn: today,
  }
}

/** PLN-3: what is taken over from the version before: the words as they stand, nobody's agreement, and of the actions those not done. */
export function wordsToTakeOver(plan: ServicePlan): Partial<ServicePlan> {
  const { problem, aim, targets, strategies, collaborators } = plan
  const { workerRole, clientRole, goalIds, profileIds, evidenceIds, reviewEveryWeeks } = plan
  return {
    ...{ problem, aim, targets, strategies, collaborators },
    ...{ workerRole, clientRole, goalIds, profileIds, evidenceIds, reviewEveryWeeks },
    actions: Object.fromEntries(
      Object.entries(plan.actions).filter(([, { doneOn }]) => doneOn === null),
    ),
  }
}
