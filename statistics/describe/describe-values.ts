import { assumptions } from '../assumptions.ts'
import { keepValues, refuseLevel } from '../columns.ts'
import { tQuantile } from '../numeric/distributions.ts'
import { isConstant, momentsOf } from '../numeric/moments.ts'
import type { Moments } from '../numeric/moments.ts'
import { sortAscending } from '../numeric/ranks.ts'
import { at } from '../numeric/at.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result, Warning } from '../result.ts'
import { quantileOf } from './quantile-of.ts'
import type { QuantileType } from './quantile-of.ts'

/** null where the figure is not defined for so few or such equal values. */
export type Description = {
  mean: number
  sd: number | null
  standardError: number | null
  median: number
  lowerQuartile: number
  upperQuartile: number
  min: number
  max: number
  skewness: number | null
  kurtosis: number | null
  /** Standard errors of the two under normality, as SPSS prints them. */
  skewnessError: number | null
  kurtosisError: number | null
  /** null also when it overflows although the SD does not. */
  variance: number | null
  /** Upper minus lower quartile. */
  quartileRange: number
}

export type DescribeOptions = { quantileType?: QuantileType; level?: number }

/**
 * n, mean, SD (n - 1), median, quartiles, extremes, skewness and excess kurtosis of type 2 (those
 * of SPSS and SAS). The interval is the t interval of the mean. Refuses an empty column.
 */
export function describeValues(column: Column, options: DescribeOptions = {}): Result<Description> {
  const { quantileType = 7, level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = keepValues(column)
  if (!read.ok) return read
  const n = read.kept.length
  if (n === 0) return refuse('TooFewValues', 'no value is present')
  const m = momentsOf(read.kept)
  const flat = isConstant(read.kept)
  const sorted = sortAscending(read.kept)
  const sd = n < 2 ? null : flat ? 0 : m.sd
  const standardError = sd === null ? null : sd / Math.sqrt(n)
  const warnings: Warning[] = []
  if (flat && n > 1) warnings.push({ id: 'constant-values', detail: 'all values are equal' })
  return conclude({
    estimate: { name: 'mean', value: m.mean },
    interval: flat || standardError === null ? null : meanInterval(m.mean, standardError, n, level),
    value: {
      mean: m.mean,
      sd,
      standardError,
      median: quantileOf(sorted, 0.5, 7),
      lowerQuartile: quantileOf(sorted, 0.25, quantileType),
      upperQuartile: quantileOf(sorted, 0.75, quantileType),
      min: at(sorted, 0),
      max: at(sorted, n - 1),
      skewness: flat ? null : skewnessOf(m),
      kurtosis: flat ? null : kurtosisOf(m),
      ...shapeErrors(n),
      variance: sd === null || !Number.isFinite(sd ** 2) ? null : sd ** 2,
      quartileRange:
        quantileOf(sorted, 0.75, quantileType) - quantileOf(sorted, 0.25, quantileType),
    },
    n,
    missing: { count: read.missing, handling: 'available' },
    method: {
      id: `describe-q${quantileType}`,
      name: `Descriptives, quartiles type ${quantileType}`,
    },
    assumptions: [assumptions.intervalScale],
    warnings,
  })
}

/** t interval of a mean from its standard error. */
export function meanInterval(mean: number, error: number, n: number, level: number): Interval {
  const half = tQuantile((1 + level) / 2, n - 1) * error
  return { low: mean - half, high: mean + half, level, method: 't' }
}

function skewnessOf({ n, g1 }: Moments): number | null {
  return n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
}

function kurtosisOf({ n, g2 }: Moments): number | null {
  return n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6)
}

function shapeErrors(n: number): Pick<Description, 'skewnessError' | 'kurtosisError'> {
  if (n < 3) return { skewnessError: null, kurtosisError: null }
  const skewnessError = Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3)))
  const kurtosisError =
    n < 4 ? null : 2 * skewnessError * Math.sqrt((n * n - 1) / ((n - 3) * (n + 5)))
  return { skewnessError, kurtosisError }
}
