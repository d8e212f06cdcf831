import { assumptions } from '../assumptions.ts'
import { keepCompleteRows, refuseLevel } from '../columns.ts'
import { tTail } from '../numeric/distributions.ts'
import { fitLinear } from '../numeric/matrix.ts'
import { correlationOf, isConstant, meanOf, sdOf } from '../numeric/moments.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { fisherInterval, perfectP } from './correlate-linearly.ts'
import type { CorrelationOptions } from './correlate-linearly.ts'

export type PartialCorrelation = {
  /** Of what is left of x and y when the controls are taken out of both. */
  r: number
  /** x against what is left of y: the semipartial (part) correlation with y controlled. */
  partOfY: number
  /** Without any control. */
  zeroOrder: number
  /** null when r is 1 or -1. */
  t: number | null
  df: number
  p: number
}

export type PartialOptions = CorrelationOptions & { ranks?: boolean }

/**
 * Partial correlation of x and y given one or more controls: the correlation of least-squares
 * residuals (Fisher 1924), t with n - 2 - k df, Fisher z interval with n - k - 3; on mid-ranks
 * (partial Spearman) on request. Complete rows. Refuses fewer than k + 3 rows, a column that does not
 * vary, dependent controls, and x or y explained by the controls entirely.
 */
export function correlatePartially(
  x: Column,
  y: Column,
  controls: readonly Column[],
  options: PartialOptions = {},
): Result<PartialCorrelation> {
  const { level = 0.95, alternative = 'two-sided', ranks = false } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const k = controls.length
  if (k === 0) return refuse('TooFewGroups', 'no control variable')
  const read = keepCompleteRows([x, y, ...controls])
  if (!read.ok) return read
  const n = read.kept[0]?.length ?? 0
  if (n < k + 3) return refuse('TooFewValues', `${n} complete rows; at least ${k + 3} needed`)
  if (read.kept.some(isConstant)) return refuse('ZeroVariance', 'a column does not vary')
  const columns = read.kept.map((column) => standardise(ranks ? midRanks(column) : column))
  const [a = [], b = [], ...rest] = columns
  const restA = residualsOf(a, rest)
  const restB = residualsOf(b, rest)
  if (restA === null || restB === null) {
    return refuse('SingularMatrix', 'controls are linearly dependent')
  }
  const small = 1e-9
  if (sdOf(restA) < small || sdOf(restB) < small) {
    return refuse('ZeroVariance', 'the controls explain x or y entirely')
  }
  const r = correlationOf(restA, restB) ?? 0
  const df = n - 2 - k
  const perfect = Math.abs(r) >= 1 - 1e-15
  const t = perfect ? null : r * Math.sqrt(df / ((1 - r) * (1 + r)))
  const name = ranks ? 'Partial Spearman correlation' : 'Partial correlation'
  return conclude({
    estimate: { name: 'partial r', value: r },
    interval: perfect || n - k < 4 ? null : fisherInterval(r, 1 / Math.sqrt(n - k - 3), n, level),
    value: {
      r,
      partOfY: correlationOf(a, restB) ?? 0,
      zeroOrder: correlationOf(a, b) ?? 0,
      t,
      df,
      p: t === null ? perfectP(r, alternative) : tTail(t, df, alternative),
    },
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: ranks ? 'partial-spearman' : 'partial-pearson', name: `${name}, t test` },
    assumptions: [assumptions.independentUnits, assumptions.linear, assumptions.bivariateNormal],
    warnings: perfect ? [{ id: 'perfect-correlation', detail: 'residuals lie on a line' }] : [],
  })
}

function midRanks(values: readonly number[]): number[] {
  return Array.from(rankValues(roundForTies(values)).doubled, (rank) => rank / 2)
}

function standardise(values: readonly number[]): number[] {
  const mean = meanOf(values)
  const sd = sdOf(values)
  return values.map((value) => (value - mean) / sd)
}

/** What is left of a standardised column after least squares on the others. */
function residualsOf(y: readonly number[], x: readonly number[][]): number[] | null {
  const fit = fitLinear([y.map(() => 1), ...x], y)
  return fit === null ? null : y.map((value, i) => value - (fit.fitted[i] ?? 0))
}
