import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { comparePairwise } from '../numeric/pairwise-table.ts'
import { adjustedValues } from '../planning/adjust-p-values.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'
import { concludePearson, correlateLinearly } from './correlate-linearly.ts'
import { correlateOrder } from './correlate-order.ts'
import { correlateRanks } from './correlate-ranks.ts'

export const correlationKinds = ['pearson', 'spearman', 'kendall'] as const
export type CorrelationKind = (typeof correlationKinds)[number]

export type ColumnPair = {
  first: string
  second: string
  n: number
  /** null with `reason` when this pair cannot be correlated. */
  r: number | null
  interval: Interval | null
  p: number | null
  pHolm: number | null
  reason: string | null
}
export type ColumnCorrelations = {
  names: string[]
  table: (number | null)[][]
  pairs: ColumnPair[]
}

/**
 * Every two columns correlated on their own complete pairs, p adjusted by Holm over the table. A
 * pair that cannot be correlated is null with its reason. Refuses fewer than two columns and columns
 * of different length.
 */
export function correlateColumns(
  columns: readonly Column[],
  options: { kind?: CorrelationKind; names?: readonly string[]; level?: number } = {},
): Result<ColumnCorrelations> {
  const { kind = 'pearson', level = 0.95 } = options
  if (columns.length < 2) return refuse('TooFewGroups', `${columns.length} columns`)
  const n = at(columns, 0).length
  const names = options.names ?? columns.map((_, i) => `column ${i + 1}`)
  if (columns.some((column) => column.length !== n) || names.length !== columns.length) {
    return refuse('LengthMismatch', 'columns or names differ in length')
  }
  const correlate = chooseCorrelation(columns, kind, level)
  const pairs = columns.flatMap((x, i) =>
    columns.slice(i + 1).map((y, j) => {
      const place = { i, j: i + 1 + j, first: at(names, i), second: at(names, i + 1 + j) }
      const found = correlate(x, y, i, i + 1 + j)
      if (!found.ok) {
        return { ...place, n: 0, r: null, interval: null, p: null, reason: found.reason }
      }
      const r = found.estimate?.value ?? null
      return { ...place, n: found.n, r, interval: found.interval, p: found.value.p, reason: null }
    }),
  )
  const known = pairs.flatMap(({ p }) => (p === null ? [] : [p]))
  const adjusted = adjustedValues(known, 'holm').values()
  const table = columns.map((_, i): (number | null)[] =>
    columns.map((_c, j) => (i === j ? 1 : null)),
  )
  for (const { i, j, r } of pairs) {
    at(table, i)[j] = r
    at(table, j)[i] = r
  }
  return conclude({
    value: {
      names: [...names],
      table,
      pairs: pairs.map(({ first, second, n: size, r, interval, p, reason }) => ({
        first,
        second,
        n: size,
        r,
        interval,
        p,
        pHolm: p === null ? null : (adjusted.next().value ?? null),
        reason,
      })),
    },
    n,
    missing: {
      count: columns.reduce((sum, column) => sum + column.filter((v) => v === null).length, 0),
      handling: 'pairwise',
    },
    method: { id: `correlations-${kind}`, name: `Correlations of every two columns, ${kind}` },
    assumptions: [assumptions.independentUnits],
  })
}

type Found = Result<{ p: number }>
type Correlate = (x: Column, y: Column, i: number, j: number) => Found

/** Rows from which one pass over typed arrays replaces a careful look at every pair. */
const MANY_ROWS = 2000

function chooseCorrelation(
  columns: readonly Column[],
  kind: CorrelationKind,
  level: number,
): Correlate {
  const single = { pearson: correlateLinearly, spearman: correlateRanks, kendall: correlateOrder }
  const rows = at(columns, 0).length
  const finite = columns.every((column) => column.every((v) => v === null || Number.isFinite(v)))
  if (kind !== 'pearson' || rows < MANY_ROWS || !finite)
    return (x, y) => single[kind](x, y, { level })
  const table = comparePairwise(columns)
  return (x, y, i, j) => {
    const r = table?.correlations[i]?.[j] ?? null
    const n = table?.counts[i]?.[j] ?? 0
    if (r === null || n < 3) return correlateLinearly(x, y, { level })
    return concludePearson(r, n, rows - n, { level, alternative: 'two-sided' })
  }
}
