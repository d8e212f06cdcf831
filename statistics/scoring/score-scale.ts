import { at } from '../numeric/at.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Refused, Result } from '../result.ts'

export type ScaleScores = {
  /** Person mean of the answered items, turned where reversed; null with too few answers. */
  means: (number | null)[]
  /** Person mean times the number of items. */
  sums: (number | null)[]
  answered: number[]
  least: number
}

export type ScoringOptions = {
  /** Declared limits of every item. */
  low: number
  high: number
  names?: readonly string[]
  reversed?: readonly string[]
  /** Share of items that must be answered; by default .8, or half below five items. */
  leastShare?: number | null
}

/**
 * Scale scores as the mean of the answered items, reversed items turned by low + high - x with the
 * declared limits; a person with too few answers has no score, never zero and never a group mean.
 * Refuses answers outside the limits or not whole numbers, unknown reversed names, and no item.
 */
export function scoreScale(items: readonly Column[], options: ScoringOptions): Result<ScaleScores> {
  const { low, high, reversed = [] } = options
  const k = items.length
  if (k === 0) return refuse('TooFewItems', 'no item')
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    return refuse('OutOfRange', 'limits need low < high')
  }
  const names = options.names ?? items.map((_, i) => `item ${i + 1}`)
  const unknown = reversed.find((name) => !names.includes(name))
  if (unknown !== undefined) return refuse('BadInput', `reversed item ${unknown} is not there`)
  const n = items[0]?.length ?? 0
  const wrong = checkAnswers(items, names, low, high, n)
  if (wrong !== null) return wrong
  const share = options.leastShare ?? (k < 5 ? 0.5 : 0.8)
  if (!(share > 0 && share <= 1)) return refuse('OutOfRange', 'leastShare is not in 0 … 1')
  const least = Math.max(1, Math.ceil(share * k - 1e-9))
  const turn = names.map((name) => reversed.includes(name))
  const rows = Array.from({ length: n }, (_, i) => {
    let sum = 0
    let answered = 0
    for (const [j, column] of items.entries()) {
      const value = column[i] ?? null
      if (value === null) continue
      sum += at(turn, j) ? low + high - value : value
      answered += 1
    }
    return { answered, mean: answered < least ? null : sum / answered }
  })
  const scored = rows.filter((row) => row.mean !== null).length
  return conclude({
    value: {
      means: rows.map((row) => row.mean),
      sums: rows.map((row) => (row.mean === null ? null : row.mean * k)),
      answered: rows.map((row) => row.answered),
      least,
    },
    n: scored,
    missing: { count: n - scored, handling: 'available' },
    method: { id: 'scale-person-mean', name: `Scale scores, at least ${least} of ${k} items` },
  })
}

function checkAnswers(
  items: readonly Column[],
  names: readonly string[],
  low: number,
  high: number,
  n: number,
): Refused | null {
  for (const [j, column] of items.entries()) {
    if (column.length !== n) {
      return refuse('LengthMismatch', `${at(names, j)} has ${column.length} rows, not ${n}`)
    }
    const row = column.findIndex(
      (value) => value !== null && !(Number.isInteger(value) && value >= low && value <= high),
    )
    if (row >= 0) {
      const detail = `${at(names, j)}, row ${row + 1}: ${column[row]} is not a whole number from ${low} to ${high}`
      return refuse('OutOfRange', detail)
    }
  }
  return null
}
