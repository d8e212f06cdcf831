import type { Day } from '../../kit/dates.ts'
import type { GoalEntry } from './goal.ts'
import { goalMoments, goalRaters, type GoalRating } from './goal-rating.ts'
import type { GoalReview } from './goal-review.ts'

/** Where a goal stood on a day, and from where that is known. */
export interface GoalPoint {
  readonly on: Day
  /** −2 … +2; null for a review in words. */
  readonly level: number | null
  readonly of: GoalRating['moment'] | 'review'
  readonly by: GoalRating['ratedBy']
  readonly note: string
}

/** GOA-5: a goal's way over time, in the order of the days: ratings at the four moments and reviews between them, nothing filled in. */
export function listGoalPoints(
  { id }: Pick<GoalEntry, 'id'>,
  ratings: readonly GoalRating[],
  reviews: readonly GoalReview[],
): readonly GoalPoint[] {
  const rated = ratings
    .filter(({ goalId }) => goalId === id)
    .map(({ ratedOn, level, moment, ratedBy }) => ({
      ...{ on: ratedOn, level, of: moment, by: ratedBy },
      note: '',
    }))
  const reviewed = reviews
    .filter(({ goalId }) => goalId === id)
    .map(({ reviewedOn, level, note }) => ({
      ...{ on: reviewedOn, level, note },
      of: 'review' as const,
      by: 'staff' as const,
    }))
  return [...rated, ...reviewed].toSorted(
    (left, right) =>
      left.on.localeCompare(right.on) ||
      placeOf(left.of) - placeOf(right.of) ||
      goalRaters.indexOf(left.by) - goalRaters.indexOf(right.by),
  )
}

/** Of one day: the beginning first, what was rated later last. */
function placeOf(moment: GoalPoint['of']): number {
  return moment === 'review' ? 1.5 : goalMoments.indexOf(moment)
}
