// What the server read out of an uploaded spreadsheet. Cells are looked at one by one, because there may be millions.
import { z } from 'zod'
import type { Cell, PlainCell, Table } from '../../core/kit/table.ts'

function isPlainCell(cell: unknown): cell is PlainCell {
  if (typeof cell !== 'object' || cell === null || !('kind' in cell)) return false
  switch (cell.kind) {
    case 'empty':
      return true
    case 'text':
      return 'text' in cell && typeof cell.text === 'string'
    case 'number':
      return 'value' in cell && typeof cell.value === 'number'
    case 'date':
      return 'date' in cell && typeof cell.date === 'string'
    case 'boolean':
      return 'value' in cell && typeof cell.value === 'boolean'
    case 'error':
      return 'code' in cell && typeof cell.code === 'string'
    default:
      return false
  }
}

function isCell(cell: unknown): cell is Cell {
  if (isPlainCell(cell)) return true
  return (
    typeof cell === 'object' &&
    cell !== null &&
    'kind' in cell &&
    cell.kind === 'formula' &&
    'cached' in cell &&
    isPlainCell(cell.cached)
  )
}

const rowsShape = z.custom<Table['rows']>(
  (rows) => Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every(isCell)),
)

const noticeShape = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.number(),
  id: z.string(),
})

export const bookShape = z.object({
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      rows: rowsShape,
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
  problems: z.array(noticeShape),
  problemCount: z.number(),
  notices: z.array(noticeShape),
  noticeCount: z.number(),
})
export type Book = z.infer<typeof bookShape>
