import { agreedTask } from '../../../core/evaluation/goals/agreed-task.ts'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { goalRating } from '../../../core/assessment/goals/goal-rating.ts'
import { statedChange } from '../../../core/evaluation/goals/stated-change.ts'
import { useRecords } from '../../sync/index.ts'

/** What was agreed with one family, and what it says itself; without a family, all of them. */
export function useFamilyGoals(familyId: string | null) {
  const where = familyId === null ? {} : { familyId }
  return {
    goals: useRecords(goal, where),
    ratings: useRecords(goalRating, where),
    tasks: useRecords(agreedTask, where),
    changes: useRecords(statedChange, where),
  }
}
