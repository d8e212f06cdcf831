import { assumptions } from '../assumptions.ts'
import { keepCompleteRows, keepPairs, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { fQuantile, fUpper, tQuantile, tTwoSided } from '../numeric/distributions.ts'
import { correlationOf, meanOf, momentsOf, sumOf, varianceOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'

export type Icc = {
  /** Agreement and consistency of single ratings (A,1), (C,1) and of their mean (A,k), (C,k). */
  agreement: number
  consistency: number
  agreementOfMean: number
  consistencyOfMean: number
  consistencyInterval: Interval
  f: number
  p: number
  raters: number
}

/**
 * Two-way intraclass correlations of McGraw & Wong with their intervals; a negative value is
 * reported, not set to 0. Rows are targets, columns raters. Refuses fewer
 * than two columns, fewer than three complete rows and no variance.
 */
export function correlateWithinClass(
  columns: readonly Column[],
  options: { level?: number } = {},
): Result<Icc> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (columns.length < 2) return refuse('TooFewGroups', 'at least two columns needed')
  const read = keepCompleteRows(columns)
  if (!read.ok) return read
  const n = read.kept[0]?.length ?? 0
  if (n < 3) return refuse('TooFewValues', `${n} complete rows; at least 3 needed`)
  const m = meanSquares(read.kept, n)
  if (!(m.error > 1e-20 * (m.rows + m.columns)) || !(m.rows > 0)) {
    return refuse('ZeroVariance', 'rows or residuals do not vary')
  }
  const k = columns.length
  const { rows: r, columns: c, error: e } = m
  const agreement = (r - e) / (r + (k - 1) * e + (k * (c - e)) / n)
  const consistency = (r - e) / (r + (k - 1) * e)
  const df2 = (n - 1) * (k - 1)
  return conclude({
    estimate: { name: 'ICC(A,1)', value: agreement },
    interval: agreementInterval(m, agreement, n, k, level),
    value: {
      agreement,
      consistency,
      agreementOfMean: (r - e) / (r + (c - e) / n),
      consistencyOfMean: (r - e) / r,
      consistencyInterval: consistencyInterval(r / e, n, k, level),
      f: r / e,
      p: fUpper(r / e, n - 1, df2),
      raters: k,
    },
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: 'icc-mcgraw-wong', name: 'ICC(A,1) and ICC(C,1), McGraw & Wong' },
    assumptions: [assumptions.independentUnits, assumptions.normalWithin],
  })
}

type Squares = { rows: number; columns: number; error: number }

function meanSquares(columns: readonly (readonly number[])[], n: number): Squares {
  const k = columns.length
  const grand = meanOf(columns.flat())
  const centred = columns.map((column) => column.map((value) => value - grand))
  const columnMeans = centred.map(meanOf)
  const rowMeans = Array.from({ length: n }, (_, i) => meanOf(centred.map((c) => at(c, i))))
  const error = sumOf(
    centred.flatMap((column, j) =>
      column.map((value, i) => (value - at(columnMeans, j) - at(rowMeans, i)) ** 2),
    ),
  )
  return {
    rows: (k * sumOf(rowMeans.map((m) => m * m))) / (n - 1),
    columns: (n * sumOf(columnMeans.map((m) => m * m))) / (k - 1),
    error: error / ((n - 1) * (k - 1)),
  }
}

function consistencyInterval(f: number, n: number, k: number, level: number): Interval {
  const tail = (1 + level) / 2
  const df2 = (n - 1) * (k - 1)
  const low = f / fQuantile(tail, n - 1, df2)
  const high = f * fQuantile(tail, df2, n - 1)
  return {
    low: (low - 1) / (low + k - 1),
    high: (high - 1) / (high + k - 1),
    level,
    method: 'mcgraw-wong',
  }
}

function agreementInterval(
  { rows: r, columns: c, error: e }: Squares,
  icc: number,
  n: number,
  k: number,
  level: number,
): Interval {
  const a = (k * icc) / (n * (1 - icc))
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc))
  const v = (a * c + b * e) ** 2 / ((a * c) ** 2 / (k - 1) + (b * e) ** 2 / ((n - 1) * (k - 1)))
  const tail = (1 + level) / 2
  const up = fQuantile(tail, n - 1, v)
  const down = fQuantile(tail, v, n - 1)
  const rest = k * c + (k * n - k - n) * e
  return {
    low: (n * (r - up * e)) / (up * rest + n * r),
    high: (n * (down * r - e)) / (rest + n * down * r),
    level,
    method: 'mcgraw-wong',
  }
}

export type BlandAltman = {
  bias: number
  sd: number
  limits: { low: number; high: number }
  /** Does the difference grow with the mean? null when either does not vary. */
  proportionalBias: { slope: number; p: number } | null
  /** Lin's concordance with n - 1 and with n in the variances. */
  concordance: number
  concordanceN: number
}

/**
 * Bland-Altman agreement of two measurements (second - first): bias with t interval, limits of
 * agreement at 1.96 SD, proportional bias, Lin's concordance. Refuses fewer than three pairs and
 * measurements that do not vary.
 */
export function compareMeasurements(
  first: Column,
  second: Column,
  options: { level?: number } = {},
): Result<BlandAltman> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const pairs = keepPairs(first, second)
  if (!pairs.ok) return pairs
  const { first: x, second: y } = pairs.kept
  const n = x.length
  if (n < 3) return refuse('TooFewValues', `${n} complete pairs; at least 3 needed`)
  const r = correlationOf(x, y)
  if (r === null) return refuse('ZeroVariance', 'a measurement does not vary')
  const d = y.map((value, i) => value - at(x, i))
  const { mean, sd } = momentsOf(d)
  const half = (tQuantile((1 + level) / 2, n - 1) * sd) / Math.sqrt(n)
  const covariance = r * Math.sqrt(varianceOf(x)) * Math.sqrt(varianceOf(y))
  const spread = varianceOf(x) + varianceOf(y)
  const shrink = (n - 1) / n
  return conclude({
    estimate: { name: 'bias', value: mean },
    interval: { low: mean - half, high: mean + half, level, method: 't' },
    value: {
      bias: mean,
      sd,
      limits: { low: mean - 1.96 * sd, high: mean + 1.96 * sd },
      proportionalBias: regressOnMean(x, y, d),
      concordance: (2 * covariance) / (spread + mean ** 2),
      concordanceN: (2 * covariance * shrink) / (spread * shrink + mean ** 2),
    },
    n,
    missing: { count: pairs.missing, handling: 'complete-cases' },
    method: { id: 'bland-altman', name: 'Bland-Altman limits of agreement, Lin concordance' },
    assumptions: [assumptions.independentUnits, assumptions.normalDifferences],
  })
}

function regressOnMean(
  x: readonly number[],
  y: readonly number[],
  d: readonly number[],
): BlandAltman['proportionalBias'] {
  const means = x.map((value, i) => (value + at(y, i)) / 2)
  const r = correlationOf(means, d)
  if (r === null || Math.abs(r) >= 1 - 1e-15) return null
  const slope = r * Math.sqrt(varianceOf(d) / varianceOf(means))
  const df = x.length - 2
  return { slope, p: tTwoSided(r * Math.sqrt(df / (1 - r * r)), df) }
}
