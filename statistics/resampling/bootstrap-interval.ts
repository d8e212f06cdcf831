import { keepValues, refuseLevel } from '../columns.ts'
import { quantileOf } from '../describe/quantile-of.ts'
import { at } from '../numeric/at.ts'
import { normalLower, normalQuantile } from '../numeric/distributions.ts'
import { isConstant, meanOf, sdOf, sumOf } from '../numeric/moments.ts'
import { medianOf, sortAscending } from '../numeric/ranks.ts'
import { seededRandom } from '../numeric/seeded-random.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'

export type Statistic = 'mean' | 'median' | 'sd'
export type Bootstrap = {
  statistic: Statistic
  bias: number
  standardError: number
  acceleration: number
  percentile: Interval
  samples: number
  seed: number
}
export type BootstrapOptions = {
  statistic?: Statistic
  level?: number
  samples?: number
  seed?: number
}

/** Some seconds of drawing. */
export const MOST_DRAWN = 2e8

const statistics = { mean: meanOf, median: medianOf, sd: sdOf } as const

/**
 * Bias-corrected and accelerated bootstrap interval of one column (of differences, for change).
 * The same seed gives the same interval. Refuses fewer than five values, equal values, samples outside
 * 200 … 100,000, and more than 200 million values to draw in all (`TooLarge`).
 */
export function bootstrapInterval(
  column: Column,
  options: BootstrapOptions = {},
): Result<Bootstrap> {
  const { statistic = 'mean', level = 0.95, samples = 5000, seed = 1 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (!Number.isInteger(samples) || samples < 200 || samples > 100_000) {
    return refuse('OutOfRange', 'samples must be a whole number from 200 to 100,000')
  }
  const read = keepValues(column)
  if (!read.ok) return read
  const x = read.kept
  if (x.length < 5) return refuse('TooFewValues', `${x.length} values; at least 5 needed`)
  if (isConstant(x)) return refuse('ZeroVariance', 'all values are equal')
  if (x.length * samples > MOST_DRAWN) {
    return refuse(
      'TooLarge',
      `${x.length} values in ${samples} samples; at most 200 million drawn values`,
    )
  }
  const compute = statistics[statistic]
  const estimate = compute(x)
  const random = seededRandom(seed)
  const draws = sortAscending(
    Array.from({ length: samples }, () =>
      compute(x.map(() => at(x, Math.floor(random() * x.length)))),
    ),
  )
  const acceleration = accelerationFrom([leaveOneOut(x, statistic)])
  const tail = (1 - level) / 2
  return conclude({
    estimate: { name: statistic, value: estimate },
    interval: { ...bcaLimits(draws, estimate, acceleration, level), level, method: 'bca' },
    value: {
      statistic,
      bias: meanOf(draws) - estimate,
      standardError: sdOf(draws),
      acceleration,
      percentile: {
        low: quantileOf(draws, tail, 7),
        high: quantileOf(draws, 1 - tail, 7),
        level,
        method: 'percentile',
      },
      samples,
      seed,
    },
    n: x.length,
    missing: { count: read.missing, handling: 'available' },
    method: { id: 'bootstrap-bca', name: 'BCa bootstrap interval' },
    warnings:
      x.length < 20
        ? [{ id: 'bootstrap-small-n', detail: 'a bootstrap interval is too narrow for few values' }]
        : [],
  })
}

/** Share of draws below the estimate, ties half, kept off 0 and 1. */
function shareBelow(draws: readonly number[], estimate: number): number {
  const below = draws.reduce((sum, d) => sum + (d < estimate ? 1 : d === estimate ? 0.5 : 0), 0)
  const edge = 0.5 / draws.length
  return Math.min(1 - edge, Math.max(edge, below / draws.length))
}

/**
 * The statistic with one value left out, for each value, in one pass: leaving each out of a copy would take hours for
 * the answers of a county.
 */
export function leaveOneOut(x: readonly number[], statistic: Statistic): number[] {
  const n = x.length
  switch (statistic) {
    case 'mean': {
      const mean = meanOf(x)
      return x.map((value) => mean - (value - mean) / (n - 1))
    }
    case 'sd': {
      const mean = meanOf(x)
      const squares = sumOf(x.map((value) => (value - mean) ** 2))
      // One value takes its squared distance along, and moves the mean that the others are measured from.
      return x.map((value) =>
        Math.sqrt(Math.max(0, squares - ((value - mean) ** 2 * n) / (n - 1)) / (n - 2)),
      )
    }
    case 'median': {
      const order = [...x.keys()].sort((a, b) => at(x, a) - at(x, b))
      const sorted = order.map((i) => at(x, i))
      const left = x.map(() => 0)
      for (const [rank, i] of order.entries()) left[i] = medianWithout(sorted, rank)
      return left
    }
  }
}

/** The median of ascending values without the one at `rank`. */
function medianWithout(sorted: readonly number[], rank: number): number {
  const rest = sorted.length - 1
  const other = (place: number) => at(sorted, place < rank ? place : place + 1)
  const half = Math.floor(rest / 2)
  return rest % 2 === 1 ? other(half) : other(half - 1) / 2 + other(half) / 2
}

/**
 * Acceleration (Efron 1987) from figures computed with one value left out, one list per sample; the
 * influence of a value is (size - 1) times what leaving it out takes away.
 */
export function accelerationFrom(lists: readonly (readonly number[])[]): number {
  const rest = lists.flatMap((left) => {
    const mean = meanOf(left)
    return left.map((value) => (left.length - 1) * (mean - value))
  })
  const largest = rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0 || !Number.isFinite(largest)) return 0
  const units = rest.map((value) => value / largest)
  const squares = sumOf(units.map((d) => d * d))
  return sumOf(units.map((d) => d ** 3)) / (6 * squares ** 1.5)
}

/** The BCa limits of sorted draws. */
export function bcaLimits(
  draws: readonly number[],
  estimate: number,
  acceleration: number,
  level: number,
): { low: number; high: number } {
  const z0 = normalQuantile(shareBelow(draws, estimate))
  const move = (p: number) => {
    const z = z0 + normalQuantile(p)
    return quantileOf(draws, normalLower(z0 + z / (1 - acceleration * z)), 7)
  }
  const tail = (1 - level) / 2
  return { low: move(tail), high: move(1 - tail) }
}
