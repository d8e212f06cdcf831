import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { cell } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result, Warning } from '../result.ts'
import { fitFactors } from '../structure/fit-factors.ts'
import { readItems } from './read-items.ts'

export type Omega = {
  /** Of the sum score of the items as they are, and of standardised items. */
  omega: number
  omegaStandardised: number
  items: { name: string; loading: number; uniqueness: number }[]
  droppedItems: string[]
}

/**
 * McDonald's omega from a one-factor maximum-likelihood fit of complete rows: (Σl)² / ((Σl)² + Σθ).
 * Refuses fewer than three varying items (not identified), rows no more than items, and a fit
 * that does not converge or drives a uniqueness to zero (Heywood case).
 */
export function estimateOmega(
  items: readonly Column[],
  options: { names?: readonly string[] } = {},
): Result<Omega> {
  const read = readItems(items, options.names, 'listwise', 3)
  if (!read.ok) return read
  const k = read.names.length
  if (read.n <= k) return refuse('TooFewValues', `${read.n} complete rows for ${k} items`)
  const loadings = fitOneFactor(read.correlations)
  if (loadings === null) return refuse('NotConverged', 'no proper one-factor solution')
  const sds = read.covariances.map((_, i) => Math.sqrt(cell(read.covariances, i, i)))
  const omegaOf = (scale: (i: number) => number) => {
    const common = loadings.reduce((sum, l, i) => sum + l * scale(i), 0) ** 2
    const unique = loadings.reduce((sum, l, i) => sum + (1 - l * l) * scale(i) ** 2, 0)
    return common / (common + unique)
  }
  const omega = omegaOf((i) => at(sds, i))
  return conclude({
    estimate: { name: 'omega', value: omega },
    value: {
      omega,
      omegaStandardised: omegaOf(() => 1),
      items: read.names.map((name, i) => {
        const loading = at(loadings, i)
        return { name, loading, uniqueness: 1 - loading ** 2 }
      }),
      droppedItems: read.dropped,
    },
    n: read.n,
    missing: read.missing,
    method: { id: 'omega-one-factor-ml', name: "McDonald's omega, one-factor ML" },
    assumptions: [assumptions.oneDimension, assumptions.independentUnits, assumptions.linear],
    warnings: warnOmega(read.n, k, read.dropped),
  })
}

function warnOmega(n: number, k: number, dropped: readonly string[]): Warning[] {
  const warnings: Warning[] = []
  const least = Math.max(100, 5 * k)
  if (n < least) {
    const detail = `a factor fit from ${n} people is not stable; at least ${least} wanted`
    warnings.push({ id: 'structure-small-n', detail })
  }
  if (dropped.length > 0) {
    warnings.push({ id: 'items-dropped', detail: `no variance: ${dropped.join(', ')}` })
  }
  return warnings
}

/** Loadings of one factor, summing to a positive number; null without a proper solution. */
function fitOneFactor(r: Table): number[] | null {
  const fit = fitFactors(r, 1)
  if (fit === null || fit.bounded) return null
  const loadings = fit.loadings.map((row) => at(row, 0))
  if (loadings.every((l) => Math.abs(l) < 1e-6)) return null
  const sign = loadings.reduce((sum, l) => sum + l, 0) < 0 ? -1 : 1
  return loadings.map((l) => sign * l)
}
