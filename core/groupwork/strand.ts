import { z } from 'zod'

/** A member sits in one strand; children's and parents' strand run side by side and meet in joint meetings. */
export const strands = ['child', 'parent', 'guardian'] as const
export const strandShape = z.enum(strands)
export type Strand = z.infer<typeof strandShape>

/** What a plan or a record is written for: one strand, or all of them together. */
export const planStrands = ['child', 'parent', 'guardian', 'joint'] as const
export const planStrandShape = z.enum(planStrands)
export type PlanStrand = z.infer<typeof planStrandShape>

/** Strands in the order in which people read them. */
export function sortStrands<Name extends PlanStrand>(names: Iterable<Name>): Name[] {
  return [...new Set(names)].sort(
    (left, right) => planStrands.indexOf(left) - planStrands.indexOf(right),
  )
}
