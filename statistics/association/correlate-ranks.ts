import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { tTail } from '../numeric/distributions.ts'
import { correlationOf } from '../numeric/moments.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { pickTail } from '../paired/test-signed-rank.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Method, Refused, Result } from '../result.ts'
import { fisherInterval, perfectP } from './correlate-linearly.ts'
import type { CorrelationOptions } from './correlate-linearly.ts'
import { permuteProducts } from './permute-orders.ts'
import { spearmanSeriesTails } from './spearman-series.ts'

export type RankPairs = { ok: true; x: number[]; y: number[]; n: number; missing: number }

/** Complete pairs, rounded so that rounding noise makes no untied values. Refuses fewer than three. */
export function readRankPairs(x: Column, y: Column): RankPairs | Refused {
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

export type Spearman = { rho: number; p: number; s: number }
/** Up to so many pairs every order of one column is looked at. */
export const EXACT_ORDERS = 9
const SERIES_SPEARMAN = 1290

export const spearmanComputations = ['auto', 'exact', 'series', 't'] as const
type SpearmanComputation = (typeof spearmanComputations)[number]

/**
 * Spearman correlation on mid-ranks; by default exact permutation p up to 9 pairs (ties
 * included), the Edgeworth series up to 1290 pairs without ties (as R), t approximation otherwise and where the
 * series falls below zero;
 * Fisher z interval with the Bonett-Wright (2000) error. Refuses as Pearson does, an exact p above 9
 * pairs and a series with ties.
 */
export function correlateRanks(
  x: Column,
  y: Column,
  options: CorrelationOptions & { computation?: SpearmanComputation } = {},
): Result<Spearman> {
  const { level = 0.95, alternative = 'two-sided', computation = 'auto' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readRankPairs(x, y)
  if (!read.ok) return read
  const ranksX = rankValues(read.x)
  const ranksY = rankValues(read.y)
  const a = Array.from(ranksX.doubled)
  const b = Array.from(ranksY.doubled)
  const rho = correlationOf(a, b)
  if (rho === null) return refuse('AllTies', 'all values of a column are equal')
  const tied = ranksX.ties.length + ranksY.ties.length > 0
  const chosen = computation === 'auto' ? chooseSpearman(read.n, tied) : computation
  if (chosen === 'exact' && read.n > EXACT_ORDERS) {
    return refuse('TooLarge', `exact p values stop at ${EXACT_ORDERS} pairs`)
  }
  if (chosen === 'series' && tied)
    return refuse('OutOfRange', 'the series is for data without ties')
  const found = spearmanP(a, b, rho, chosen, alternative)
  // Far out the series falls below zero; a p of zero would be a claim that nothing supports.
  const method = chosen === 'series' && !(found > 0) ? 't' : chosen
  const error = Math.sqrt((1 + rho ** 2 / 2) / Math.max(1, read.n - 3))
  return conclude({
    estimate: { name: 'rho', value: rho },
    interval: fisherInterval(rho, error, read.n, level),
    value: {
      rho,
      p: method === chosen ? found : spearmanP(a, b, rho, method, alternative),
      s: ((1 - rho) * (read.n ** 3 - read.n)) / 6,
    },
    n: read.n,
    missing: { count: read.missing, handling: 'pairwise' },
    method: spearmanMethods[method],
    assumptions: [assumptions.independentUnits, assumptions.monotone],
  })
}

type Chosen = Exclude<SpearmanComputation, 'auto'>

function chooseSpearman(n: number, tied: boolean): Chosen {
  if (n <= EXACT_ORDERS) return 'exact'
  return tied || n > SERIES_SPEARMAN ? 't' : 'series'
}

export const spearmanMethods: Record<Chosen, Method> = {
  exact: { id: 'spearman-exact', name: 'Spearman rank correlation, exact permutation p' },
  series: { id: 'spearman-edgeworth', name: 'Spearman rank correlation, Edgeworth series' },
  t: { id: 'spearman-t', name: 'Spearman rank correlation, t approximation' },
}

function spearmanP(
  a: number[],
  b: number[],
  rho: number,
  chosen: Chosen,
  alternative: Alternative,
): number {
  const n = a.length
  switch (chosen) {
    case 'exact':
      return permuteProducts(a, b, alternative)
    case 'series':
      return pickTail(spearmanSeriesTails(rho, n), alternative)
    case 't': {
      if (Math.abs(rho) >= 1 - 1e-15) return perfectP(rho, alternative)
      const t = rho * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho)))
      return tTail(t, n - 2, alternative)
    }
  }
}
