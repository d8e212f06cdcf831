import { keepValues } from '../columns.ts'
import { roundForTies } from '../numeric/ranks.ts'
import { refuse } from '../result.ts'
import type { Column, Missing, Refused } from '../result.ts'
import { at } from '../numeric/at.ts'

export type Direction = 'increase' | 'decrease'

/** Values turned so that larger is better, with their time points from 1. */
export type Phases = {
  ok: true
  a: number[]
  b: number[]
  timeA: number[]
  timeB: number[]
  sign: 1 | -1
  missing: Missing
}

/** Reads baseline and intervention phase. Refuses fewer than `leastA` baseline or 1 later values. */
export function readPhases(
  baseline: Column,
  intervention: Column,
  direction: Direction,
  leastA = 3,
): Phases | Refused {
  const a = keepValues(baseline, 'a')
  if (!a.ok) return a
  const b = keepValues(intervention, 'b')
  if (!b.ok) return b
  if (a.kept.length < leastA) {
    return refuse('TooFewValues', `${a.kept.length} baseline points; at least ${leastA} needed`)
  }
  if (b.kept.length < 1) return refuse('TooFewValues', 'no point after the baseline')
  const sign = direction === 'increase' ? 1 : -1
  const rounded = roundForTies([...a.kept, ...b.kept]).map((value) => sign * value)
  const times = [...baseline, ...intervention].flatMap((value, i) =>
    value === null ? [] : [i + 1],
  )
  return {
    ok: true,
    a: rounded.slice(0, a.kept.length),
    b: rounded.slice(a.kept.length),
    timeA: times.slice(0, a.kept.length),
    timeB: times.slice(a.kept.length),
    sign,
    missing: { count: a.missing + b.missing, handling: 'available' },
  }
}

/** Share of pairs in which b is larger, ties half, with the row and column sums of the pairs. */
export function comparePairs(
  a: readonly number[],
  b: readonly number[],
): { nap: number; byA: number[]; byB: number[]; squares: number } {
  const byA = a.map(() => 0)
  const byB = b.map(() => 0)
  let total = 0
  let squares = 0
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      const q = y > x ? 1 : y === x ? 0.5 : 0
      byA[i] = at(byA, i) + q
      byB[j] = at(byB, j) + q
      total += q
      squares += q * q
    }
  }
  const pairs = a.length * b.length
  return { nap: total / pairs, byA, byB, squares: squares / pairs }
}
