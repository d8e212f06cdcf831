import type { CrossSide, CrossTable } from '../../inquiry/cross-table/cross-table.ts'
import { withoutTest, type CrossMeasures } from '../../inquiry/cross-table/test-cross-table.ts'
import { chooseHidden, type Quantity } from './choose-hidden.ts'
import type { Sum } from './find-spans.ts'
import { leastShown } from './hide-small-cells.ts'

export interface ShownSide extends Omit<CrossSide, 'totals' | 'apart'> {
  /** null is a hidden total; every share of it is hidden with it. */
  readonly totals: readonly (number | null)[]
}

export interface ShownCrossTable extends CrossMeasures {
  readonly rows: ShownSide
  readonly columns: ShownSide
  /** null is a hidden cell. */
  readonly counts: readonly (readonly (number | null)[])[]
  readonly n: number
  readonly leftOut: CrossTable['leftOut']
  readonly outside: boolean
}

/**
 * EVA-26, INQ-40: a cross-table as a reader may see it. Outside the team cells and totals of fewer than five are hidden with
 * whatever they could be worked out from, and so are those whose answer stands in the frequencies while their group is not
 * shown. Where anything is hidden no test and no residual is told either: they are computed from the hidden counts.
 */
export function hideCrossTable(table: CrossTable, outside: boolean): ShownCrossTable {
  const { rows, columns, counts, ...rest } = table
  if (!outside) return { ...table, outside }
  const { quantities, sums, cellAt, rowAt, columnAt } = listQuantities(table)
  const told = chooseHidden(quantities, sums, table.n)
  const show = (place: number) => (told[place] === true ? (quantities[place]?.count ?? 0) : null)
  const cells = counts.map((line, row) => line.map((_, column) => show(cellAt(row, column))))
  const rowTotals = rows.totals.map((_, row) => show(rowAt(row)))
  const columnTotals = columns.totals.map((_, column) => show(columnAt(column)))
  const isWhole = [...cells.flat(), ...rowTotals, ...columnTotals].every((one) => one !== null)
  return {
    ...rest,
    ...(isWhole ? {} : withoutTest('hidden')),
    rows: showSide(rows, rowTotals),
    columns: showSide(columns, columnTotals),
    counts: cells,
    outside,
  }
}

/** Everything about a table that is counted, and what of it adds up: with itself, and with the frequencies that stand elsewhere. */
function listQuantities({ rows, columns, counts, n }: CrossTable) {
  const quantities: Quantity[] = [{ count: n, told: 'known' }]
  const sums: Sum[] = []
  const add = (one: Quantity): number => quantities.push(one) - 1
  const addAll = (all: readonly number[]) => all.map((count) => add({ count, told: 'maybe' }))
  const cells = counts.map(addAll)
  const rowTotals = addAll(rows.totals)
  const columnTotals = addAll(columns.totals)
  const lines = [
    { side: rows, totals: rowTotals, parts: cells },
    {
      side: columns,
      totals: columnTotals,
      parts: columnTotals.map((_, at) => cells.map((line) => line[at] ?? 0)),
    },
  ]
  for (const { side, totals, parts } of lines) {
    const inSums = [
      { parts: totals, whole: 0 },
      ...totals.map((whole, at) => ({ parts: parts[at] ?? [], whole })),
    ]
    // Several answers of one person count in several cells: such lines do not add up, and tell nothing by it.
    sums.push(...inSums.filter((sum) => addsUp(sum, quantities)))
    for (const [at, total] of totals.entries()) {
      const apart = side.apart[at] ?? 0
      const count = (side.totals[at] ?? 0) + apart
      if (count > 0 && count < leastShown) continue
      sums.push({
        parts: [total, add({ count: apart, told: 'never' })],
        whole: add({ count, told: 'known' }),
      })
    }
  }
  return {
    quantities,
    sums,
    cellAt: (row: number, column: number) => cells[row]?.[column] ?? 0,
    rowAt: (row: number) => rowTotals[row] ?? 0,
    columnAt: (column: number) => columnTotals[column] ?? 0,
  }
}

function addsUp({ parts, whole }: Sum, quantities: readonly Quantity[]): boolean {
  const countAt = (place: number) => quantities[place]?.count ?? 0
  return parts.reduce((sum, place) => sum + countAt(place), 0) === countAt(whole)
}

function showSide(
  { categories, together, hidden }: CrossSide,
  totals: readonly (number | null)[],
): ShownSide {
  return { categories, together, hidden, totals }
}
