import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalTail } from '../numeric/distributions.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { signedRankTails } from '../numeric/rank-sum-distribution.ts'
import type { Tails } from '../numeric/rank-sum-distribution.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Interval, Method, Result, Warning } from '../result.ts'
import {
  approximateSignedRank,
  invertSignedRank,
  middleOf,
  walshAverages,
} from './estimate-hodges-lehmann.ts'
import { readDifferences } from './read-differences.ts'
import { smallestSignP, warnSmallPairs, warnUnreachable } from './warn-small-pairs.ts'

export type ZeroRule = 'pratt' | 'drop'
export type Computation = 'auto' | 'exact' | 'normal'

export type SignedRank = {
  /** Sum of the ranks of positive differences (V). */
  v: number
  zeros: number
  nonZero: number
  tieGroups: number
  /** Normal deviate, given only where the p value comes from it. */
  z: number | null
  p: number
  /** (R+ - R-) / (R+ + R-) over the ranks in use. */
  rankBiserial: number
  /** (R+ - R-) over n(n + 1) / 2: zeros weigh as pairs that moved neither way. null when zeros are dropped. */
  rankBiserialPratt: number | null
  hodgesLehmann: number | null
}

export type SignedRankOptions = {
  zeros?: ZeroRule
  computation?: Computation
  /** Continuity correction of the normal approximation; SPSS prints it without. */
  continuity?: boolean
  alternative?: Alternative
  level?: number
}

const EXACT_BELOW = 50
const EXACT_AT_MOST = 500
const WALSH_AT_MOST = 2000

/**
 * Wilcoxon signed-rank test of second - first. Differences are rounded for ties, get mid-ranks,
 * and zeros are ranked but not counted (Pratt) or dropped before ranking. Exact below 50 pairs,
 * as in R 4.6; two-sided p is twice the smaller tail, capped at 1. The estimate is the
 * Hodges-Lehmann centre with its interval. Refuses fewer than two pairs and differences that are all zero.
 */
export function testSignedRank(
  first: Column,
  second: Column,
  options: SignedRankOptions = {},
): Result<SignedRank> {
  const { zeros = 'pratt', alternative = 'two-sided', level = 0.95, continuity = true } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readDifferences(first, second, 2)
  if (!read.ok) return read
  const d = roundForTies(read.d)
  const ranked = rankDifferences(d, zeros)
  if (ranked.nonZero === 0) return refuse('AllZeroDifferences', 'every difference is zero')
  const exact = chooseExact(options.computation ?? 'auto', read.n)
  if (exact && read.n > EXACT_AT_MOST) {
    return refuse('TooLarge', `exact p values stop at ${EXACT_AT_MOST} pairs`)
  }
  const { p, z } = exact
    ? { p: pickTail(signedRankTails(ranked.doubled, ranked.positive), alternative), z: null }
    : approximate(ranked, continuity, alternative)
  const centre = estimateCentre(d, level)
  return conclude({
    estimate:
      centre.value === null ? null : { name: 'Hodges-Lehmann difference', value: centre.value },
    interval: centre.interval,
    value: {
      v: ranked.positive / 2,
      zeros: d.length - ranked.nonZero,
      nonZero: ranked.nonZero,
      tieGroups: ranked.tieGroups,
      z,
      p,
      rankBiserial: (2 * ranked.positive) / ranked.total - 1,
      rankBiserialPratt:
        zeros === 'pratt'
          ? (2 * ranked.positive - ranked.total) / (d.length * (d.length + 1))
          : null,
      hodgesLehmann: centre.value,
    },
    n: read.n,
    missing: read.missing,
    method: nameMethod(exact, zeros, continuity),
    assumptions: [assumptions.independentUnits, assumptions.symmetricDifferences],
    warnings: [
      ...warnSmallPairs(read.n),
      ...warnUnreachable(smallestSignP(ranked.nonZero)),
      ...centre.warnings,
    ],
  })
}

export type RankedDifferences = {
  doubled: number[]
  positive: number
  total: number
  nonZero: number
  tieGroups: number
}

/** Doubled mid-ranks of the non-zero differences and the part that belongs to positive ones. */
export function rankDifferences(d: readonly number[], zeros: ZeroRule): RankedDifferences {
  const used = zeros === 'drop' ? d.filter((value) => value !== 0) : d
  const ranks = rankValues(used.map(Math.abs))
  const doubled: number[] = []
  let positive = 0
  for (const [i, value] of used.entries()) {
    if (value === 0) continue
    const rank = at(ranks.doubled, i)
    doubled.push(rank)
    if (value > 0) positive += rank
  }
  const total = doubled.reduce((sum, rank) => sum + rank, 0)
  return { doubled, positive, total, nonZero: doubled.length, tieGroups: ranks.ties.length }
}

function chooseExact(computation: Computation, n: number): boolean {
  return computation === 'exact' || (computation === 'auto' && n < EXACT_BELOW)
}

/** p of a discrete test from its two tails. */
export function pickTail(tails: Tails, alternative: Alternative): number {
  if (alternative === 'greater') return tails.upper
  if (alternative === 'less') return tails.lower
  return Math.min(1, 2 * Math.min(tails.lower, tails.upper))
}

/** Shift of a rank statistic towards its mean by half a step. */
export function continuityShift(distance: number, alternative: Alternative): number {
  if (alternative === 'greater') return 0.5
  if (alternative === 'less') return -0.5
  return Math.sign(distance) * 0.5
}

function approximate(
  ranked: RankedDifferences,
  continuity: boolean,
  alternative: Alternative,
): { p: number; z: number } {
  const distance = (ranked.positive - ranked.total / 2) / 2
  const variance = ranked.doubled.reduce((sum, rank) => sum + rank * rank, 0) / 16
  const shift = continuity ? continuityShift(distance, alternative) : 0
  const z = (distance - shift) / Math.sqrt(variance)
  return { p: normalTail(z, alternative), z }
}

type Centre = { value: number | null; interval: Interval | null; warnings: Warning[] }

function estimateCentre(d: number[], level: number): Centre {
  if (d.length > WALSH_AT_MOST) {
    const detail = `Hodges-Lehmann is not computed above ${WALSH_AT_MOST} pairs`
    return { value: null, interval: null, warnings: [{ id: 'no-hodges-lehmann', detail }] }
  }
  const { all, distinct } = walshAverages(d)
  const value = middleOf(all)
  if (distinct.length < 2) return { value, interval: null, warnings: [] }
  const interval =
    d.length < EXACT_BELOW
      ? invertSignedRank(d, distinct, level)
      : approximateSignedRank(all, d.length, level)
  const short = interval.achieved !== undefined && interval.achieved < level
  const detail = `an exact interval of level ${level} does not exist for ${d.length} pairs`
  return { value, interval, warnings: short ? [{ id: 'level-not-reached', detail }] : [] }
}

function nameMethod(exact: boolean, zeros: ZeroRule, continuity: boolean): Method {
  const rule = zeros === 'pratt' ? 'zeros by Pratt' : 'zeros dropped'
  if (exact) return { id: `wilcoxon-exact-${zeros}`, name: `Wilcoxon signed rank, exact, ${rule}` }
  const suffix = continuity ? '-cc' : ''
  const correction = continuity ? 'continuity-corrected' : 'no continuity correction'
  return {
    id: `wilcoxon-normal${suffix}-${zeros}`,
    name: `Wilcoxon signed rank, normal approximation, ${correction}, ${rule}`,
  }
}
