// When a question is asked, and when an answer fits another: data, not program text; nothing of it is ever run.
import { z } from 'zod'
import { partIdShape } from './part-id.ts'

export const comparisons = [
  'equal',
  'unequal',
  'less',
  'atMost',
  'atLeast',
  'more',
  'includes',
  'excludes',
  'answered',
  'empty',
] as const
export type Comparison = (typeof comparisons)[number]

const testShape = z.strictObject({
  item: partIdShape,
  is: z.enum(comparisons),
  /** What the answer is compared with; null for `answered` and `empty`. */
  value: z
    .union([z.number(), z.string().max(200)])
    .nullable()
    .default(null),
})
export type Test = z.infer<typeof testShape>

/** One of these groups must hold; a group holds when every test in it does. Any condition can be written so. */
export const conditionShape = z.array(z.array(testShape).min(1).max(20)).min(1).max(20)
export type Condition = z.infer<typeof conditionShape>
