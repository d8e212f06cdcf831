import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export type FrequencyRow = {
  value: string | number
  count: number
  /** Share of all rows, missing included. */
  share: number
  /** Share of the rows with an answer. */
  validShare: number
  cumulativeShare: number
}
export type FrequencyTable = { rows: FrequencyRow[]; missingCount: number }

/**
 * Counts each distinct value, numbers ascending before texts by code point, with shares of all
 * and of answered rows. Categories that nobody chose appear when listed in `categories`.
 * Refuses a column without any answer.
 */
export function countFrequencies(
  column: readonly (string | number | null)[],
  options: { categories?: readonly (string | number)[] } = {},
): Result<FrequencyTable> {
  const counts = new Map<string | number, number>()
  for (const category of options.categories ?? []) counts.set(category, 0)
  let missing = 0
  for (const [i, value] of column.entries()) {
    if (value === null) missing += 1
    else if (typeof value === 'number' && !Number.isFinite(value)) {
      return refuse('NotFinite', `row ${i + 1}: not a finite number`)
    } else counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const valid = column.length - missing
  if (valid === 0) return refuse('TooFewValues', 'no value is present')
  const ordered =
    options.categories === undefined ? [...counts].sort(([a], [b]) => compare(a, b)) : [...counts]
  let soFar = 0
  const rows = ordered.map(([value, count]) => {
    soFar += count
    return {
      value,
      count,
      share: count / column.length,
      validShare: count / valid,
      cumulativeShare: soFar / valid,
    }
  })
  return conclude({
    value: { rows, missingCount: missing },
    n: valid,
    missing: { count: missing, handling: 'available' },
    method: { id: 'frequencies', name: 'Frequency table' },
  })
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === typeof b) return a < b ? -1 : 1
  return typeof a === 'number' ? -1 : 1
}
