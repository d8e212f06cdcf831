import { levelNames } from '../goals/level-names.ts'
import type { Goal, GoalEntry } from '../goals/goal.ts'
import type { GoalRating } from '../goals/goal-rating.ts'
import type { GoalReview } from '../goals/goal-review.ts'
import { type GoalPoint, listGoalPoints } from '../goals/goal-line.ts'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import type { Day } from '../../kit/dates.ts'
import {
  type PlanAction,
  type PlanLevel,
  planLevels,
  type PlanParty,
  planParties,
  type ServicePlan,
  type ServicePlanEntry,
} from './plan-shape.ts'
import { isGoalChanged, isPlanSeenAsItStands, stateOfPlan } from './plan-state.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface PlanFile {
  readonly plan: ServicePlanEntry
  /** All goals of the family; the plan names its own. */
  readonly goals: readonly GoalEntry[]
  readonly ratings: readonly GoalRating[]
  readonly reviews: readonly GoalReview[]
  readonly people: readonly Named[]
  readonly pairs: readonly {
    readonly id: string
    readonly childId: string
    readonly adultId: string
  }[]
  readonly today: Day
}

export interface DescribedGoal
  extends Pick<
    Goal,
    | 'text'
    | 'forWhom'
    | 'target'
    | 'whoDoes'
    | 'measure'
    | 'source'
    | 'baseline'
    | 'baselineFrom'
    | 'dueOn'
    | 'reviewOn'
    | 'weight'
    | 'state'
    | 'stateOn'
    | 'stateReason'
  > {
  readonly id: string
  /** −2 to +2; empty for a goal that is only ticked off. */
  readonly levels: readonly { readonly level: number; readonly words: string }[]
  readonly points: readonly GoalPoint[]
  readonly latest: GoalPoint | null
}

export interface PlannedGoal extends DescribedGoal {
  /** How the goal is worded now, where that is not how it was agreed to; what stands above is what was agreed to. */
  readonly changedTo: string | null
}

export interface DescribedPlan
  extends Pick<
    ServicePlan,
    | 'version'
    | 'begunOn'
    | 'problem'
    | 'aim'
    | 'targets'
    | 'workerRole'
    | 'clientRole'
    | 'evidenceIds'
    | 'reviewEveryWeeks'
    | 'nextReviewOn'
    | 'closedOn'
    | 'closedReason'
    | 'proofFileId'
  > {
  readonly id: string
  readonly state: 'draft' | 'agreed' | 'closed'
  /** Null for a plan of the whole family; a plan of one person has them as `child`, whoever they are. */
  readonly child: Named | null
  readonly adult: Named | null
  readonly strategies: readonly { readonly level: PlanLevel; readonly words: string }[]
  readonly collaborators: readonly { readonly name: string; readonly does: string }[]
  /** The nearest day first, those without a day last. */
  readonly actions: readonly (PlanAction & { readonly key: string; readonly late: boolean })[]
  readonly goals: readonly PlannedGoal[]
  readonly agreed: readonly { readonly by: PlanParty; readonly on: Day | null }[]
  readonly seen: {
    readonly on: Day
    readonly byId: string | null
    readonly opinion: string
    /** False where the words have changed since. */
    readonly asItStands: boolean
  } | null
}

/** PLN-1: the plan as it is read and printed (form-F17): no language, everything in the order in which people read it. */
export function describePlan(file: PlanFile): DescribedPlan {
  const { plan, people, today } = file
  const { version, begunOn, problem, aim, workerRole, clientRole, evidenceIds } = plan
  const { reviewEveryWeeks, nextReviewOn, closedOn, closedReason, proofFileId } = plan
  const pair = file.pairs.find(({ id }) => id === plan.pairId)
  const named = (id: string | undefined): Named | null => {
    const found = people.find((one) => one.id === id)
    return found === undefined ? null : { id: found.id, name: found.name }
  }
  return {
    ...{ version, begunOn, problem, aim, workerRole, clientRole, evidenceIds },
    targets: programmeTargets.filter((one) => plan.targets.includes(one)),
    ...{ reviewEveryWeeks, nextReviewOn, closedOn, closedReason, proofFileId },
    id: plan.id,
    state: stateOfPlan(plan),
    child: named(pair?.childId ?? plan.personId ?? undefined),
    adult: named(pair?.adultId),
    strategies: planLevels.flatMap((level) => {
      const words = plan.strategies[level] ?? ''
      return words.trim() === '' ? [] : [{ level, words }]
    }),
    collaborators: inOrderOfKeys(plan.collaborators).map(([, one]) => one),
    actions: listActions(plan, today),
    goals: listPlanGoals(file),
    agreed: planParties.map((by) => ({ by, on: plan[`${by}AgreedOn`] })),
    seen:
      plan.seenOn === null
        ? null
        : {
            on: plan.seenOn,
            byId: plan.seenById,
            opinion: plan.opinion,
            asItStands: isPlanSeenAsItStands(plan),
          },
  }
}

export function listActions(
  { actions }: Pick<ServicePlan, 'actions'>,
  today: Day,
): DescribedPlan['actions'] {
  const last = '9999-12-31'
  return inOrderOfKeys(actions)
    .map(([key, action]) => ({
      ...action,
      key,
      late: action.doneOn === null && action.dueOn !== null && action.dueOn < today,
    }))
    .toSorted((left, right) => (left.dueOn ?? last).localeCompare(right.dueOn ?? last))
}

function inOrderOfKeys<Line>(lines: Readonly<Record<string, Line>>): readonly [string, Line][] {
  return Object.entries(lines).toSorted(([left], [right]) => (left < right ? -1 : 1))
}

/** PLN-2: a goal reads as it was agreed to with the plan; that it has been worded otherwise since is said beside it. */
function listPlanGoals({ plan, goals, ratings, reviews }: PlanFile): readonly PlannedGoal[] {
  return goals
    .filter(({ id }) => plan.goalIds.includes(id))
    .toSorted(
      (left, right) => left.setOn.localeCompare(right.setOn) || (left.id < right.id ? -1 : 1),
    )
    .map((goal) => {
      const asAgreed = { ...goal, ...plan.agreedGoals[goal.id] }
      const baselineFrom = asAgreed.baseline === goal.baseline ? goal.baselineFrom : null
      return {
        ...describeGoal({ ...asAgreed, baselineFrom }, ratings, reviews),
        changedTo: isGoalChanged(plan, goal) ? goal.text : null,
      }
    })
}

export function describeGoal(
  goal: GoalEntry,
  ratings: readonly GoalRating[],
  reviews: readonly GoalReview[],
): DescribedGoal {
  const { id, text, forWhom, target, whoDoes, measure, source, baseline, baselineFrom } = goal
  const { dueOn, reviewOn, weight, state, stateOn, stateReason } = goal
  const points = listGoalPoints(goal, ratings, reviews)
  return {
    ...{ id, text, forWhom, target, whoDoes, measure, source, baseline, baselineFrom },
    ...{ dueOn, weight, state, stateOn, stateReason },
    reviewOn: reviewOn.toSorted(),
    levels: levelNames.flatMap((name, index) =>
      goal[name].trim() === '' ? [] : [{ level: index - 2, words: goal[name] }],
    ),
    points,
    latest: points.findLast(({ level }) => level !== null) ?? null,
  }
}
