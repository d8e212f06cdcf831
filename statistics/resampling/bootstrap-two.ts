import { keepPairs, keepValues, refuseLevel } from '../columns.ts'
import { quantileOf } from '../describe/quantile-of.ts'
import { largestOf } from '../numeric/extent.ts'
import { at } from '../numeric/at.ts'
import { correlationOf, isConstant, meanOf, sdOf, sumOf } from '../numeric/moments.ts'
import { medianOf, sortAscending } from '../numeric/ranks.ts'
import { seededRandom } from '../numeric/seeded-random.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Refused, Result } from '../result.ts'
import { accelerationFrom, bcaLimits, leaveOneOut, MOST_DRAWN } from './bootstrap-interval.ts'

export const twoSampleStatistics = ['mean-difference', 'median-difference', 'correlation'] as const
export type TwoSampleStatistic = (typeof twoSampleStatistics)[number]
export type TwoSampleBootstrap = {
  statistic: TwoSampleStatistic
  bias: number
  standardError: number
  acceleration: number
  percentile: Interval
  samples: number
  seed: number
}

type Drawn = { estimate: number; draw: (random: () => number) => number; left: number[][] }

/**
 * BCa bootstrap interval (Efron 1987) of a difference of two independent groups (x - y, each drawn
 * for itself) or of the correlation of pairs (drawn as pairs), with a seed. Refuses fewer than five
 * values in a group or pairs, and columns that do not vary.
 */
export function bootstrapTwo(
  x: Column,
  y: Column,
  options: { statistic?: TwoSampleStatistic; samples?: number; seed?: number; level?: number } = {},
): Result<TwoSampleBootstrap> {
  const { statistic = 'mean-difference', level = 0.95, samples = 5000, seed = 1 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (!Number.isInteger(samples) || samples < 200 || samples > 100_000) {
    return refuse('OutOfRange', 'samples must be a whole number from 200 to 100,000')
  }
  const read = statistic === 'correlation' ? readPairs(x, y) : readGroups(x, y)
  if (!read.ok) return read
  const { a, b } = read
  if (Math.min(a.length, b.length) < 5) return refuse('TooFewValues', 'fewer than 5 values')
  if (isConstant(a) || isConstant(b)) return refuse('ZeroVariance', 'a column does not vary')
  if ((a.length + b.length) * samples > MOST_DRAWN) {
    return refuse('TooLarge', `at most 200 million drawn values, samples times rows`)
  }
  const { estimate, draw, left } =
    statistic === 'correlation'
      ? drawPairs(a, b)
      : drawGroups(a, b, statistic === 'mean-difference' ? 'mean' : 'median')
  const random = seededRandom(seed)
  const draws = sortAscending(Array.from({ length: samples }, () => draw(random)))
  const acceleration = accelerationFrom(left)
  const tail = (1 - level) / 2
  const percentile = { low: quantileOf(draws, tail, 7), high: quantileOf(draws, 1 - tail, 7) }
  return conclude({
    estimate: { name: statistic, value: estimate },
    interval: { ...bcaLimits(draws, estimate, acceleration, level), level, method: 'bca' },
    value: {
      statistic,
      bias: meanOf(draws) - estimate,
      standardError: sdOf(draws),
      acceleration,
      percentile: { ...percentile, level, method: 'percentile' },
      samples,
      seed,
    },
    n: statistic === 'correlation' ? a.length : a.length + b.length,
    missing: {
      count: read.missing,
      handling: statistic === 'correlation' ? 'complete-cases' : 'available',
    },
    method: { id: `bootstrap-bca-${statistic}`, name: `BCa bootstrap interval, ${statistic}` },
    warnings:
      Math.min(a.length, b.length) < 20
        ? [{ id: 'bootstrap-small-n', detail: 'a bootstrap interval is too narrow for few values' }]
        : [],
  })
}

type Two = { ok: true; a: number[]; b: number[]; missing: number }

function readPairs(x: Column, y: Column): Two | Refused {
  const read = keepPairs(x, y, ['x', 'y'])
  return read.ok
    ? { ok: true, a: read.kept.first, b: read.kept.second, missing: read.missing }
    : read
}

function readGroups(x: Column, y: Column): Two | Refused {
  const first = keepValues(x, 'x')
  if (!first.ok) return first
  const second = keepValues(y, 'y')
  if (!second.ok) return second
  return { ok: true, a: first.kept, b: second.kept, missing: first.missing + second.missing }
}

function drawGroups(
  a: readonly number[],
  b: readonly number[],
  statistic: 'mean' | 'median',
): Drawn {
  const centre = { mean: meanOf, median: medianOf }[statistic]
  const again = (values: readonly number[], random: () => number) =>
    values.map(() => at(values, Math.floor(random() * values.length)))
  return {
    estimate: centre(a) - centre(b),
    draw: (random) => centre(again(a, random)) - centre(again(b, random)),
    left: [
      leaveOneOut(a, statistic).map((left) => left - centre(b)),
      leaveOneOut(b, statistic).map((left) => centre(a) - left),
    ],
  }
}

/** A draw in which a column does not vary has no correlation and counts as zero. */
function drawPairs(a: readonly number[], b: readonly number[]): Drawn {
  return {
    estimate: correlationOf(a, b) ?? 0,
    draw: (random) => {
      const rows = a.map(() => Math.floor(random() * a.length))
      const pick = (values: readonly number[]) => rows.map((i) => at(values, i))
      return correlationOf(pick(a), pick(b)) ?? 0
    },
    left: [correlationsWithoutOne(a, b)],
  }
}

/** Each row takes its share of the sums along, and moves the means that the others are measured from. */
function correlationsWithoutOne(a: readonly number[], b: readonly number[]): number[] {
  const n = a.length
  const [x, y] = [centred(a), centred(b)]
  const products = (u: readonly number[], v: readonly number[]) =>
    sumOf(u.map((value, i) => value * at(v, i)))
  const [xx, yy, xy] = [products(x, x), products(y, y), products(x, y)]
  const share = n / (n - 1)
  return x.map((u, i) => {
    const v = at(y, i)
    const [restX, restY] = [xx - share * u * u, yy - share * v * v]
    // What rounding leaves of a column that is equal without this row is no variation.
    if (restX < 1e-12 * xx || restY < 1e-12 * yy) return 0
    return (xy - share * u * v) / Math.sqrt(restX * restY)
  })
}

/** Distances from the mean in units of the largest, so that no square over- or underflows. */
function centred(values: readonly number[]): number[] {
  const mean = meanOf(values)
  const away = values.map((value) => value - mean)
  const largest = largestOf(away.map(Math.abs))
  return away.map((value) => value / largest)
}
