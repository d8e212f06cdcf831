import { at } from '../numeric/at.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { rankSumTable } from '../numeric/rank-sum-distribution.ts'
import type { RankSumTable, Tails } from '../numeric/rank-sum-distribution.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import type { Interval } from '../result.ts'

/** All differences x - y, ascending. */
export function allDifferences(x: readonly number[], y: readonly number[]): Float64Array {
  const all = new Float64Array(x.length * y.length)
  let k = 0
  for (const a of x) {
    for (const b of y) {
      all[k] = a - b
      k += 1
    }
  }
  return Float64Array.from(roundForTies(Array.from(all))).sort()
}

/**
 * Exact interval of the shift x - y: every shift the exact rank-sum test (mid-ranks) does not
 * reject, tested between neighbouring differences, where no new tie can occur. Tables are kept by
 * tie pattern, so data without ties need one.
 */
export function invertRankSum(
  x: readonly number[],
  y: readonly number[],
  all: Float64Array,
  level: number,
): Interval {
  const distinct = [...new Set(all)]
  const tables = new Map<string, RankSumTable>()
  const tailsAround = (shift: number): Tails => {
    const pooled = roundForTies([...x.map((value) => value - shift), ...y])
    const doubled = Array.from(rankValues(pooled).doubled)
    const key = [...doubled].sort((a, b) => a - b).join()
    const table = tables.get(key) ?? rankSumTable(doubled, x.length)
    tables.set(key, table)
    return table.tailsAt(doubled.slice(0, x.length).reduce((sum, rank) => sum + rank, 0))
  }
  const tail = (1 - level) / 2
  const low = findLimit(distinct, tail, (shift) => tailsAround(shift).upper)
  const high = findLimit(distinct.toReversed(), tail, (shift) => tailsAround(shift).lower)
  return {
    low: low.limit,
    high: high.limit,
    level,
    method: 'rank-sum-inversion',
    achieved: 1 - low.outside - high.outside,
  }
}

/** The last candidate whose outer gap is rejected, by bisection: the tail grows inward. */
function findLimit(
  ordered: readonly number[],
  tail: number,
  tailIn: (shift: number) => number,
): { limit: number; outside: number } {
  const last = ordered.length - 1
  const reach = at(ordered, last) - at(ordered, 0)
  const outer = (i: number): number =>
    i === 0 ? at(ordered, 0) - (reach || 1) : (at(ordered, i - 1) + at(ordered, i)) / 2
  let rejected = 0
  let accepted = last + 1
  while (accepted - rejected > 1) {
    const middle = (rejected + accepted) >> 1
    if (tailIn(outer(middle)) <= tail) rejected = middle
    else accepted = middle
  }
  return { limit: at(ordered, rejected), outside: tailIn(outer(rejected)) }
}

/** Interval of the shift from order statistics by the normal approximation. */
export function approximateShift(all: Float64Array, m: number, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2)
  const k = Math.max(1, Math.round((m * n) / 2 - z * Math.sqrt((m * n * (m + n + 1)) / 12)))
  return {
    low: at(all, k - 1),
    high: at(all, all.length - k),
    level,
    method: 'rank-sum-normal',
  }
}
