import { largestOf, smallestOf } from '../numeric/extent.ts'
import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { binomialUpper } from '../numeric/distributions.ts'
import { isConstant, meanOf, sdOf, sumOf } from '../numeric/moments.ts'
import { medianOf } from '../numeric/ranks.ts'
import { conclude } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { drawQuartileBand, fitLeastSquares, fitTrend, splitMiddle } from './draw-lines.ts'
import type { PhaseTrend, SplitMiddle } from './draw-lines.ts'
import { warnPhases } from './measure-non-overlap.ts'
import { readPhases } from './read-phases.ts'
import type { Direction, Phases } from './read-phases.ts'

/** Figures in the direction of the data given; null where the baseline does not vary. */
export type PhaseFigures = {
  meanA: number
  meanB: number
  medianA: number
  medianB: number
  sdA: number
  sdB: number | null
  /** Mean of A minus and plus two SDs, and how many B points lie beyond it on the better side. */
  band: { low: number; high: number; beyond: number } | null
  /** Difference of means / SD of A, with J = 1 - 3/(4(m-1)-1); positive is better. */
  smd: { value: number; standardError: number | null } | null
  /** Bias-corrected log response ratio for data above zero; positive is better. */
  logResponseRatio: { value: number; standardError: number } | null
  /** Conservative dual criterion: B points beyond trend and mean of A, each moved by .25 SD. */
  dualCriterion: { beyond: number; p: number } | null
  /** Quartiles of A, and how many B points lie beyond them on the better side. */
  quartileBand: { low: number; high: number; beyond: number }
  rangeA: { low: number; high: number }
  rangeB: { low: number; high: number }
  /** SD / mean; null unless all values of A are positive. */
  variationA: number | null
  /** Mean of the first three B points minus mean of the last three A points. */
  immediateChange: number
  trendA: PhaseTrend | null
  trendB: PhaseTrend | null
  splitMiddle: SplitMiddle | null
  /** Lag-1 autocorrelation (divides by n) of A and of the whole series. */
  autocorrelationA: number | null
  autocorrelationAll: number | null
}

/**
 * Level, trend, spread, two-SD and quartile band, split-middle line, standardised difference,
 * response ratio, dual criterion and autocorrelation of a baseline and an intervention phase. Refuses under three baseline points.
 */
export function describePhases(
  baseline: Column,
  intervention: Column,
  options: { direction?: Direction } = {},
): Result<PhaseFigures> {
  const read = readPhases(baseline, intervention, options.direction ?? 'increase')
  if (!read.ok) return read
  const { sign } = read
  const a = read.a.map((value) => sign * value)
  const b = read.b.map((value) => sign * value)
  const flat = isConstant(a)
  const sdA = flat ? 0 : sdOf(a)
  return conclude({
    estimate: { name: 'difference of phase means', value: meanOf(b) - meanOf(a) },
    value: {
      meanA: meanOf(a),
      meanB: meanOf(b),
      medianA: medianOf(a),
      medianB: medianOf(b),
      sdA,
      sdB: b.length < 2 ? null : sdOf(b),
      band: flat ? null : drawBand(read, sdA),
      smd: flat ? null : standardise(read.a, read.b, sdA),
      logResponseRatio: compareRatio(a, b, sign),
      dualCriterion: flat ? null : applyDualCriterion(read, sdA),
      quartileBand: drawQuartileBand(read),
      rangeA: { low: smallestOf(a), high: largestOf(a) },
      rangeB: { low: smallestOf(b), high: largestOf(b) },
      variationA: smallestOf(a) > 0 ? sdA / meanOf(a) : null,
      immediateChange: meanOf(b.slice(0, 3)) - meanOf(a.slice(-3)),
      trendA: fitTrend(read.a, read.timeA, sign),
      trendB: fitTrend(read.b, read.timeB, sign),
      splitMiddle: splitMiddle(read),
      autocorrelationA: autocorrelationOf(a),
      autocorrelationAll: autocorrelationOf([...a, ...b]),
    },
    n: a.length + b.length,
    missing: read.missing,
    method: { id: 'two-phases', name: 'Two-phase single-case description' },
    assumptions: [assumptions.noSerialDependence],
    warnings: warnPhases(a.length, b.length),
  })
}

function drawBand(read: Phases, sdA: number): PhaseFigures['band'] {
  const centre = meanOf(read.a)
  const edges = [centre - 2 * sdA, centre + 2 * sdA].map((edge) => read.sign * edge)
  return {
    low: smallestOf(edges),
    high: largestOf(edges),
    beyond: read.b.filter((value) => value > centre + 2 * sdA).length,
  }
}

function standardise(a: readonly number[], b: readonly number[], sdA: number): PhaseFigures['smd'] {
  const m = a.length
  const factor = 1 - 3 / (4 * (m - 1) - 1)
  const value = (factor * (meanOf(b) - meanOf(a))) / sdA
  if (b.length < 2) return { value, standardError: null }
  const spread = 1 / m + (sdOf(b) / sdA) ** 2 / b.length + value ** 2 / (2 * (m - 1))
  return { value, standardError: factor * Math.sqrt(spread) }
}

function compareRatio(
  a: readonly number[],
  b: readonly number[],
  sign: 1 | -1,
): PhaseFigures['logResponseRatio'] {
  if (b.length < 2 || Math.min(smallestOf(a), smallestOf(b)) < 0) return null
  const meanA = meanOf(a)
  const meanB = meanOf(b)
  if (!(meanA > 0 && meanB > 0)) return null
  const varA = (sdOf(a) / meanA) ** 2 / a.length
  const varB = (sdOf(b) / meanB) ** 2 / b.length
  const value = sign * (Math.log(meanB / meanA) + varB / 2 - varA / 2)
  const standardError = Math.sqrt(varA + varB)
  return standardError === 0 ? null : { value, standardError }
}

function applyDualCriterion(read: Phases, sdA: number): PhaseFigures['dualCriterion'] {
  const { a, b, timeA, timeB } = read
  const centre = meanOf(a)
  const { slope, intercept } = fitLeastSquares(a, timeA)
  const raise = 0.25 * sdA
  const beyond = b.filter((y, i) => {
    const trend = intercept + slope * at(timeB, i)
    return y > trend + raise && y > centre + raise
  }).length
  return { beyond, p: binomialUpper(beyond, b.length, 0.5) }
}

function autocorrelationOf(values: readonly number[]): number | null {
  if (values.length < 3 || isConstant(values)) return null
  const mean = meanOf(values)
  const rest = values.map((value) => value - mean)
  const products = rest.slice(1).map((value, i) => value * at(rest, i))
  return sumOf(products) / sumOf(rest.map((value) => value * value))
}
