import type { Cell, MergedRange, Table } from '../../kit/table.ts'
import type { RegisterMapping } from './propose-mapping.ts'
import { isTarget } from './register-columns.ts'

/**
 * Reads rows as a person reads them: a village or a father written once in a cell that is merged over several rows
 * counts for each of them. What is the child's own is never spread.
 */
export function rowReader(
  table: Table,
  mapping: RegisterMapping,
): (row: number) => readonly Cell[] {
  const spread = new Map<number, readonly MergedRange[]>()
  for (const range of table.merges) {
    if (range.fromRow < mapping.firstRow || range.toRow === range.fromRow) continue
    const use = mapping.columns[range.fromColumn - 1]
    if (use === undefined || !isTarget(use) || use.startsWith('child.')) continue
    for (let row = range.fromRow + 1; row <= Math.min(range.toRow, table.rows.length); row += 1)
      spread.set(row, [...(spread.get(row) ?? []), range])
  }
  return (row) => {
    const own = table.rows[row - 1] ?? []
    const ranges = spread.get(row)
    if (ranges === undefined || own.length === 0) return own
    const cells: Cell[] = [...own]
    for (const { fromRow, fromColumn } of ranges) {
      const above = table.rows[fromRow - 1]?.[fromColumn - 1]
      if (above === undefined || (cells[fromColumn - 1]?.kind ?? 'empty') !== 'empty') continue
      while (cells.length < fromColumn) cells.push({ kind: 'empty' })
      cells[fromColumn - 1] = above
    }
    return cells
  }
}
