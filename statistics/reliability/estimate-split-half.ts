import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { correlationsFrom, invertSymmetric, cell } from '../numeric/matrix.ts'
import { correlationOf, varianceOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { readItems } from './read-items.ts'

export type SplitHalf = {
  halfCorrelation: number
  spearmanBrown: number
  guttman: number
  /** Guttman's lambda 6 and each item's squared multiple correlation; null when R is singular. */
  lambda6: number | null
  squaredMultiple: number[] | null
}

/**
 * Odd-even split-half reliability (Spearman-Brown and Guttman) from complete rows, with Guttman's
 * lambda 6. Refuses fewer than two varying items and halves that do not vary.
 */
export function estimateSplitHalf(
  items: readonly Column[],
  options: { names?: readonly string[] } = {},
): Result<SplitHalf> {
  const read = readItems(items, options.names, 'listwise')
  if (!read.ok) return read
  const rows = read.rows ?? []
  const sum = (parity: number) =>
    Array.from({ length: read.n }, (_, i) =>
      rows.reduce((total, column, j) => (j % 2 === parity ? total + at(column, i) : total), 0),
    )
  const odd = sum(0)
  const even = sum(1)
  const r = correlationOf(odd, even)
  if (r === null || r <= -1) return refuse('ZeroVariance', 'a half of the scale does not vary')
  const whole = varianceOf(odd.map((value, i) => value + at(even, i)))
  const correlations = correlationsFrom(read.covariances)
  const inverse = invertSymmetric(correlations)
  const smc = inverse === null ? null : inverse.map((_, i) => 1 - 1 / cell(inverse, i, i))
  const all = correlations.flat().reduce((total, value) => total + value, 0)
  return conclude({
    estimate: { name: 'Spearman-Brown', value: (2 * r) / (1 + r) },
    value: {
      halfCorrelation: r,
      spearmanBrown: (2 * r) / (1 + r),
      guttman: 2 * (1 - (varianceOf(odd) + varianceOf(even)) / whole),
      lambda6: smc === null ? null : 1 - smc.reduce((total, h) => total + 1 - h, 0) / all,
      squaredMultiple: smc,
    },
    n: read.n,
    missing: read.missing,
    method: { id: 'split-half-odd-even', name: 'Split-half reliability, odd-even' },
    assumptions: [assumptions.oneDimension],
    warnings: read.dropped.map((name) => ({ id: 'items-dropped', detail: `no variance: ${name}` })),
  })
}
