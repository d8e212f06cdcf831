import { at } from '../numeric/at.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { signedRankTails } from '../numeric/rank-sum-distribution.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import type { Interval } from '../result.ts'

/** Averages of all pairs i <= j, ascending; equal ones collapsed. */
export function walshAverages(d: readonly number[]): { all: Float64Array; distinct: number[] } {
  const n = d.length
  const all = new Float64Array((n * (n + 1)) / 2)
  let k = 0
  for (let i = 0; i < n; i += 1) {
    for (let j = i; j < n; j += 1) {
      all[k] = at(d, i) / 2 + at(d, j) / 2
      k += 1
    }
  }
  const rounded = Float64Array.from(roundForTies(Array.from(all))).sort()
  return { all: rounded, distinct: [...new Set(rounded)] }
}

/** Median of sorted values. */
export function middleOf(sorted: Float64Array): number {
  const half = sorted.length >> 1
  if (sorted.length % 2 === 1) return at(sorted, half)
  return (at(sorted, half - 1) + at(sorted, half)) / 2
}

/** Tails of the exact signed-rank test of "the centre is mu". */
function tailsAround(d: readonly number[], mu: number): { lower: number; upper: number } {
  const moved = roundForTies(d.map((value) => value - mu))
  const { doubled } = rankValues(moved.map(Math.abs))
  let positive = 0
  for (const [i, value] of moved.entries()) if (value > 0) positive += at(doubled, i)
  return signedRankTails(Array.from(doubled), positive)
}

/**
 * Exact interval for the centre of symmetric differences: every mu that the exact signed-rank test
 * (mid-ranks) does not reject, tested between neighbouring Walsh averages, where no zero and no
 * new tie can occur. When n is too small for the level the whole range is given and `achieved`
 * says how much that is.
 */
export function invertSignedRank(
  d: readonly number[],
  distinct: number[],
  level: number,
): Interval {
  const tail = (1 - level) / 2
  const low = scan(distinct, tail, (mu) => tailsAround(d, mu).upper)
  const high = scan(distinct.toReversed(), tail, (mu) => tailsAround(d, mu).lower)
  return {
    low: low.limit,
    high: high.limit,
    level,
    method: 'signed-rank-inversion',
    achieved: 1 - low.outside - high.outside,
  }
}

/** Interval from the order statistics of the Walsh averages by the normal approximation. */
export function approximateSignedRank(all: Float64Array, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2)
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24)
  const k = Math.max(1, Math.round(all.length / 2 - z * spread))
  return {
    low: at(all, k - 1),
    high: at(all, all.length - k),
    level,
    method: 'signed-rank-normal',
  }
}

/**
 * Walks inward over the gaps between ordered candidates. The limit is the last candidate such that
 * the gap before it is still rejected; `outside` is the tail probability in that gap.
 */
function scan(
  ordered: readonly number[],
  tail: number,
  tailIn: (mu: number) => number,
): { limit: number; outside: number } {
  const reach = Math.abs(at(ordered, ordered.length - 1) - at(ordered, 0)) + 1
  const sign = at(ordered, ordered.length - 1) >= at(ordered, 0) ? 1 : -1
  let limit = at(ordered, 0)
  let outside = tailIn(limit - sign * reach)
  for (let i = 1; i < ordered.length; i += 1) {
    const inside = tailIn((at(ordered, i - 1) + at(ordered, i)) / 2)
    if (inside > tail) break
    limit = at(ordered, i)
    outside = inside
  }
  return { limit, outside }
}
