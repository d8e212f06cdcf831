import { largestOf } from '../numeric/extent.ts'
import { assumptions } from '../assumptions.ts'
import { keepCompleteRows, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { compareFits } from '../numeric/compare-fits.ts'
import type { FTest } from '../numeric/compare-fits.ts'
import { tQuantile, tTwoSided } from '../numeric/distributions.ts'
import {
  cell,
  correlationsFrom,
  covarianceTable,
  fitLinear,
  invertSymmetric,
} from '../numeric/matrix.ts'
import type { LinearFit, Table } from '../numeric/matrix.ts'
import { isConstant, meanOf, sdOf, sumOf, varianceOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Refused, Result } from '../result.ts'

export type Coefficient = {
  name: string
  b: number
  standardError: number
  interval: Interval
  t: number
  p: number
  /** Standardised coefficient and variance inflation; null for the intercept. */
  beta: number | null
  vif: number | null
}
export type Regression = {
  coefficients: Coefficient[]
  rSquared: number
  adjustedRSquared: number
  test: FTest
  residualSd: number
  /** Durbin-Watson statistic of the residuals in row order, 0 … 4; 2 means no lag-1 dependence. */
  durbinWatson: number
}

export type Scaled = {
  ok: true
  y: number[]
  x: number[][]
  centre: number
  means: number[]
  sds: number[]
  missing: number
}

/** Complete rows of outcome and predictors with what is needed to centre and scale them. */
export function readScaled(outcome: Column, predictors: readonly Predictor[]): Scaled | Refused {
  if (predictors.length === 0) return refuse('TooFewGroups', 'no predictor')
  const read = keepCompleteRows([outcome, ...predictors.map((p) => p.values)])
  if (!read.ok) return read
  const [y = [], ...x] = read.kept
  if (y.length < x.length + 2) return refuse('TooFewValues', `${y.length} complete rows`)
  const flat = x.findIndex((column) => isConstant(column))
  if (flat >= 0) return refuse('ZeroVariance', `${predictors[flat]?.name} does not vary`)
  if (isConstant(y)) return refuse('ZeroVariance', 'the outcome does not vary')
  const means = x.map(meanOf)
  const sds = x.map(sdOf)
  if (!sds.every((sd) => sd > 0 && Number.isFinite(sd))) {
    return refuse('NumberTooLarge', 'a predictor has no usable standard deviation')
  }
  return { ok: true, y, x, centre: meanOf(y), means, sds, missing: read.missing }
}

export type Predictor = { name: string; values: Column }

/**
 * Ordinary least squares of an outcome on named predictors (complete rows, QR on centred and
 * scaled columns), with beta, VIF and the Durbin-Watson statistic. Refuses constant or dependent predictors, too few rows and a
 * perfect fit.
 */
export function regress(
  outcome: Column,
  predictors: readonly Predictor[],
  options: { level?: number } = {},
): Result<Regression> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readScaled(outcome, predictors)
  if (!read.ok) return read
  const { y, x, centre, means, sds } = read
  const ones = y.map(() => 1)
  const rest = y.map((value) => value - centre)
  const scaled = x.map((column, j) => column.map((v) => (v - at(means, j)) / at(sds, j)))
  const fit = fitLinear([ones, ...scaled], rest)
  const empty = fitLinear([ones], rest)
  const total = varianceOf(y) * (y.length - 1)
  if (fit === null) return refuse('SingularMatrix', 'predictors are linearly dependent')
  if (!(fit.residualSum > 1e-20 * total)) return refuse('ZeroVariance', 'the fit leaves no error')
  const test = compareFits(empty, fit)
  if (test === null) return refuse('SingularMatrix', 'the empty model cannot be fitted')
  const inflation = invertSymmetric(correlationsFrom(covarianceTable(scaled)))
  const uncertain = { ...fit, covariances: plainCovariances(fit) }
  const [back = [], ...weights] = backWeights(means, sds)
  const slopes = predictors.map(({ name }, j) => ({
    ...describeCoefficient(uncertain, name, at(weights, j), 0, level),
    beta: at(fit.coefficients, j + 1) / sdOf(y),
    vif: inflation === null ? null : cell(inflation, j, j),
  }))
  const rSquared = 1 - fit.residualSum / total
  return conclude({
    estimate: { name: 'R squared', value: rSquared },
    value: {
      coefficients: [describeCoefficient(uncertain, '(intercept)', back, centre, level), ...slopes],
      rSquared,
      adjustedRSquared: 1 - ((1 - rSquared) * (y.length - 1)) / fit.df,
      test,
      residualSd: Math.sqrt(fit.residualSum / fit.df),
      durbinWatson: durbinWatsonOf(rest.map((value, i) => value - at(fit.fitted, i))),
    },
    n: y.length,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: 'ols', name: 'Linear regression, ordinary least squares' },
    assumptions: [assumptions.independentUnits, assumptions.linear, assumptions.equalVariances],
  })
}

function durbinWatsonOf(residuals: readonly number[]): number {
  const largest = largestOf(residuals.map(Math.abs))
  const units = residuals.map((value) => value / largest)
  const steps = units.slice(1).map((value, i) => (value - at(units, i)) ** 2)
  return sumOf(steps) / sumOf(units.map((value) => value * value))
}

/** Covariances of fitted coefficients under equal variances. */
function plainCovariances(fit: LinearFit): number[][] {
  const variance = fit.residualSum / fit.df
  return fit.unscaled.map((row) => row.map((value) => value * variance))
}

type Uncertain = { coefficients: readonly number[]; covariances: Table; df: number }

/** A weighted sum of fitted coefficients plus a fixed offset, with its error, interval and test. */
export function describeCoefficient(
  { coefficients, covariances, df }: Uncertain,
  name: string,
  weights: readonly number[],
  offset: number,
  level: number,
): Coefficient {
  const b = offset + weights.reduce((sum, w, i) => sum + w * at(coefficients, i), 0)
  let variance = 0
  for (const [i, w] of weights.entries()) {
    for (const [j, v] of weights.entries()) variance += w * v * cell(covariances, i, j)
  }
  const standardError = Math.sqrt(Math.max(0, variance))
  const half = tQuantile((1 + level) / 2, df) * standardError
  const t = b / standardError
  const interval = { low: b - half, high: b + half, level, method: 't' }
  return { name, b, standardError, interval, t, p: tTwoSided(t, df), beta: null, vif: null }
}

/** Weights that turn coefficients of centred and scaled columns into those of the given ones. */
export function backWeights(means: readonly number[], sds: readonly number[]): number[][] {
  const intercept = [1, ...means.map((mean, j) => -mean / at(sds, j))]
  const slopes = sds.map((sd, j) => [0, ...sds.map((_, i) => (i === j ? 1 / sd : 0))])
  return [intercept, ...slopes]
}
