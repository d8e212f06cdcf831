import { assumptions } from '../assumptions.ts'
import { keepCompleteRows, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { fUpper } from '../numeric/distributions.ts'
import { meanOf, sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'
import { agreementInterval, consistencyInterval, stepUp } from './icc-intervals.ts'
import type { Squares } from './icc-intervals.ts'

/** One of the six forms, under the names of Shrout & Fleiss and of McGraw & Wong. */
export type IccForm = {
  name: 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k'
  mcgrawWong: string
  value: number
  /** null where the F quantiles of the interval are not defined for this table. */
  interval: Interval | null
  f: number
  df1: number
  df2: number
  p: number
}

export type Icc = {
  /** Agreement and consistency of single ratings (A,1), (C,1) and of their mean (A,k), (C,k). */
  agreement: number
  consistency: number
  agreementOfMean: number
  consistencyOfMean: number
  consistencyInterval: Interval
  f: number
  p: number
  raters: number
  forms: IccForm[]
  meanSquares: Squares & { within: number }
}

/**
 * Intraclass correlations of McGraw & Wong (1996) with their intervals: the six forms of Shrout &
 * Fleiss (1979). A negative value is reported, not set to 0. Rows are targets, columns raters. Refuses
 * fewer than two columns, fewer than three complete rows and no variance.
 */
export function correlateWithinClass(
  columns: readonly Column[],
  options: { level?: number } = {},
): Result<Icc> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (columns.length < 2) return refuse('TooFewGroups', 'at least two columns needed')
  const read = keepCompleteRows(columns)
  if (!read.ok) return read
  const n = read.kept[0]?.length ?? 0
  if (n < 3) return refuse('TooFewValues', `${n} complete rows; at least 3 needed`)
  const m = meanSquares(read.kept, n)
  if (!(m.error > 1e-20 * (m.rows + m.columns)) || !(m.rows > 0)) {
    return refuse('ZeroVariance', 'rows or residuals do not vary')
  }
  const k = columns.length
  const { rows: r, columns: c, error: e } = m
  const agreement = (r - e) / (r + (k - 1) * e + (k * (c - e)) / n)
  const df2 = (n - 1) * (k - 1)
  return conclude({
    estimate: { name: 'ICC(A,1)', value: agreement },
    interval: agreementInterval(m, agreement, n, k, level),
    value: {
      agreement,
      consistency: (r - e) / (r + (k - 1) * e),
      agreementOfMean: (r - e) / (r + (c - e) / n),
      consistencyOfMean: (r - e) / r,
      consistencyInterval: consistencyInterval(r / e, n - 1, df2, k, level),
      f: r / e,
      p: fUpper(r / e, n - 1, df2),
      raters: k,
      forms: listForms(m, n, k, level),
      meanSquares: m,
    },
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: 'icc-mcgraw-wong', name: 'ICC(A,1) and ICC(C,1), McGraw & Wong' },
    assumptions: [assumptions.independentUnits, assumptions.normalWithin],
  })
}

function listForms(m: Icc['meanSquares'], n: number, k: number, level: number): IccForm[] {
  const { rows: r, columns: c, error: e, within: w } = m
  const df1 = n - 1
  const dfWithin = n * (k - 1)
  const dfError = df1 * (k - 1)
  const oneWay = { f: r / w, df1, df2: dfWithin, p: fUpper(r / w, df1, dfWithin) }
  const twoWay = { f: r / e, df1, df2: dfError, p: fUpper(r / e, df1, dfError) }
  const one = consistencyInterval(r / w, df1, dfWithin, k, level)
  const three = consistencyInterval(r / e, df1, dfError, k, level)
  const agreement = (r - e) / (r + (k - 1) * e + (k * (c - e)) / n)
  const two = agreementInterval(m, agreement, n, k, level)
  const single = (value: number, interval: Interval | null) => ({ value, interval })
  const mean = (value: number, interval: Interval | null) => ({
    value,
    interval: stepUp(interval, k),
  })
  return [
    { name: 'ICC1', mcgrawWong: 'ICC(1)', ...single((r - w) / (r + (k - 1) * w), one), ...oneWay },
    { name: 'ICC2', mcgrawWong: 'ICC(A,1)', ...single(agreement, two), ...twoWay },
    {
      name: 'ICC3',
      mcgrawWong: 'ICC(C,1)',
      ...single((r - e) / (r + (k - 1) * e), three),
      ...twoWay,
    },
    { name: 'ICC1k', mcgrawWong: 'ICC(k)', ...mean((r - w) / r, one), ...oneWay },
    { name: 'ICC2k', mcgrawWong: 'ICC(A,k)', ...mean((r - e) / (r + (c - e) / n), two), ...twoWay },
    { name: 'ICC3k', mcgrawWong: 'ICC(C,k)', ...mean((r - e) / r, three), ...twoWay },
  ]
}

function meanSquares(
  columns: readonly (readonly number[])[],
  n: number,
): Squares & { within: number } {
  const k = columns.length
  const grand = meanOf(columns.flat())
  const centred = columns.map((column) => column.map((value) => value - grand))
  const columnMeans = centred.map(meanOf)
  const rowMeans = Array.from({ length: n }, (_, i) => meanOf(centred.map((c) => at(c, i))))
  const error = sumOf(
    centred.flatMap((column, j) =>
      column.map((value, i) => (value - at(columnMeans, j) - at(rowMeans, i)) ** 2),
    ),
  )
  const within = sumOf(
    centred.flatMap((column) => column.map((value, i) => (value - at(rowMeans, i)) ** 2)),
  )
  return {
    rows: (k * sumOf(rowMeans.map((m) => m * m))) / (n - 1),
    columns: (n * sumOf(columnMeans.map((m) => m * m))) / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  }
}
