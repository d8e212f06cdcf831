import { keepPairs } from '../columns.ts'
import { meanOf, sdOf } from '../numeric/moments.ts'
import { refuse } from '../result.ts'
import type { Column, Missing, Refused } from '../result.ts'

export type Differences = {
  ok: true
  first: number[]
  second: number[]
  /** second - first, one per complete pair. */
  d: number[]
  n: number
  missing: Missing
}

/** Differences (second - first) of complete pairs. Refuses fewer pairs than `least`. */
export function readDifferences(
  first: Column,
  second: Column,
  least: number,
): Differences | Refused {
  const pairs = keepPairs(first, second)
  if (!pairs.ok) return pairs
  const n = pairs.kept.first.length
  if (n < least) {
    return refuse('TooFewValues', `${n} complete pairs; at least ${least} needed`)
  }
  const d = pairs.kept.second.map((value, i) => value - (pairs.kept.first[i] ?? 0))
  if (!d.every(Number.isFinite)) return refuse('NumberTooLarge', 'a difference overflows')
  return {
    ok: true,
    first: pairs.kept.first,
    second: pairs.kept.second,
    d,
    n,
    missing: { count: pairs.missing, handling: 'complete-cases' },
  }
}

/**
 * Refuses differences that are all zero, all equal, or equal but for floating-point dust: then a
 * t statistic would be a division by nothing (standard error < 10 eps |mean|).
 */
export function refuseConstant(d: readonly number[]): Refused | null {
  if (d.every((value) => value === 0)) {
    return refuse('AllZeroDifferences', 'every difference is zero')
  }
  const error = sdOf(d) / Math.sqrt(d.length)
  if (error <= 10 * Number.EPSILON * Math.abs(meanOf(d))) {
    return refuse('ZeroVariance', 'the differences are constant')
  }
  return null
}
