import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { countConcordance, kendallTails } from '../numeric/count-concordance.ts'
import { normalTail } from '../numeric/distributions.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { pickTail } from '../paired/test-signed-rank.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Method, Result } from '../result.ts'
import { EXACT_ORDERS, readRankPairs } from './correlate-ranks.ts'
import { permuteConcordance } from './permute-orders.ts'

export type Kendall = { tauB: number; s: number; z: number | null; p: number }
const EXACT_KENDALL_BELOW = 50

export const kendallComputations = ['auto', 'normal'] as const
type KendallComputation = (typeof kendallComputations)[number]

/**
 * Kendall's tau-b; exact p without ties below 50 pairs (as R), with ties up to 9 pairs over every order of one
 * column (R has no exact p there), else the tie-corrected normal approximation, continuity-corrected on request and
 * with a warning below 50 pairs. `computation: 'normal'` or a continuity correction asks for the approximation
 * wherever there are ties. Refuses as Pearson does.
 */
export function correlateOrder(
  x: Column,
  y: Column,
  options: {
    alternative?: Alternative
    continuity?: boolean
    computation?: KendallComputation
  } = {},
): Result<Kendall> {
  const { alternative = 'two-sided', continuity = false, computation = 'auto' } = options
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
  const hasTies = tiesX.length + tiesY.length > 0
  const wantsNormal = computation === 'normal' || continuity
  const chosen = chooseKendall(n, hasTies, wantsNormal)
  const shift = continuity ? Math.min(Math.abs(s), 1) * Math.sign(s) : 0
  const z = (s - shift) / Math.sqrt(varianceOfS(n, tiesX, tiesY))
  const p = {
    exact: () => pickTail(kendallTails(n, s), alternative),
    orders: () => permuteConcordance(ranksOf(read.x), ranksOf(read.y), alternative),
    normal: () => normalTail(z, alternative),
  }[chosen]()
  return conclude({
    estimate: { name: 'tau-b', value: tauB },
    value: { tauB, s, z: chosen === 'normal' ? z : null, p },
    n,
    missing: { count: read.missing, handling: 'pairwise' },
    method: chosen === 'normal' && continuity ? kendallMethods.corrected : kendallMethods[chosen],
    assumptions: [assumptions.independentUnits, assumptions.monotone],
    warnings:
      chosen === 'normal' && hasTies && n < EXACT_KENDALL_BELOW
        ? [{ id: 'ties-normal-p', detail: `${n} pairs with ties: p is approximate` }]
        : [],
  })
}

function chooseKendall(n: number, hasTies: boolean, wantsNormal: boolean) {
  if (!hasTies && n < EXACT_KENDALL_BELOW) return 'exact'
  return hasTies && n <= EXACT_ORDERS && !wantsNormal ? 'orders' : 'normal'
}

export const kendallMethods = {
  exact: { id: 'kendall-exact', name: "Kendall's tau-b, exact p" },
  orders: { id: 'kendall-permutation', name: "Kendall's tau-b with ties, exact permutation p" },
  normal: { id: 'kendall-normal', name: "Kendall's tau-b, tie-corrected normal approximation" },
  corrected: {
    id: 'kendall-normal-cc',
    name: "Kendall's tau-b, normal, continuity-corrected",
  },
} as const satisfies Record<string, Method>

function ranksOf(values: readonly number[]): number[] {
  return Array.from(rankValues(values).doubled)
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
