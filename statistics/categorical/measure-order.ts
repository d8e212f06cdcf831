import { at } from '../numeric/at.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'

export type OrderedFigures = {
  /** Goodman & Kruskal's gamma, Kendall's tau-b, Somers' d of columns given rows. */
  gamma: number | null
  tauB: number | null
  somersD: number | null
  /** (n - 1) r² with categories scored 1, 2, 3 …, one degree of freedom. */
  linearByLinear: { chiSquare: number; p: number } | null
}

/** Figures for a table whose rows and columns are in order; null where they are not defined. */
export function measureOrder(counts: readonly (readonly number[])[], n: number): OrderedFigures {
  let concordant = 0
  let discordant = 0
  for (const [i, row] of counts.entries()) {
    for (const [j, count] of row.entries()) {
      if (count === 0) continue
      for (const below of counts.slice(i + 1)) {
        for (const [l, other] of below.entries()) {
          if (l > j) concordant += count * other
          else if (l < j) discordant += count * other
        }
      }
    }
  }
  const pairs = (sums: readonly number[]) => sums.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  const rows = counts.map((row) => row.reduce((sum, c) => sum + c, 0))
  const columns = at(counts, 0).map((_, j) => counts.reduce((sum, row) => sum + at(row, j), 0))
  const all = (n * (n - 1)) / 2
  const [freeRows, freeColumns] = [all - pairs(rows), all - pairs(columns)]
  const s = concordant - discordant
  return {
    gamma: concordant + discordant === 0 ? null : s / (concordant + discordant),
    tauB: freeRows * freeColumns === 0 ? null : s / (Math.sqrt(freeRows) * Math.sqrt(freeColumns)),
    somersD: freeRows === 0 ? null : s / freeRows,
    linearByLinear: testLinear(counts, rows, columns, n),
  }
}

function testLinear(
  counts: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  n: number,
): OrderedFigures['linearByLinear'] {
  const mean = (sums: readonly number[]) => sums.reduce((sum, t, i) => sum + t * i, 0) / n
  const [middleRow, middleColumn] = [mean(rows), mean(columns)]
  const spread = (sums: readonly number[], middle: number) =>
    sums.reduce((sum, t, i) => sum + t * (i - middle) ** 2, 0)
  const both = counts.reduce(
    (sum, row, i) => sum + row.reduce((s, c, j) => s + c * (i - middleRow) * (j - middleColumn), 0),
    0,
  )
  const scale = spread(rows, middleRow) * spread(columns, middleColumn)
  if (!(scale > 0)) return null
  const chiSquare = ((n - 1) * both * both) / scale
  return { chiSquare, p: chiSquareUpper(chiSquare, 1) }
}
