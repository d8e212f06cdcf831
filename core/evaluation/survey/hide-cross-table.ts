import type { CrossSide, CrossTable } from '../../inquiry/cross-table/cross-table.ts'
import { withoutTest, type CrossMeasures } from '../../inquiry/cross-table/test-cross-table.ts'
import { hideSmallCells } from './hide-small-cells.ts'

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
 * EVA-26, INQ-40: a cross-table as a reader may see it. Outside the team cells of fewer than five are hidden with whatever they
 * could be worked out from: the totals, and those whose answer stands in the frequencies while their group is not shown. Where
 * anything is hidden no test and no residual is told either: they are computed from the hidden counts.
 */
export function hideCrossTable(table: CrossTable, outside: boolean): ShownCrossTable {
  const { rows, columns, counts, ...rest } = table
  if (!outside) return { ...table, outside }
  // Those apart make each line add up to the frequencies that stand elsewhere on the page; in no cell are they told.
  const whole = [...counts.map((line, at) => [...line, rows.apart[at] ?? 0]), [...columns.apart, 0]]
  const shown = hideSmallCells(whole)
  const cells = counts.map((line, row) => line.map((_, column) => shown[row]?.[column] ?? null))
  const rowTotals = hideTotals(rows.totals)
  const columnTotals = hideTotals(columns.totals)
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

function hideTotals(totals: readonly number[]): readonly (number | null)[] {
  return hideSmallCells([totals])[0] ?? []
}

function showSide(
  { categories, together, hidden }: CrossSide,
  totals: readonly (number | null)[],
): ShownSide {
  return { categories, together, hidden, totals }
}
