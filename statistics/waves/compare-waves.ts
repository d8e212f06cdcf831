import { assumptions } from '../assumptions.ts'
import { keepCompleteRows } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper, fUpper } from '../numeric/distributions.ts'
import { cell, covarianceTable } from '../numeric/matrix.ts'
import { meanOf, sumOf } from '../numeric/moments.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { testSignedRank } from '../paired/test-signed-rank.ts'
import { adjustedValues } from '../planning/adjust-p-values.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Missing, Refused, Result } from '../result.ts'

type Waves = { ok: true; columns: number[][]; n: number; missing: Missing }

function readWaves(waves: readonly Column[]): Waves | Refused {
  if (waves.length < 3) return refuse('TooFewGroups', `${waves.length} waves; at least 3 needed`)
  const read = keepCompleteRows(waves)
  if (!read.ok) return read
  const n = read.kept[0]?.length ?? 0
  if (n < 2) return refuse('TooFewValues', `${n} complete rows; at least 2 needed`)
  return {
    ok: true,
    columns: read.kept,
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
  }
}

export type WavePair = {
  first: number
  second: number
  n: number
  p: number | null
  pHolm: number | null
}
export type Friedman = {
  chiSquare: number
  df: number
  p: number
  kendallW: number
  meanRanks: number[]
  /** Exact signed-rank p of every two waves on available pairs; null when no pair changed. */
  pairs: WavePair[]
}

/**
 * Friedman test of three or more waves, tie-corrected, by chi-square, with Kendall's W and exact
 * signed-rank comparisons adjusted by Holm. Refuses fewer than three waves, fewer than two
 * complete rows, and rows in which all waves are equal throughout.
 */
export function rankWaves(waves: readonly Column[]): Result<Friedman> {
  const read = readWaves(waves)
  if (!read.ok) return read
  const { columns, n } = read
  const k = columns.length
  const rows = Array.from({ length: n }, (_, i) =>
    rankValues(roundForTies(columns.map((column) => at(column, i)))),
  )
  const sums = columns.map((_, j) => rows.reduce((sum, row) => sum + at(row.doubled, j) / 2, 0))
  const squares = rows.reduce((sum, row) => sum + row.doubled.reduce((s, r) => s + r * r, 0) / 4, 0)
  const spread = squares - (n * k * (k + 1) ** 2) / 4
  if (!(spread > 0)) return refuse('AllTies', 'no row differs between waves')
  const between = sums.reduce((sum, r) => sum + (r - (n * (k + 1)) / 2) ** 2, 0)
  const chiSquare = ((k - 1) * between) / spread
  return conclude({
    estimate: { name: "Kendall's W", value: chiSquare / (n * (k - 1)) },
    value: {
      chiSquare,
      df: k - 1,
      p: chiSquareUpper(chiSquare, k - 1),
      kendallW: chiSquare / (n * (k - 1)),
      meanRanks: sums.map((sum) => sum / n),
      pairs: compareEach(waves),
    },
    n,
    missing: read.missing,
    method: { id: 'friedman', name: 'Friedman test, tie-corrected, chi-square' },
    assumptions: [assumptions.independentUnits],
    warnings:
      n < 10 ? [{ id: 'chi-square-small-n', detail: `p by chi-square is rough for n = ${n}` }] : [],
  })
}

function compareEach(waves: readonly Column[]): WavePair[] {
  const pairs = waves.flatMap((a, i) =>
    waves.slice(i + 1).map((b, j) => {
      const test = testSignedRank(a, b)
      const p = test.ok ? test.value.p : null
      return { first: i, second: i + 1 + j, n: test.ok ? test.n : 0, p }
    }),
  )
  const adjusted = adjustedValues(
    pairs.flatMap(({ p }) => (p === null ? [] : [p])),
    'holm',
  ).values()
  return pairs.map((pair) => ({
    ...pair,
    pHolm: pair.p === null ? null : (adjusted.next().value ?? null),
  }))
}

export type RepeatedAnova = {
  f: number
  df1: number
  df2: number
  p: number
  greenhouseGeisser: { epsilon: number; p: number }
  /** Capped at 1. */
  huynhFeldt: { epsilon: number; p: number }
  partialEtaSquared: number
  means: number[]
}

/**
 * One-way repeated-measures ANOVA; report the Greenhouse-Geisser p. Refuses fewer than three
 * waves, fewer than two complete rows, and waves without residual variance.
 */
export function compareWaves(waves: readonly Column[]): Result<RepeatedAnova> {
  const read = readWaves(waves)
  if (!read.ok) return read
  const { columns, n } = read
  const k = columns.length
  const grand = meanOf(columns.flat())
  const centred = columns.map((column) => column.map((value) => value - grand))
  const means = centred.map(meanOf)
  const centre = meanOf(means)
  const rowMeans = Array.from({ length: n }, (_, i) => meanOf(centred.map((c) => at(c, i))))
  const between = n * sumOf(means.map((m) => (m - centre) ** 2))
  const error = sumOf(
    centred.flatMap((column, j) =>
      column.map((value, i) => (value - at(means, j) - at(rowMeans, i) + centre) ** 2),
    ),
  )
  const total = sumOf(centred.flat().map((value) => value * value))
  if (!(error > 1e-20 * total)) return refuse('ZeroVariance', 'every row changes by the same steps')
  const df1 = k - 1
  const df2 = (k - 1) * (n - 1)
  const f = between / df1 / (error / df2)
  const gg = epsilonOf(covarianceTable(centred))
  const hf = Math.min(1, (n * df1 * gg - 2) / (df1 * (n - 1 - df1 * gg)))
  const huynh = Number.isFinite(hf) && hf > 0 ? Math.max(hf, gg) : 1
  const pAt = (epsilon: number) => fUpper(f, df1 * epsilon, df2 * epsilon)
  return conclude({
    estimate: { name: 'partial eta squared', value: between / (between + error) },
    value: {
      f,
      df1,
      df2,
      p: pAt(1),
      greenhouseGeisser: { epsilon: gg, p: pAt(gg) },
      huynhFeldt: { epsilon: huynh, p: pAt(huynh) },
      partialEtaSquared: between / (between + error),
      means: means.map((m) => m + grand),
    },
    n,
    missing: read.missing,
    method: { id: 'anova-repeated-gg', name: 'Repeated-measures ANOVA, Greenhouse-Geisser' },
    assumptions: [
      assumptions.independentUnits,
      assumptions.normalDifferences,
      assumptions.sphericity,
    ],
  })
}

/** Box's epsilon from the double-centred covariances: (tr)^2 / ((k-1) tr of the square). */
function epsilonOf(s: readonly (readonly number[])[]): number {
  const k = s.length
  const rowMeans = s.map((row) => row.reduce((sum, value) => sum + value, 0) / k)
  const grand = rowMeans.reduce((sum, value) => sum + value, 0) / k
  let trace = 0
  let squares = 0
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      const c = cell(s, i, j) - at(rowMeans, i) - at(rowMeans, j) + grand
      squares += c * c
      if (i === j) trace += c
    }
  }
  return Math.min(1, Math.max(1 / (k - 1), trace ** 2 / ((k - 1) * squares)))
}
