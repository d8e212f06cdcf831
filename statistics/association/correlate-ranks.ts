import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { countConcordance, kendallTails } from '../numeric/count-concordance.ts'
import { normalTail, tTail } from '../numeric/distributions.ts'
import { correlationOf } from '../numeric/moments.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { pickTail } from '../paired/test-signed-rank.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Refused, Result } from '../result.ts'
import { fisherInterval } from './correlate-linearly.ts'
import type { CorrelationOptions } from './correlate-linearly.ts'
import { permuteSpearman } from './permute-spearman.ts'

type RankPairs = { ok: true; x: number[]; y: number[]; n: number; missing: number }

function readRankPairs(x: Column, y: Column): RankPairs | Refused {
  const pairs = keepPairs(x, y, ['x', 'y'])
  if (!pairs.ok) return pairs
  const n = pairs.kept.rows.length
  if (n < 3) return refuse('TooFewValues', `${n} complete pairs; at least 3 needed`)
  return {
    ok: true,
    x: roundForTies(pairs.kept.first),
    y: roundForTies(pairs.kept.second),
    n,
    missing: pairs.missing,
  }
}

export type Spearman = { rho: number; p: number }
const EXACT_SPEARMAN = 9

/**
 * Spearman correlation on mid-ranks; exact permutation p up to 9 pairs (ties included), t
 * approximation beyond; Fisher z interval with the Bonett-Wright error. Refuses as Pearson does.
 */
export function correlateRanks(
  x: Column,
  y: Column,
  options: CorrelationOptions = {},
): Result<Spearman> {
  const { level = 0.95, alternative = 'two-sided' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readRankPairs(x, y)
  if (!read.ok) return read
  const a = Array.from(rankValues(read.x).doubled)
  const b = Array.from(rankValues(read.y).doubled)
  const rho = correlationOf(a, b)
  if (rho === null) return refuse('AllTies', 'all values of a column are equal')
  const exact = read.n <= EXACT_SPEARMAN
  const t = rho * Math.sqrt((read.n - 2) / Math.max(Number.MIN_VALUE, (1 - rho) * (1 + rho)))
  const p = exact ? permuteSpearman(a, b, alternative) : tTail(t, read.n - 2, alternative)
  const error = Math.sqrt((1 + rho ** 2 / 2) / Math.max(1, read.n - 3))
  return conclude({
    estimate: { name: 'rho', value: rho },
    interval: fisherInterval(rho, error, read.n, level),
    value: { rho, p },
    n: read.n,
    missing: { count: read.missing, handling: 'pairwise' },
    method: exact
      ? { id: 'spearman-exact', name: 'Spearman rank correlation, exact permutation p' }
      : { id: 'spearman-t', name: 'Spearman rank correlation, t approximation' },
    assumptions: [assumptions.independentUnits, assumptions.monotone],
  })
}

export type Kendall = { tauB: number; s: number; z: number | null; p: number }
const EXACT_KENDALL_BELOW = 50

/**
 * Kendall's tau-b; exact p without ties below 50 pairs (as R), else the tie-corrected normal
 * approximation, continuity-corrected on request. Refuses as Pearson does.
 */
export function correlateOrder(
  x: Column,
  y: Column,
  options: { alternative?: Alternative; continuity?: boolean } = {},
): Result<Kendall> {
  const { alternative = 'two-sided', continuity = false } = options
  const read = readRankPairs(x, y)
  if (!read.ok) return read
  const { n } = read
  const { s, tiesX, tiesY } = countConcordance(read.x, read.y)
  if (tiesX[0] === n || tiesY[0] === n) {
    return refuse('AllTies', 'all values of a column are equal')
  }
  const pairs = (n * (n - 1)) / 2
  const tied = (ties: number[]) => ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  const tauB = s / (Math.sqrt(pairs - tied(tiesX)) * Math.sqrt(pairs - tied(tiesY)))
  const exact = tiesX.length + tiesY.length === 0 && n < EXACT_KENDALL_BELOW
  const shift = continuity ? Math.min(Math.abs(s), 1) * Math.sign(s) : 0
  const z = (s - shift) / Math.sqrt(varianceOfS(n, tiesX, tiesY))
  return conclude({
    estimate: { name: 'tau-b', value: tauB },
    value: {
      tauB,
      s,
      z: exact ? null : z,
      p: exact ? pickTail(kendallTails(n, s), alternative) : normalTail(z, alternative),
    },
    n,
    missing: { count: read.missing, handling: 'pairwise' },
    method: exact
      ? { id: 'kendall-exact', name: "Kendall's tau-b, exact p" }
      : {
          id: continuity ? 'kendall-normal-cc' : 'kendall-normal',
          name: "Kendall's tau-b, tie-corrected normal approximation",
        },
    assumptions: [assumptions.independentUnits, assumptions.monotone],
  })
}

function varianceOfS(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const over = (ties: readonly number[], f: (t: number) => number) =>
    ties.reduce((sum, t) => sum + f(t), 0)
  const cubic = (t: number) => t * (t - 1) * (2 * t + 5)
  const two = (t: number) => t * (t - 1)
  const three = (t: number) => t * (t - 1) * (t - 2)
  return (
    (cubic(n) - over(tiesX, cubic) - over(tiesY, cubic)) / 18 +
    (over(tiesX, two) * over(tiesY, two)) / (2 * n * (n - 1)) +
    (over(tiesX, three) * over(tiesY, three)) / (9 * three(n))
  )
}

/** Tau-b of two complete vectors, or null when one does not vary. */
export function tauBOf(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length
  if (n < 2) return null
  const { s, tiesX, tiesY } = countConcordance(roundForTies(x), roundForTies(y))
  const pairs = (n * (n - 1)) / 2
  const free = [tiesX, tiesY].map(
    (ties) => pairs - ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0),
  )
  const product = Math.sqrt(at(free, 0)) * Math.sqrt(at(free, 1))
  return product === 0 ? null : s / product
}
