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
import type { LinearFit } from '../numeric/matrix.ts'
import { isConstant, meanOf, sdOf, varianceOf } from '../numeric/moments.ts'
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
}

type Scaled = {
  ok: true
  y: number[]
  x: number[][]
  centre: number
  means: number[]
  sds: number[]
  missing: number
}

function readScaled(outcome: Column, predictors: readonly Predictor[]): Scaled | Refused {
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
 * scaled columns), with beta and VIF. Refuses constant or dependent predictors, too few rows and a
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
  const slopes = predictors.map(({ name }, j) => {
    const weights = [0, ...x.map((_, i) => (i === j ? 1 / at(sds, j) : 0))]
    return {
      ...describeCoefficient(fit, name, weights, 0, level),
      beta: at(fit.coefficients, j + 1) / sdOf(y),
      vif: inflation === null ? null : cell(inflation, j, j),
    }
  })
  const back = [1, ...x.map((_, j) => -at(means, j) / at(sds, j))]
  const rSquared = 1 - fit.residualSum / total
  return conclude({
    estimate: { name: 'R squared', value: rSquared },
    value: {
      coefficients: [describeCoefficient(fit, '(intercept)', back, centre, level), ...slopes],
      rSquared,
      adjustedRSquared: 1 - ((1 - rSquared) * (y.length - 1)) / fit.df,
      test,
      residualSd: Math.sqrt(fit.residualSum / fit.df),
    },
    n: y.length,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: 'ols', name: 'Linear regression, ordinary least squares' },
    assumptions: [assumptions.independentUnits, assumptions.linear, assumptions.equalVariances],
  })
}

/** A weighted sum of fitted coefficients plus a fixed offset, with its error, interval and test. */
function describeCoefficient(
  fit: LinearFit,
  name: string,
  weights: readonly number[],
  offset: number,
  level: number,
): Coefficient {
  const b = offset + weights.reduce((sum, w, i) => sum + w * at(fit.coefficients, i), 0)
  let scale = 0
  for (const [i, w] of weights.entries()) {
    for (const [j, v] of weights.entries()) scale += w * v * cell(fit.unscaled, i, j)
  }
  const standardError = Math.sqrt((fit.residualSum / fit.df) * scale)
  const half = tQuantile((1 + level) / 2, fit.df) * standardError
  const t = b / standardError
  const interval = { low: b - half, high: b + half, level, method: 't' }
  return { name, b, standardError, interval, t, p: tTwoSided(t, fit.df), beta: null, vif: null }
}
