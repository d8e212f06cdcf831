import { assumptions } from '../assumptions.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { findRootOutward } from '../numeric/find-root.ts'
import { noncentralChiSquareUpper } from '../numeric/noncentral.ts'
import { conclude, refuse } from '../result.ts'
import type { Interval, Result } from '../result.ts'
import { readCounts } from './cross-tabulate.ts'
import { testIndependence } from './test-independence.ts'

export type Association = {
  /** Square root of chi-square / (n (k - 1)), k the smaller number of lines: too large in small samples. */
  cramersV: number
  /** With the part taken out that chance alone gives (Bergsma 2013); 0 where nothing is left. */
  biasCorrected: number
}

/**
 * How closely the lines of an r x c table of counts go together, from 0 to 1. The estimate is Cramer's V with the bias
 * correction of Bergsma (2013). The interval is that of the noncentrality of chi-square on the scale of V (Smithson 2003): it
 * holds the chance part out already and is not corrected again. Refuses what the chi-square test refuses.
 */
export function measureAssociation(
  table: readonly (readonly number[])[],
  options: { level?: number } = {},
): Result<Association> {
  const { level = 0.95 } = options
  if (!(level > 0 && level < 1)) return refuse('OutOfRange', 'level must lie between 0 and 1')
  const read = readCounts(table)
  if (!read.ok) return read
  const tested = testIndependence(table)
  if (!tested.ok) return tested
  const { chiSquare, cramersV } = tested.value
  const [rows, columns, n] = [read.counts.length, read.counts[0]?.length ?? 0, read.n]
  const biasCorrected = correctBias(chiSquare / n, rows, columns, n)
  return conclude({
    estimate: { name: "Cramer's V, bias-corrected", value: biasCorrected },
    interval: limitsOf({
      chiSquare,
      df: tested.value.df,
      width: n * (Math.min(rows, columns) - 1),
      level,
    }),
    value: { cramersV, biasCorrected },
    n,
    method: { id: 'cramers-v-bergsma', name: "Cramer's V, bias-corrected (Bergsma)" },
    assumptions: [assumptions.independentUnits, assumptions.expectedCounts],
    warnings: tested.warnings,
  })
}

function correctBias(phiSquared: number, rows: number, columns: number, n: number): number {
  if (n < 2) return 0
  const left = Math.max(0, phiSquared - ((rows - 1) * (columns - 1)) / (n - 1))
  const lines = (count: number): number => count - (count - 1) ** 2 / (n - 1)
  const width = Math.min(lines(rows), lines(columns)) - 1
  return width > 0 ? Math.min(1, Math.sqrt(left / width)) : 0
}

interface ChiSquareFound {
  readonly chiSquare: number
  readonly df: number
  readonly width: number
  readonly level: number
}

/** Noncentralities for which chi-square sits at the upper and the lower point; below the least one the limit is 0. */
function limitsOf({ chiSquare, df, width, level }: ChiSquareFound): Interval | null {
  const tail = (1 - level) / 2
  const start = Math.max(chiSquare - df, 0)
  const upperAt = (shift: number): number => noncentralChiSquareUpper(chiSquare, df, shift)
  const low =
    chiSquareUpper(chiSquare, df) >= tail
      ? 0
      : findRootOutward((shift) => upperAt(Math.max(0, shift)) - tail, start, -1)
  const high =
    chiSquareUpper(chiSquare, df) >= 1 - tail
      ? 0
      : findRootOutward((shift) => upperAt(shift) - (1 - tail), start, 1)
  if (low === null || high === null) return null
  const scale = (shift: number): number => Math.min(1, Math.sqrt(Math.max(0, shift) / width))
  return { low: scale(low), high: scale(high), level, method: 'noncentral chi-square' }
}
