import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { cell, eigenvaluesOf, invertSymmetric } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'
import { readItems } from '../reliability/read-items.ts'
import type { ItemMissing } from '../reliability/read-items.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result, Warning } from '../result.ts'

export type Factorability = {
  kmo: number
  kmoItems: { name: string; kmo: number }[]
  bartlett: { chiSquare: number; df: number; p: number }
  eigenvalues: number[]
  percentVariance: number[]
  /** Eigenvalues above 1 (Kaiser). */
  kaiserCount: number
  /** Share of the first eigenvalue in percent (Harman's single-factor figure). */
  harmanPercent: number
  droppedItems: string[]
}

/**
 * Kaiser-Meyer-Olkin measure, Bartlett's sphericity test and eigenvalues of the correlations.
 * Refuses fewer than three varying items and a singular correlation table (KMO undefined).
 */
export function assessFactorability(
  items: readonly Column[],
  options: { missing?: ItemMissing; names?: readonly string[] } = {},
): Result<Factorability> {
  const { missing = 'listwise' } = options
  const read = readItems(items, options.names, missing, 3)
  if (!read.ok) return read
  const r = read.correlations
  const inverse = invertSymmetric(r)
  if (inverse === null) return refuse('SingularMatrix', 'items are linearly dependent')
  const k = r.length
  const eigenvalues = eigenvaluesOf(r)
  const sums = r.map((_, i) => sumSquares(r, inverse, i))
  const plain = sums.reduce((sum, s) => sum + s.plain, 0)
  const partial = sums.reduce((sum, s) => sum + s.partial, 0)
  const logDeterminant = eigenvalues.reduce((sum, value) => sum + Math.log(value), 0)
  const chiSquare = -(read.n - 1 - (2 * k + 5) / 6) * logDeterminant
  const df = (k * (k - 1)) / 2
  return conclude({
    estimate: { name: 'KMO', value: plain / (plain + partial) },
    value: {
      kmo: plain / (plain + partial),
      kmoItems: sums.map((s, i) => ({
        name: at(read.names, i),
        kmo: s.plain / (s.plain + s.partial),
      })),
      bartlett: { chiSquare, df, p: chiSquareUpper(chiSquare, df) },
      eigenvalues,
      percentVariance: eigenvalues.map((value) => (100 * value) / k),
      kaiserCount: eigenvalues.filter((value) => value > 1).length,
      harmanPercent: (100 * at(eigenvalues, 0)) / k,
      droppedItems: read.dropped,
    },
    n: read.n,
    missing: read.missing,
    method: { id: `kmo-bartlett-${missing}`, name: 'KMO, Bartlett sphericity, eigenvalues' },
    assumptions: [assumptions.independentUnits, assumptions.linear],
    warnings: warnStructure(read.n, k, read.dropped),
  })
}

function sumSquares(r: Table, inverse: Table, i: number): { plain: number; partial: number } {
  let plain = 0
  let partial = 0
  for (let j = 0; j < r.length; j += 1) {
    if (j === i) continue
    plain += cell(r, i, j) ** 2
    partial += cell(inverse, i, j) ** 2 / (cell(inverse, i, i) * cell(inverse, j, j))
  }
  return { plain, partial }
}

/** Says when items and people are too few for structure, and which items were left out. */
export function warnStructure(n: number, k: number, dropped: readonly string[]): Warning[] {
  const warnings: Warning[] = []
  const least = Math.max(100, 5 * k)
  if (n < least) {
    const detail = `structure from ${n} people is not stable; at least ${least} wanted`
    warnings.push({ id: 'structure-small-n', detail })
  }
  if (dropped.length > 0) {
    warnings.push({ id: 'items-dropped', detail: `no variance: ${dropped.join(', ')}` })
  }
  return warnings
}
