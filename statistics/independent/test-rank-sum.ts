import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalTail } from '../numeric/distributions.ts'
import { rankSumTable } from '../numeric/rank-sum-distribution.ts'
import { rankValues, roundForTies, tieCorrection } from '../numeric/ranks.ts'
import { continuityShift, pickTail } from '../paired/test-signed-rank.ts'
import { middleOf } from '../paired/estimate-hodges-lehmann.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Interval, Method, Result, Warning } from '../result.ts'
import { warnSmallGroups } from './compare-means.ts'
import { allDifferences, approximateShift, invertRankSum } from './estimate-shift.ts'
import { readTwoGroups } from './read-groups.ts'
import { warnUnreachable } from '../paired/warn-small-pairs.ts'
import { logChoose } from '../numeric/special.ts'

export type RankSum = {
  /** Pairs in which x is larger, ties half: R's W. */
  u: number
  /** The smaller of U and n1 n2 - U, as SPSS prints. */
  uSmaller: number
  tieGroups: number
  z: number | null
  p: number
  /** Exact P(|U - mean| >= |u - mean|), the two-sided rule of coin; null without an exact p. */
  pByDistance: number | null
  /** Cliff's delta = 2U/(n1 n2) - 1. */
  rankBiserial: number
  probabilityOfSuperiority: number
  hodgesLehmann: number | null
}

export type RankSumOptions = {
  computation?: 'auto' | 'exact' | 'normal'
  continuity?: boolean
  alternative?: Alternative
  level?: number
}

const EXACT_BELOW = 50
const EXACT_AT_MOST = 100
const DIFFERENCES_AT_MOST = 4_000_000

/**
 * Mann-Whitney (Wilcoxon rank sum) test of x against y with mid-ranks: exact when both groups are
 * below 50, as in R 4.6; two-sided p is twice the smaller tail, capped at 1. The estimate is the
 * Hodges-Lehmann shift with its interval. Refuses an empty group and values that are all equal.
 */
export function testRankSum(x: Column, y: Column, options: RankSumOptions = {}): Result<RankSum> {
  const { alternative = 'two-sided', level = 0.95, continuity = true } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readTwoGroups(x, y, 1)
  if (!read.ok) return read
  const m = read.x.length
  const n = read.y.length
  const pooled = roundForTies([...read.x, ...read.y])
  const ranks = rankValues(pooled)
  if (ranks.ties[0] === m + n) return refuse('AllTies', 'all values are equal')
  const largest = Math.max(m, n)
  const computation = options.computation ?? 'auto'
  const exact = computation === 'exact' || (computation === 'auto' && largest < EXACT_BELOW)
  if (exact && largest > EXACT_AT_MOST) {
    return refuse('TooLarge', `exact p values stop at ${EXACT_AT_MOST} per group`)
  }
  let doubledSum = 0
  for (let i = 0; i < m; i += 1) doubledSum += at(ranks.doubled, i)
  const u = doubledSum / 2 - (m * (m + 1)) / 2
  const { p, z, pByDistance } = exact
    ? exactP(ranks.doubled, m, doubledSum, alternative)
    : { ...approximate(u, m, n, ranks.ties, continuity, alternative), pByDistance: null }
  const shift = estimateShift(pooled.slice(0, m), pooled.slice(m), level)
  return conclude({
    estimate: shift.value === null ? null : { name: 'Hodges-Lehmann shift', value: shift.value },
    interval: shift.interval,
    value: {
      u,
      uSmaller: Math.min(u, m * n - u),
      tieGroups: ranks.ties.length,
      z,
      p,
      pByDistance,
      rankBiserial: (2 * u) / (m * n) - 1,
      probabilityOfSuperiority: u / (m * n),
      hodgesLehmann: shift.value,
    },
    n: m + n,
    missing: read.missing,
    method: nameMethod(exact, continuity),
    assumptions: [assumptions.independentUnits, assumptions.sameShape],
    warnings: [
      ...warnSmallGroups(m, n),
      ...warnUnreachable(Math.min(1, 2 * Math.exp(-logChoose(m + n, m)))),
      ...shift.warnings,
    ],
  })
}

function exactP(
  doubled: Float64Array,
  m: number,
  sum: number,
  alternative: Alternative,
): { p: number; z: null; pByDistance: number } {
  const table = rankSumTable(Array.from(doubled), m)
  const mean = m * (doubled.length + 1)
  const distance = Math.abs(sum - mean)
  const both =
    distance === 0 ? 1 : table.tailsAt(mean - distance).lower + table.tailsAt(mean + distance).upper
  return {
    p: pickTail(table.tailsAt(sum), alternative),
    z: null,
    pByDistance: Math.min(1, both),
  }
}

function approximate(
  u: number,
  m: number,
  n: number,
  ties: readonly number[],
  continuity: boolean,
  alternative: Alternative,
): { p: number; z: number } {
  const total = m + n
  const variance = ((m * n) / 12) * (total + 1 - tieCorrection(ties) / (total * (total - 1)))
  const distance = u - (m * n) / 2
  const shift = continuity ? continuityShift(distance, alternative) : 0
  const z = (distance - shift) / Math.sqrt(variance)
  return { p: normalTail(z, alternative), z }
}

type Shift = { value: number | null; interval: Interval | null; warnings: Warning[] }

function estimateShift(x: number[], y: number[], level: number): Shift {
  if (x.length * y.length > DIFFERENCES_AT_MOST) {
    const detail = `the shift is not computed above ${DIFFERENCES_AT_MOST} differences`
    return { value: null, interval: null, warnings: [{ id: 'no-hodges-lehmann', detail }] }
  }
  const all = allDifferences(x, y)
  const exact = Math.max(x.length, y.length) < EXACT_BELOW
  const interval = exact
    ? invertRankSum(x, y, all, level)
    : approximateShift(all, x.length, y.length, level)
  const short = interval.achieved !== undefined && interval.achieved < level
  const detail = `an exact interval of level ${level} does not exist for so few values`
  return {
    value: middleOf(all),
    interval,
    warnings: short ? [{ id: 'level-not-reached', detail }] : [],
  }
}

function nameMethod(exact: boolean, continuity: boolean): Method {
  if (exact) return { id: 'mann-whitney-exact', name: 'Mann-Whitney U, exact with mid-ranks' }
  return continuity
    ? { id: 'mann-whitney-normal-cc', name: 'Mann-Whitney U, normal, continuity-corrected' }
    : { id: 'mann-whitney-normal', name: 'Mann-Whitney U, normal, no continuity correction' }
}
