import type { Kind } from '../sync/kind.ts'
import { agreedTask } from './goals/agreed-task.ts'
import { goal } from '../assessment/goals/goal.ts'
import { goalRating } from '../assessment/goals/goal-rating.ts'
import { statedChange } from './goals/stated-change.ts'

/** Goals are the assessment room's; their place in this list is that of their tables. */
export const evaluationKinds = [
  goal,
  goalRating,
  agreedTask,
  statedChange,
] as const satisfies readonly Kind[]
