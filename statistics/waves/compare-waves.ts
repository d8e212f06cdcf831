import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { fUpper } from '../numeric/distributions.ts'
import { covarianceTable } from '../numeric/matrix.ts'
import { meanOf, sdOf, sumOf } from '../numeric/moments.ts'
import { testPairedMean } from '../paired/test-paired-mean.ts'
import { adjustedValues } from '../planning/adjust-p-values.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'
import { readWaves } from './read-waves.ts'
import { measureSphericity } from './sphericity.ts'
import type { Sphericity } from './sphericity.ts'

export type WaveContrast = {
  first: number
  second: number
  n: number
  /** Second minus first, on all rows that have both; null when the difference does not vary. */
  difference: number | null
  interval: Interval | null
  p: number | null
  pHolm: number | null
}
export type RepeatedAnova = {
  f: number
  df1: number
  df2: number
  p: number
  greenhouseGeisser: { epsilon: number; p: number }
  /** Capped at 1. */
  huynhFeldt: { epsilon: number; p: number }
  sphericity: Sphericity
  sumsOfSquares: { waves: number; rows: number; error: number }
  partialEtaSquared: number
  /** Waves / (waves + rows + error), comparable across designs (Olejnik & Algina 2003). */
  generalisedEtaSquared: number
  means: number[]
  sds: number[]
  /** Paired t of every two waves on available pairs, adjusted by Holm. */
  pairs: WaveContrast[]
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
  const rows = k * sumOf(rowMeans.map((m) => (m - centre) ** 2))
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
  const sphericity = measureSphericity(covarianceTable(centred), n - 1, n)
  const pAt = (epsilon: number) => ({ epsilon, p: fUpper(f, df1 * epsilon, df2 * epsilon) })
  return conclude({
    estimate: { name: 'partial eta squared', value: between / (between + error) },
    value: {
      f,
      df1,
      df2,
      p: pAt(1).p,
      greenhouseGeisser: pAt(sphericity.greenhouseGeisser),
      huynhFeldt: pAt(sphericity.huynhFeldt),
      sphericity,
      sumsOfSquares: { waves: between, rows, error },
      partialEtaSquared: between / (between + error),
      generalisedEtaSquared: between / (between + rows + error),
      means: means.map((m) => m + grand),
      sds: columns.map(sdOf),
      pairs: contrastEach(waves),
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

/** Paired t of every two waves on the rows that have both, adjusted by Holm. */
export function contrastEach(waves: readonly Column[]): WaveContrast[] {
  const pairs = waves.flatMap((a, i) =>
    waves.slice(i + 1).map((b, j) => {
      const place = { first: i, second: i + 1 + j }
      const test = testPairedMean(a, b)
      if (!test.ok) return { ...place, n: 0, difference: null, interval: null, p: null }
      const { meanDifference: difference, p } = test.value
      return { ...place, n: test.n, difference, interval: test.interval, p }
    }),
  )
  const known = pairs.flatMap(({ p }) => (p === null ? [] : [p]))
  const adjusted = adjustedValues(known, 'holm').values()
  return pairs.map((pair) => ({
    ...pair,
    pHolm: pair.p === null ? null : (adjusted.next().value ?? null),
  }))
}
