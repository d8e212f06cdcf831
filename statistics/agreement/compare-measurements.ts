import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalQuantile, tQuantile, tTwoSided } from '../numeric/distributions.ts'
import { correlationOf, meanOf, momentsOf, varianceOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'

export type BlandAltman = {
  bias: number
  sd: number
  limits: { low: number; high: number }
  /** Does the difference grow with the mean? null when either does not vary. */
  proportionalBias: { slope: number; p: number } | null
  /** Lin's concordance with n - 1 and with n in the variances. */
  concordance: number
  concordanceN: number
  /** Lin's (1989) interval on the z scale, of the concordance with n; null when r or it is 1. */
  concordanceInterval: Interval | null
  /** Pearson r (precision) and how far scale and place agree (accuracy): their product is Lin's. */
  precision: number
  accuracy: number
  /** t intervals of the two limits (Bland & Altman 1999, variance (1/n + z²/(2(n-1))) s²). */
  limitIntervals: { low: Interval; high: Interval }
  meanAbsoluteDifference: number
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
  const concordanceN = (2 * covariance * shrink) / (spread * shrink + mean ** 2)
  const t = tQuantile((1 + level) / 2, n - 1)
  const limitError = sd * Math.sqrt(1 / n + 1.96 ** 2 / (2 * (n - 1)))
  const limitAround = (k: number): Interval => {
    const centre = mean + k * sd
    return { low: centre - t * limitError, high: centre + t * limitError, level, method: 't' }
  }
  return conclude({
    estimate: { name: 'bias', value: mean },
    interval: { low: mean - half, high: mean + half, level, method: 't' },
    value: {
      bias: mean,
      sd,
      limits: { low: mean - 1.96 * sd, high: mean + 1.96 * sd },
      proportionalBias: regressOnMean(x, y, d),
      concordance: (2 * covariance) / (spread + mean ** 2),
      concordanceN,
      concordanceInterval: linInterval(r, concordanceN, mean, covariance * shrink, n, level),
      precision: r,
      accuracy: r === 0 ? 0 : concordanceN / r,
      limitIntervals: { low: limitAround(-1.96), high: limitAround(1.96) },
      meanAbsoluteDifference: meanOf(d.map(Math.abs)),
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

function linInterval(
  r: number,
  ccc: number,
  bias: number,
  covariance: number,
  n: number,
  level: number,
): Interval | null {
  if (Math.abs(r) >= 1 - 1e-12 || Math.abs(ccc) >= 1 - 1e-12 || r === 0) return null
  // u² of Lin: squared bias over the product of the two SDs.
  const u2 = bias ** 2 / Math.abs(covariance / r)
  const spread =
    ((1 - r * r) * ccc ** 2) / ((1 - ccc ** 2) * r * r) +
    (2 * ccc ** 3 * (1 - ccc) * u2) / (r * (1 - ccc ** 2) ** 2) -
    (ccc ** 4 * u2 * u2) / (2 * r * r * (1 - ccc ** 2) ** 2)
  if (!(spread > 0) || n < 3) return null
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(spread / (n - 2))
  const z = Math.atanh(ccc)
  return { low: Math.tanh(z - half), high: Math.tanh(z + half), level, method: 'lin-z' }
}
