import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { cell, fitLinear } from '../numeric/matrix.ts'
import type { LinearFit, Table } from '../numeric/matrix.ts'
import { isConstant, meanOf, sdOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Refused, Result } from '../result.ts'
import { backWeights, describeCoefficient } from './regress.ts'
import type { Coefficient, Predictor } from './regress.ts'
import { keepCompleteRows } from '../columns.ts'

export const clusterCorrections = ['cr1', 'cr0'] as const
export type ClusteredRegression = {
  coefficients: (Coefficient & { plainStandardError: number })[]
  rSquared: number
  clusters: number
  df: number
}

type Options = { level?: number; correction?: (typeof clusterCorrections)[number] }

/**
 * Least squares with cluster-robust standard errors (Liang & Zeger 1986): cr1 multiplies by
 * G/(G-1) (n-1)/(n-k) as Stata and sandwich do, cr0 does not; t on G - 1 degrees of freedom. Without
 * predictors it is the mean of the outcome. `plainStandardError` ignores the clusters. Refuses what a
 * regression refuses, unlabelled lengths, and clusters no more than coefficients.
 */
export function regressClustered(
  outcome: Column,
  predictors: readonly Predictor[],
  clusters: readonly (string | number | null)[],
  options: Options = {},
): Result<ClusteredRegression> {
  const { level = 0.95, correction = 'cr1' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readClustered(outcome, predictors, clusters)
  if (!read.ok) return read
  const { y, x, members, means, sds, centre } = read
  const scaled = x.map((column, j) => column.map((v) => (v - at(means, j)) / at(sds, j)))
  const design = [y.map(() => 1), ...scaled]
  const rest = y.map((value) => value - centre)
  const fit = fitLinear(design, rest)
  if (fit === null) return refuse('SingularMatrix', 'predictors are linearly dependent')
  const total = rest.reduce((sum, value) => sum + value * value, 0)
  if (!(fit.residualSum > 1e-20 * total)) return refuse('ZeroVariance', 'the fit leaves no error')
  const g = members.size
  const [n, k] = [y.length, design.length]
  const factor = correction === 'cr0' ? 1 : (g / (g - 1)) * ((n - 1) / (n - k))
  const robust = robustCovariances(fit, design, rest, members, factor)
  const variance = fit.residualSum / fit.df
  const plain = fit.unscaled.map((row) => row.map((value) => value * variance))
  const names = ['(intercept)', ...predictors.map((p) => p.name)]
  const coefficients = backWeights(means, sds).map((weights, j) => {
    const offset = j === 0 ? centre : 0
    const make = (covariances: Table) =>
      describeCoefficient({ ...fit, covariances, df: g - 1 }, at(names, j), weights, offset, level)
    return { ...make(robust), plainStandardError: make(plain).standardError }
  })
  return conclude({
    value: { coefficients, rSquared: 1 - fit.residualSum / total, clusters: g, df: g - 1 },
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: `ols-${correction}`, name: `Linear regression, cluster-robust ${correction}` },
    assumptions: [assumptions.linear],
    warnings:
      g < 20
        ? [{ id: 'few-clusters', detail: `robust errors from ${g} clusters are too small` }]
        : [],
  })
}

type Clustered = {
  ok: true
  y: number[]
  x: number[][]
  centre: number
  means: number[]
  sds: number[]
  members: Map<string, number[]>
  missing: number
}

function readClustered(
  outcome: Column,
  predictors: readonly Predictor[],
  clusters: readonly (string | number | null)[],
): Clustered | Refused {
  const codes = new Map<string, number>()
  const coded = clusters.map((label) => {
    if (label === null) return null
    const code = codes.get(String(label)) ?? codes.size
    codes.set(String(label), code)
    return code
  })
  const read = keepCompleteRows([coded, outcome, ...predictors.map((p) => p.values)])
  if (!read.ok) return read
  const [codeOf = [], y = [], ...x] = read.kept
  const members = new Map<string, number[]>()
  for (const [i, code] of codeOf.entries()) {
    const rows = members.get(String(code)) ?? []
    rows.push(i)
    members.set(String(code), rows)
  }
  if (members.size < 2 || members.size <= x.length) {
    return refuse('TooFewGroups', `${members.size} clusters for ${x.length + 1} coefficients`)
  }
  if (y.length < x.length + 2) return refuse('TooFewValues', `${y.length} complete rows`)
  const flat = x.findIndex((column) => isConstant(column))
  if (flat >= 0) return refuse('ZeroVariance', `${predictors[flat]?.name} does not vary`)
  if (isConstant(y)) return refuse('ZeroVariance', 'the outcome does not vary')
  const [means, sds] = [x.map(meanOf), x.map(sdOf)]
  return { ok: true, y, x, centre: meanOf(y), means, sds, members, missing: read.missing }
}

/** (X'X)^-1 (Σ_g s_g s_g') (X'X)^-1 times the factor, s_g the sum of scores in cluster g. */
function robustCovariances(
  fit: LinearFit,
  design: Table,
  y: readonly number[],
  members: ReadonlyMap<string, readonly number[]>,
  factor: number,
): number[][] {
  const residuals = y.map((value, i) => value - at(fit.fitted, i))
  const k = design.length
  const meat = design.map(() => design.map(() => 0))
  for (const rows of members.values()) {
    const score = design.map((column) =>
      rows.reduce((sum, i) => sum + at(column, i) * at(residuals, i), 0),
    )
    for (let i = 0; i < k; i += 1) {
      const line = at(meat, i)
      for (let j = 0; j < k; j += 1) line[j] = at(line, j) + at(score, i) * at(score, j)
    }
  }
  const times = (a: Table, b: Table) =>
    a.map((row, i) =>
      row.map((_, j) => row.reduce((sum, _v, m) => sum + cell(a, i, m) * cell(b, m, j), 0)),
    )
  return times(times(fit.unscaled, meat), fit.unscaled).map((row) => row.map((v) => v * factor))
}
