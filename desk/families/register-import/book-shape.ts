import { z } from 'zod'

const plainCellShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), value: z.number(), shown: z.string().optional() }),
  z.object({ kind: z.literal('date'), date: z.string(), time: z.string().optional() }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
  z.object({ kind: z.literal('error'), code: z.string() }),
])
const cellShape = z.union([
  plainCellShape,
  z.object({ kind: z.literal('formula'), cached: plainCellShape }),
])

/** A spreadsheet as the server has read it; the server keeps nothing of it. */
export const bookShape = z.object({
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string().optional(),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      rows: z.array(z.array(cellShape)),
      merges: z.array(
        z.object({
          fromRow: z.number(),
          fromColumn: z.number(),
          toRow: z.number(),
          toColumn: z.number(),
        }),
      ),
    }),
  ),
  problemCount: z.number(),
  noticeCount: z.number(),
})
export type Book = z.infer<typeof bookShape>
