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
  /** Horst's (1951) formula for halves of different length; the same when they are equal. */
  spearmanBrownUnequal: number | null
  guttman: number
  /** Guttman's lambda 6 and each item's squared multiple correlation; null when R is singular. */
  lambda6: number | null
  squaredMultiple: number[] | null
}

export const halvings = ['odd-even', 'first-last'] as const
type Options = { names?: readonly string[]; halves?: (typeof halvings)[number] }

/**
 * Split-half reliability (Spearman-Brown and Guttman) from complete rows, with Guttman's lambda 6:
 * odd against even items, or the first half (the larger when odd, as SPSS) against the last. Refuses fewer than two varying items and halves that do not vary.
 */
export function estimateSplitHalf(
  items: readonly Column[],
  options: Options = {},
): Result<SplitHalf> {
  const read = readItems(items, options.names, 'listwise')
  if (!read.ok) return read
  const rows = read.rows ?? []
  const { halves = 'odd-even' } = options
  const border = Math.ceil(rows.length / 2)
  const inFirst = (j: number) => (halves === 'odd-even' ? j % 2 === 0 : j < border)
  const sum = (first: boolean) =>
    Array.from({ length: read.n }, (_, i) =>
      rows.reduce((total, column, j) => (inFirst(j) === first ? total + at(column, i) : total), 0),
    )
  const odd = sum(true)
  const even = sum(false)
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
      spearmanBrownUnequal: horst(r, border, rows.length - border),
      guttman: 2 * (1 - (varianceOf(odd) + varianceOf(even)) / whole),
      lambda6: smc === null ? null : 1 - smc.reduce((total, h) => total + 1 - h, 0) / all,
      squaredMultiple: smc,
    },
    n: read.n,
    missing: read.missing,
    method: { id: `split-half-${halves}`, name: `Split-half reliability, ${halves}` },
    assumptions: [assumptions.oneDimension],
    warnings: read.dropped.map((name) => ({ id: 'items-dropped', detail: `no variance: ${name}` })),
  })
}

function horst(r: number, first: number, second: number): number | null {
  if (first === second) return (2 * r) / (1 + r)
  const share = (first * second) / (first + second) ** 2
  const rest = 1 - r * r
  if (!(rest > 0)) return null
  return (Math.sqrt(r ** 4 + 4 * r * r * rest * share) - r * r) / (2 * rest * share)
}
