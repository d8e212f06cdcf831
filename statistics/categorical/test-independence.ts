import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { conclude } from '../result.ts'
import type { Result, Warning } from '../result.ts'
import { measureOrder } from './measure-order.ts'
import type { OrderedFigures } from './measure-order.ts'
import { readCounts, totalsOf } from './cross-tabulate.ts'

export type Independence = {
  chiSquare: number
  df: number
  p: number
  /** With Yates' correction, 2 x 2 only. */
  yates: { chiSquare: number; p: number } | null
  likelihoodRatio: { g2: number; p: number }
  cramersV: number
  contingencyC: number
  /** Square root of chi-square / n with the sign of ad - bc; 2 x 2 only. */
  phi: number | null
  /** For categories in order. */
  ordered: OrderedFigures
  /** By row, as the table. */
  expected: number[][]
  adjustedResiduals: number[][]
  minExpected: number
  cellsBelow5: number
}

/**
 * Pearson chi-square of an r x c table of counts without continuity correction, with Yates'
 * beside it for 2 x 2, likelihood ratio, adjusted residuals and Cramer's V. Empty rows and columns
 * are taken out with a warning. Refuses fewer than two non-empty rows or columns.
 */
export function testIndependence(table: readonly (readonly number[])[]): Result<Independence> {
  const read = readCounts(table)
  if (!read.ok) return read
  const { counts, n } = read
  const { rows, columns } = totalsOf(counts)
  const expected = rows.map((row) => columns.map((column) => (row / n) * column))
  const cells = counts.flatMap((row, i) =>
    row.map((count, j) => ({ count, expected: at(at(expected, i), j), i, j })),
  )
  const chiSquare = cells.reduce((sum, c) => sum + (c.count - c.expected) ** 2 / c.expected, 0)
  const g2 = cells.reduce(
    (sum, c) => sum + (c.count === 0 ? 0 : 2 * c.count * Math.log(c.count / c.expected)),
    0,
  )
  const df = (rows.length - 1) * (columns.length - 1)
  const small = cells.filter((c) => c.expected < 5).length
  const residual = (count: number, i: number, j: number) => {
    const e = at(at(expected, i), j)
    return (count - e) / Math.sqrt(e * (1 - at(rows, i) / n) * (1 - at(columns, j) / n))
  }
  const cramersV = Math.sqrt(chiSquare / (n * (Math.min(rows.length, columns.length) - 1)))
  return conclude({
    estimate: { name: "Cramer's V", value: cramersV },
    value: {
      chiSquare,
      df,
      p: chiSquareUpper(chiSquare, df),
      yates: df === 1 ? correctByYates(cells) : null,
      likelihoodRatio: { g2, p: chiSquareUpper(g2, df) },
      cramersV,
      contingencyC: Math.sqrt(chiSquare / (chiSquare + n)),
      phi: df === 1 ? phiOf(counts, chiSquare, n) : null,
      ordered: measureOrder(counts, n),
      expected,
      adjustedResiduals: counts.map((row, i) => row.map((count, j) => residual(count, i, j))),
      minExpected: Math.min(...cells.map((c) => c.expected)),
      cellsBelow5: small,
    },
    n,
    method: { id: 'chi-square-pearson', name: 'Pearson chi-square, no continuity correction' },
    assumptions: [assumptions.independentUnits, assumptions.expectedCounts],
    warnings: warnTable(small, cells.length, read.emptied),
  })
}

function correctByYates(cells: readonly { count: number; expected: number }[]): {
  chiSquare: number
  p: number
} {
  const shift = Math.min(0.5, ...cells.map((c) => Math.abs(c.count - c.expected)))
  const chiSquare = cells.reduce(
    (sum, c) => sum + (Math.abs(c.count - c.expected) - shift) ** 2 / c.expected,
    0,
  )
  return { chiSquare, p: chiSquareUpper(chiSquare, 1) }
}

function phiOf(counts: readonly (readonly number[])[], chiSquare: number, n: number): number {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts
  return Math.sign(a * d - b * c) * Math.sqrt(chiSquare / n)
}

function warnTable(small: number, cells: number, emptied: number): Warning[] {
  const warnings: Warning[] = []
  if (small > 0) {
    const detail = `${small} of ${cells} cells expect fewer than 5: prefer Fisher's exact test`
    warnings.push({ id: 'small-expected', detail })
  }
  if (emptied > 0) {
    warnings.push({ id: 'empty-category', detail: `${emptied} empty rows or columns taken out` })
  }
  return warnings
}
