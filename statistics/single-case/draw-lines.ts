import { largestOf, smallestOf } from '../numeric/extent.ts'
import { quantileOf } from '../describe/quantile-of.ts'
import { at } from '../numeric/at.ts'
import { binomialUpper } from '../numeric/distributions.ts'
import { meanOf, sumOf } from '../numeric/moments.ts'
import { medianOf, roundForTies, sortAscending } from '../numeric/ranks.ts'
import type { Phases } from './read-phases.ts'

/** A line over time points counted from 1, in the direction of the data given. */
export type TrendLine = { slope: number; intercept: number }

export type PhaseTrend = { leastSquares: TrendLine; theilSen: TrendLine }

export type SplitMiddle = TrendLine & {
  /** B points beyond the continued line on the better side, of those not on it. */
  beyond: number
  counted: number
  /** One-sided binomial (.5). */
  p: number
}

/** Least-squares and Theil-Sen line of one phase; null below two points. */
export function fitTrend(
  values: readonly number[],
  times: readonly number[],
  sign: 1 | -1,
): PhaseTrend | null {
  if (values.length < 2) return null
  return {
    leastSquares: turn(fitLeastSquares(values, times), sign),
    theilSen: turn(fitTheilSen(values, times), sign),
  }
}

function turn({ slope, intercept }: TrendLine, sign: 1 | -1): TrendLine {
  return { slope: sign * slope + 0, intercept: sign * intercept + 0 }
}

/** Slope of least squares; the line goes through the means. */
export function fitLeastSquares(values: readonly number[], times: readonly number[]): TrendLine {
  const centre = meanOf(values)
  const middle = meanOf(times)
  const slope =
    sumOf(values.map((y, i) => (y - centre) * (at(times, i) - middle))) /
    sumOf(times.map((t) => (t - middle) ** 2))
  return { slope, intercept: centre - slope * middle }
}

/** Median of all pairwise slopes, median of what it leaves (Theil 1950, Sen 1968). */
export function fitTheilSen(values: readonly number[], times: readonly number[]): TrendLine {
  const slopes: number[] = []
  for (let i = 0; i < values.length; i += 1) {
    for (let j = i + 1; j < values.length; j += 1) {
      slopes.push((at(values, j) - at(values, i)) / (at(times, j) - at(times, i)))
    }
  }
  const slope = medianOf(slopes)
  return { slope, intercept: medianOf(values.map((value, i) => value - slope * at(times, i))) }
}

/**
 * Split-middle line (White 1974; Kazdin 1982): through the medians of the two halves of the
 * baseline (the middle point left out when odd), then moved so that half of the points lie on either
 * side; continued into B. null below four baseline points.
 */
export function splitMiddle({ a, b, timeA, timeB, sign }: Phases): SplitMiddle | null {
  if (a.length < 4) return null
  const half = Math.floor(a.length / 2)
  const part = (list: readonly number[], second: boolean) =>
    medianOf(second ? list.slice(list.length - half) : list.slice(0, half))
  const slope = (part(a, true) - part(a, false)) / (part(timeA, true) - part(timeA, false))
  const intercept = medianOf(a.map((y, i) => y - slope * at(timeA, i)))
  const rest = roundForTies(b.map((y, i) => y - intercept - slope * at(timeB, i)))
  const beyond = rest.filter((r) => r > 0).length
  const counted = rest.filter((r) => r !== 0).length
  return {
    ...turn({ slope, intercept }, sign),
    beyond,
    counted,
    p: counted === 0 ? 1 : binomialUpper(beyond, counted, 0.5),
  }
}

/** Quartiles of A (type 7) and how many B points lie beyond them on the better side. */
export function drawQuartileBand({ a, b, sign }: Phases): {
  low: number
  high: number
  beyond: number
} {
  const sorted = sortAscending(a)
  const edges = [quantileOf(sorted, 0.25, 7), quantileOf(sorted, 0.75, 7)]
  const bound = at(edges, 1)
  const shown = edges.map((edge) => sign * edge)
  return {
    low: smallestOf(shown),
    high: largestOf(shown),
    beyond: b.filter((value) => value > bound).length,
  }
}
