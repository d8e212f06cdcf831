import type { Kind } from '../sync/kind.ts'
import { agreedTask } from './goals/agreed-task.ts'
import { goal } from './goals/goal.ts'
import { goalRating } from './goals/goal-rating.ts'
import { statedChange } from './goals/stated-change.ts'

export const evaluationKinds = [
  goal,
  goalRating,
  agreedTask,
  statedChange,
] as const satisfies readonly Kind[]
