import type { FieldValues } from '../../field-values.ts'
import { blankRows } from '../fill-heads.ts'

/** The rows on record; where there is none, rows to write in. */
export function orBlank(
  rows: readonly FieldValues[],
  columns: readonly (readonly [id: string, zh: string])[],
  count = 1,
): readonly FieldValues[] {
  return rows.length > 0
    ? rows
    : blankRows(
        columns.map(([id]) => id),
        count,
      )
}
