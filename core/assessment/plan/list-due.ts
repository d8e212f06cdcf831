import { addDays, type Day, daysBetween } from '../../kit/dates.ts'
import { groupedBy } from '../../kit/grouped-by.ts'
import type { GoalEntry } from '../goals/goal.ts'
import type { GoalReview } from '../goals/goal-review.ts'
import { listActions } from './describe-plan.ts'
import type { ServicePlanEntry } from './plan-shape.ts'
import { isPlanOf, isPlanSeenAsItStands, stateOfPlan } from './plan-state.ts'

export interface DueItem {
  readonly what: 'goalReview' | 'goalEnds' | 'action' | 'planReview' | 'planUnseen'
  readonly key: string
  readonly familyId: string
  readonly pairId: string | null
  readonly personId: string | null
  readonly words: string
  readonly who: string
  /** Days from today; negative when it is over. */
  readonly inDays: number
}

interface DueRecords {
  readonly today: Day
  readonly goals: readonly GoalEntry[]
  readonly reviews: readonly GoalReview[]
  readonly plans: readonly ServicePlanEntry[]
  /** Whether whoever asks is to say that a plan of this family was seen. */
  readonly supervises: (familyId: string) => boolean
  /** Whether a supervisor has its very words in a review, decided or not: it stands there already. */
  readonly inReview: (plan: ServicePlanEntry) => boolean
}

/** A week before it is due, so that a visit can be arranged; a look that was taken up to a week early counts. */
const daysAhead = 7

/** GOA-6: what waits of goals and plans within a week: reviews, goals whose day has come, actions and reviews of agreed plans; the most overdue first. */
export function listDue({
  today,
  goals,
  reviews,
  plans,
  supervises,
  inReview,
}: DueRecords): readonly DueItem[] {
  const active = goals.filter(({ state }) => state === 'active')
  // Looked up by key instead of searched: two hundred families have thousands of reviews.
  const looks = groupedBy(reviews, ({ goalId }) => goalId)
  return [
    ...active.flatMap((goal) => dueOfGoal(goal, looks.get(goal.id) ?? [], today)),
    ...plansThatHold(plans).flatMap((plan) =>
      dueOfPlan(plan, today, supervises(plan.familyId) && !inReview(plan)),
    ),
  ].toSorted((left, right) => left.inDays - right.inDays || (left.key < right.key ? -1 : 1))
}

function isNear(day: Day | null, today: Day): day is Day {
  return day !== null && daysBetween(today, day) <= daysAhead
}

function dueOfGoal(
  goal: GoalEntry,
  reviews: readonly GoalReview[],
  today: Day,
): readonly DueItem[] {
  const { id, familyId, pairId, text, whoDoes, dueOn } = goal
  const item = (what: DueItem['what'], day: Day): DueItem => ({
    ...{ what, familyId, pairId, words: text, who: whoDoes },
    personId: null,
    key: `${what} ${id}`,
    inDays: daysBetween(today, day),
  })
  if (isNear(dueOn, today)) return [item('goalEnds', dueOn)]
  const open = openReviewDay(goal, reviews, today)
  return open === null ? [] : [item('goalReview', open)]
}

/** Of several days that went by without a look, the last; else the next one of the week. */
export function openReviewDay(
  { id, reviewOn }: GoalEntry,
  reviews: readonly GoalReview[],
  today: Day,
): Day | null {
  const own = reviews.filter(({ goalId }) => goalId === id)
  const open = reviewOn
    .toSorted()
    .filter((day) => !own.some(({ reviewedOn }) => reviewedOn >= addDays(day, -daysAhead)))
  return open.findLast((day) => day <= today) ?? open.find((day) => isNear(day, today)) ?? null
}

/** The newest version to which all have agreed: a newer draft does not hold yet. */
function plansThatHold(plans: readonly ServicePlanEntry[]): readonly ServicePlanEntry[] {
  const families = groupedBy(plans, ({ familyId }) => familyId)
  return plans.filter(
    (plan) =>
      stateOfPlan(plan) === 'agreed' &&
      !(families.get(plan.familyId) ?? []).some(
        (other) =>
          isPlanOf(other, plan) && other.version > plan.version && stateOfPlan(other) !== 'draft',
      ),
  )
}

function dueOfPlan(plan: ServicePlanEntry, today: Day, supervised: boolean): readonly DueItem[] {
  const { id, familyId, pairId, personId, nextReviewOn, aim } = plan
  const place = { familyId, pairId, personId }
  const actions = listActions(plan, today).flatMap(
    ({ key, what, who, dueOn, doneOn }): DueItem[] =>
      doneOn === null && isNear(dueOn, today)
        ? [
            {
              ...{ ...place, what: 'action', words: what, who },
              key: `action ${id} ${key}`,
              inDays: daysBetween(today, dueOn),
            },
          ]
        : [],
  )
  const whole = (what: DueItem['what'], inDays: number): DueItem => ({
    ...{ ...place, what, words: aim, who: '', inDays },
    key: `${what} ${id}`,
  })
  return [
    ...actions,
    ...(isNear(nextReviewOn, today) ? [whole('planReview', daysBetween(today, nextReviewOn))] : []),
    ...(supervised && !isPlanSeenAsItStands(plan) ? [whole('planUnseen', 0)] : []),
  ]
}
