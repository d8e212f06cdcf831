import { at } from '../numeric/at.ts'
import { refuse } from '../result.ts'
import type { Refused } from '../result.ts'

export type Label = string | number
export type CrossTable = {
  ok: true
  rows: string[]
  columns: string[]
  counts: number[][]
  n: number
  missing: number
}

/**
 * Counts each pair of labels, labels in sorted order (numbers by size, texts by code point). With
 * `weights` a row stands for that many people. Refuses different lengths and weights that are not
 * whole numbers from 0.
 */
export function crossTabulate(
  rowLabels: readonly (Label | null)[],
  columnLabels: readonly (Label | null)[],
  weights: readonly (number | null)[] | null = null,
): CrossTable | Refused {
  if (rowLabels.length !== columnLabels.length) {
    return refuse(
      'LengthMismatch',
      `${rowLabels.length} row and ${columnLabels.length} column labels`,
    )
  }
  if (weights !== null && weights.length !== rowLabels.length) {
    return refuse('LengthMismatch', `${rowLabels.length} labels but ${weights.length} weights`)
  }
  if (weights?.some((weight) => weight !== null && !(Number.isInteger(weight) && weight >= 0))) {
    return refuse('OutOfRange', 'a weight is not a whole number from 0')
  }
  const pairs = rowLabels.flatMap((row, i) => {
    const column = columnLabels[i] ?? null
    const weight = weights === null ? 1 : (weights[i] ?? null)
    return row === null || column === null || weight === null ? [] : [{ row, column, weight }]
  })
  const rows = sortLabels(pairs.map((pair) => pair.row))
  const columns = sortLabels(pairs.map((pair) => pair.column))
  const counts = rows.map(() => columns.map(() => 0))
  const rowIndex = new Map(rows.map((label, i) => [label, i]))
  const columnIndex = new Map(columns.map((label, i) => [label, i]))
  for (const pair of pairs) {
    const line = counts[rowIndex.get(pair.row) ?? 0]
    const j = columnIndex.get(pair.column) ?? 0
    if (line !== undefined) line[j] = at(line, j) + pair.weight
  }
  return {
    ok: true,
    rows: rows.map(String),
    columns: columns.map(String),
    counts,
    n: pairs.reduce((sum, pair) => sum + pair.weight, 0),
    missing: rowLabels.length - pairs.length,
  }
}

function sortLabels(labels: readonly Label[]): Label[] {
  return [...new Set(labels)].sort((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    return String(a) < String(b) ? -1 : 1
  })
}

export type Counts = { ok: true; counts: number[][]; emptied: number; n: number }

/** Checks a table of counts and takes out empty rows and columns. Refuses below 2 x 2. */
export function readCounts(table: readonly (readonly number[])[]): Counts | Refused {
  const width = table[0]?.length ?? 0
  if (table.some((row) => row.length !== width)) {
    return refuse('LengthMismatch', 'rows of the table have different lengths')
  }
  if (table.flat().some((value) => !Number.isInteger(value) || value < 0)) {
    return refuse('OutOfRange', 'a count is not a whole number from 0')
  }
  const rows = table.filter((row) => row.some((value) => value > 0))
  const full = Array.from({ length: width }, (_, j) => j).filter((j) =>
    rows.some((row) => at(row, j) > 0),
  )
  const counts = rows.map((row) => full.map((j) => at(row, j)))
  if (counts.length < 2 || full.length < 2) {
    return refuse('TooFewGroups', 'fewer than two rows or columns have any count')
  }
  const emptied = table.length - rows.length + width - full.length
  const n = counts.flat().reduce((sum, value) => sum + value, 0)
  return { ok: true, counts, emptied, n }
}

/** Row and column totals. */
export function totalsOf(counts: readonly (readonly number[])[]): {
  rows: number[]
  columns: number[]
} {
  return {
    rows: counts.map((row) => row.reduce((sum, value) => sum + value, 0)),
    columns: (counts[0] ?? []).map((_, j) => counts.reduce((sum, row) => sum + at(row, j), 0)),
  }
}
