import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { cell, eigenpairsOf } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'
import { sumOf } from '../numeric/moments.ts'
import { readItems } from '../reliability/read-items.ts'
import type { ItemMissing } from '../reliability/read-items.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result, Warning } from '../result.ts'
import { warnStructure } from './assess-factorability.ts'
import { fitFactors } from './fit-factors.ts'
import { orderFactors, rotateVarimax, rotateVarimaxStopped } from './rotate-varimax.ts'

export type FactorItem = {
  name: string
  /** After rotation, one per factor in order of variance. */
  loadings: number[]
  communality: number
  uniqueness: number
}
export type Factors = {
  factors: number
  items: FactorItem[]
  /** Before rotation; by item, one per factor. */
  unrotated: number[][]
  sumOfSquares: number[]
  percentVariance: number[]
  cumulativePercent: number
  eigenvalues: number[]
  /** Is one more factor needed? Bartlett-corrected likelihood ratio; null for components or df 0. */
  fit: { chiSquare: number; df: number; p: number } | null
  droppedItems: string[]
}

export const extractions = ['components', 'maximum-likelihood'] as const
export const rotations = ['varimax', 'varimax-exact', 'none'] as const
export type FactorOptions = {
  extraction?: (typeof extractions)[number]
  rotation?: (typeof rotations)[number]
  /** null: as many as eigenvalues above 1 (Kaiser). */
  factors?: number | null
  missing?: ItemMissing
  names?: readonly string[]
}

/**
 * Factors of item correlations: principal components (as SPSS extracts by default) or maximum
 * likelihood (as R's factanal), unrotated or by Kaiser-normalised varimax, stopped as R and psych
 * stop or turned to its maximum (varimax-exact); factors in order of
 * their sum of squared loadings, signs so that each factor's loadings sum to a positive number.
 * Refuses fewer than three varying items, more factors than the items can carry and a fit that does
 * not converge.
 */
export function extractFactors(
  items: readonly Column[],
  options: FactorOptions = {},
): Result<Factors> {
  const { extraction = 'components', rotation = 'varimax', missing = 'listwise' } = options
  const read = readItems(items, options.names, missing, 3)
  if (!read.ok) return read
  const { values, vectors } = eigenpairsOf(read.correlations)
  const wanted = options.factors ?? values.filter((value) => value > 1).length
  const most = extraction === 'components' ? values.length : mostFactors(values.length)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > most) {
    return refuse('OutOfRange', `${wanted} factors; from 1 to ${most} are possible`)
  }
  const found =
    extraction === 'components'
      ? {
          loadings: scaleVectors(values, vectors, wanted),
          uniquenesses: null,
          bounded: false,
          discrepancy: null,
        }
      : fitFactors(read.correlations, wanted)
  if (found === null) return refuse('NotConverged', 'the maximum-likelihood fit does not converge')
  const unrotated = orderFactors(found.loadings)
  const turned = wanted > 1 ? turnFactors(unrotated, rotation) : unrotated
  const sumOfSquares = Array.from({ length: wanted }, (_, j) =>
    sumOf(turned.map((row) => at(row, j) ** 2)),
  )
  const k = values.length
  return conclude({
    value: {
      factors: wanted,
      items: turned.map((loadings, i) =>
        describeFactorItem(at(read.names, i), loadings, found.uniquenesses?.[i] ?? null),
      ),
      unrotated,
      sumOfSquares,
      percentVariance: sumOfSquares.map((value) => (100 * value) / k),
      cumulativePercent: (100 * sumOf(sumOfSquares)) / k,
      eigenvalues: values,
      fit: found.discrepancy === null ? null : testFit(found.discrepancy, read.n, k, wanted),
      droppedItems: read.dropped,
    },
    n: read.n,
    missing: read.missing,
    method: nameMethod(extraction, rotation),
    assumptions: [assumptions.independentUnits, assumptions.linear],
    warnings: [...warnStructure(read.n, k, read.dropped), ...warnBounded(found.bounded)],
  })
}

function turnFactors(unrotated: Table, rotation: (typeof rotations)[number]): number[][] {
  switch (rotation) {
    case 'varimax':
      return orderFactors(rotateVarimaxStopped(unrotated))
    case 'varimax-exact':
      return orderFactors(rotateVarimax(unrotated))
    case 'none':
      return unrotated.map((row) => [...row])
  }
}

function describeFactorItem(
  name: string,
  loadings: number[],
  uniqueness: number | null,
): FactorItem {
  const communality = sumOf(loadings.map((value) => value * value))
  return { name, loadings, communality, uniqueness: uniqueness ?? 1 - communality }
}

function scaleVectors(values: readonly number[], vectors: Table, count: number): number[][] {
  return values.map((_, i) =>
    Array.from(
      { length: count },
      (_v, m) => cell(vectors, m, i) * Math.sqrt(Math.max(0, at(values, m))),
    ),
  )
}

/** Largest m with ((k - m)² - k - m) / 2 >= 0 degrees of freedom. */
function mostFactors(k: number): number {
  let most = 0
  while ((k - most - 1) ** 2 - k - (most + 1) >= 0) most += 1
  return most
}

function testFit(discrepancy: number, n: number, k: number, m: number): Factors['fit'] {
  const df = ((k - m) ** 2 - k - m) / 2
  if (df <= 0) return null
  const chiSquare = Math.max(0, n - 1 - (2 * k + 5) / 6 - (2 * m) / 3) * discrepancy
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df) }
}

function nameMethod(extraction: string, rotation: string): { id: string; name: string } {
  const start = extraction === 'components' ? 'Principal components' : 'Maximum-likelihood factors'
  const id = `${extraction === 'components' ? 'pca' : 'ml'}-${rotation}`
  return { id, name: rotation === 'none' ? start : `${start}, Kaiser-normalised ${rotation}` }
}

function warnBounded(bounded: boolean): Warning[] {
  if (!bounded) return []
  return [{ id: 'heywood-case', detail: 'a uniqueness sits at its lower bound of 0.005' }]
}
