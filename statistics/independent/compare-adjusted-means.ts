import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { tQuantile, tTwoSided } from '../numeric/distributions.ts'
import { compareFits } from '../numeric/compare-fits.ts'
import type { FTest } from '../numeric/compare-fits.ts'
import { cell, fitLinear } from '../numeric/matrix.ts'
import type { LinearFit, Table } from '../numeric/matrix.ts'
import { isConstant, meanOf, varianceOf } from '../numeric/moments.ts'
import { adjustedValues } from '../planning/adjust-p-values.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result, Warning } from '../result.ts'
import { readCovariateGroups } from './read-covariate-groups.ts'
import type { CovariateGroups } from './read-covariate-groups.ts'

export type Contrast = {
  first: string
  second: string
  /** Adjusted mean of `second` minus that of `first`. */
  difference: number
  standardError: number
  interval: Interval
  p: number
  pHolm: number
}
export type AdjustedMean = {
  label: string
  n: number
  mean: number
  standardError: number
  interval: Interval
}
export type Ancova = {
  covariateMean: number
  intercept: { value: number; standardError: number }
  slope: { value: number; standardError: number }
  group: FTest
  covariate: FTest
  partialEtaSquared: number
  adjustedMeans: AdjustedMean[]
  contrasts: Contrast[]
  /** Do the slopes differ between groups? null when a group is too small to ask. */
  slopes: FTest | null
}

/**
 * ANCOVA outcome ~ covariate + group, groups in order of first appearance or with `reference`
 * first. Adjusted means stand at the pooled covariate mean; slope homogeneity is always tested.
 * The interval is that of the first contrast. Refuses a constant covariate, groups of fewer than
 * two, no residual degrees of freedom and a perfect fit.
 */
export function compareAdjustedMeans(
  outcome: Column,
  covariate: Column,
  labels: readonly (string | number | null)[],
  options: { level?: number; reference?: string } = {},
): Result<Ancova> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readCovariateGroups(outcome, covariate, labels, options.reference ?? null)
  if (!read.ok) return read
  if (isConstant(read.covariate)) return refuse('ZeroVariance', 'the covariate does not vary')
  const centre = meanOf(read.covariate)
  const x = read.covariate.map((value) => value - centre)
  const dummies = read.dummies
  const ones = x.map(() => 1)
  const fit = fitLinear([ones, x, ...dummies], read.outcome)
  if (fit === null || fit.df < 1) return refuse('SingularMatrix', 'too few rows for these groups')
  const spread = varianceOf(read.outcome) * (read.outcome.length - 1)
  if (!(fit.residualSum > 1e-20 * spread)) return refuse('ZeroVariance', 'the fit leaves no error')
  const variance = fit.residualSum / fit.df
  const group = compareFits(fitLinear([ones, x], read.outcome), fit)
  const pre = compareFits(fitLinear([ones, ...dummies], read.outcome), fit)
  if (group === null || pre === null) return refuse('SingularMatrix', 'a model cannot be fitted')
  const slopes = testSlopes([ones, x, ...dummies], x, dummies, read.outcome, fit)
  const combine = (weights: readonly number[]) => combineCoefficients(fit, variance, weights)
  const contrasts = listContrasts(read.labels, combine, fit.df, level)
  const [first] = contrasts
  return conclude({
    estimate: first ? { name: 'adjusted difference', value: first.difference } : null,
    interval: first?.interval ?? null,
    value: {
      covariateMean: centre,
      intercept: combine([1, -centre]),
      slope: combine([0, 1]),
      group,
      covariate: pre,
      partialEtaSquared: (group.f * group.df1) / (group.f * group.df1 + group.df2),
      adjustedMeans: listAdjustedMeans(read, combine, fit.df, level),
      contrasts,
      slopes,
    },
    n: read.outcome.length,
    missing: read.missing,
    method: { id: 'ancova-common-slope', name: 'ANCOVA, common slope, means at pooled covariate' },
    assumptions: [
      assumptions.independentUnits,
      assumptions.linear,
      assumptions.equalSlopes,
      assumptions.normalWithin,
      assumptions.equalVariances,
    ],
    warnings: warnSlopes(slopes),
  })
}

function testSlopes(
  design: Table,
  x: readonly number[],
  dummies: Table,
  y: readonly number[],
  common: LinearFit,
): FTest | null {
  const products = dummies.map((dummy) => dummy.map((value, i) => value * at(x, i)))
  const fit = fitLinear([...design, ...products], y)
  if (fit === null || fit.df < 1 || !(fit.residualSum > 1e-20 * common.residualSum)) return null
  return compareFits(common, fit)
}

type Combined = { value: number; standardError: number }

function combineCoefficients(
  fit: LinearFit,
  variance: number,
  weights: readonly number[],
): Combined {
  let value = 0
  let scale = 0
  for (const [i, w] of weights.entries()) {
    value += w * at(fit.coefficients, i)
    for (const [j, v] of weights.entries()) scale += w * v * cell(fit.unscaled, i, j)
  }
  return { value, standardError: Math.sqrt(variance * scale) }
}

/** Weights of the adjusted mean of group g: intercept at the covariate mean plus its dummy. */
function weightsOf(g: number, groups: number): number[] {
  return [1, 0, ...Array.from({ length: groups - 1 }, (_, j) => (j + 1 === g ? 1 : 0))]
}

function intervalOf(c: Combined, df: number, level: number): Interval {
  const half = tQuantile((1 + level) / 2, df) * c.standardError
  return { low: c.value - half, high: c.value + half, level, method: 't' }
}

function listAdjustedMeans(
  read: CovariateGroups,
  combine: (weights: readonly number[]) => Combined,
  df: number,
  level: number,
): AdjustedMean[] {
  return read.labels.map((label, g) => {
    const c = combine(weightsOf(g, read.labels.length))
    return {
      label,
      n: at(read.sizes, g),
      mean: c.value,
      standardError: c.standardError,
      interval: intervalOf(c, df, level),
    }
  })
}

function listContrasts(
  labels: readonly string[],
  combine: (weights: readonly number[]) => Combined,
  df: number,
  level: number,
): Contrast[] {
  const plain = labels.flatMap((first, i) =>
    labels.slice(i + 1).map((second, j) => {
      const to = weightsOf(i + 1 + j, labels.length)
      const from = weightsOf(i, labels.length)
      const c = combine(to.map((w, k) => w - at(from, k)))
      const p = tTwoSided(c.value / c.standardError, df)
      const interval = intervalOf(c, df, level)
      return { first, second, difference: c.value, standardError: c.standardError, interval, p }
    }),
  )
  const holm = adjustedValues(
    plain.map((c) => c.p),
    'holm',
  )
  return plain.map((c, i) => ({ ...c, pHolm: at(holm, i) }))
}

function warnSlopes(slopes: FTest | null): Warning[] {
  if (slopes === null) {
    return [{ id: 'slopes-not-tested', detail: 'a group is too small to compare slopes' }]
  }
  if (slopes.p > 0.1) return []
  return [
    {
      id: 'slopes-differ',
      detail: `slopes differ between groups (F p = ${slopes.p.toPrecision(3)})`,
    },
  ]
}
