// The shape of content/safety: what the desk shows where there is no network, in both languages.
import { z } from 'zod'
import { concernSorts } from './concern-shape.ts'

const both = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
export type Both = z.infer<typeof both>
const eachSort = z.enum(concernSorts)

export const guidanceShape = z.strictObject({
  duty: z.array(z.strictObject({ id: z.string(), source: both, text: both })).min(1),
  situations: z.array(z.strictObject({ no: z.number().int(), source: both, text: both })).length(9),
  /** Lines in the order in which they are shown; `first` for the sorts that begin with it. */
  lines: z
    .array(
      z.strictObject({
        id: z.string().max(40),
        phone: z.string().min(1),
        name: both,
        use: both,
        /** Whether somebody has to find out if it answers in this county. */
        verify: z.boolean(),
        first: z.array(eachSort),
        /** Which authority a report to it is a report to; null: it gives advice only. */
        authority: z.string().nullable(),
      }),
    )
    .min(1),
  sorts: z.record(
    eachSort,
    z.strictObject({ do: z.array(both).min(1), dont: z.array(both).min(1) }),
  ),
})
export type Guidance = z.infer<typeof guidanceShape>
