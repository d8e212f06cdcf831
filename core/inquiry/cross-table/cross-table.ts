import {
  countPeople,
  foldSmallGroups,
  smallGroupsTogether,
  compareRows,
} from '../fold-small-groups.ts'
import type { AxisCell, AxisValues } from './cross-axis.ts'
import { measureCrossTable, withoutTest, type CrossMeasures } from './test-cross-table.ts'

/** One side as it stands in the table. */
export interface CrossSide {
  readonly categories: readonly string[]
  /** People with an answer on both sides, category by category; several answers of one person count in each. */
  readonly totals: readonly number[]
  /**
   * People of each category whose group is not known or not shown; they are in the frequencies of the question, so what they
   * answered could be worked out. Whoever left out the other question is not counted here: that is no answer of anybody.
   */
  readonly apart: readonly number[]
  /** Groups of fewer than five in one line together, and those that are in none. */
  readonly together: readonly string[]
  readonly hidden: readonly string[]
}

/** Why sheets are not in the table, each sheet once. */
export interface LeftOut {
  readonly notAsked: number
  readonly missing: number
  readonly smallGroup: number
}

export interface CrossTable extends CrossMeasures {
  readonly rows: CrossSide
  readonly columns: CrossSide
  readonly counts: readonly (readonly number[])[]
  /** People with an answer on both sides. */
  readonly n: number
  readonly leftOut: LeftOut
}

/**
 * INQ-40: two sides of a survey by each other. Backgrounds with groups of fewer than five are folded (EVA-26) for everybody;
 * `outside` as in `foldSmallGroups`. Several answers stand each in a line of its own and bear no test; two waves bear none
 * either, as the same people may have answered twice.
 */
export function crossTable(rows: AxisValues, columns: AxisValues, outside: boolean): CrossTable {
  const rowSide = foldAxis(rows, columns, outside)
  const columnSide = foldAxis(columns, rows, outside)
  const counts = rowSide.categories.map(() => columnSide.categories.map(() => 0))
  const rowAt = new Map(rowSide.categories.map((one, index) => [one, index]))
  const columnAt = new Map(columnSide.categories.map((one, index) => [one, index]))
  const rowTally = tally(rowSide.categories)
  const columnTally = tally(columnSide.categories)
  const leftOut = { notAsked: 0, missing: 0, smallGroup: 0 }
  let n = 0
  for (const [at, row] of rowSide.cells.entries()) {
    const column = columnSide.cells[at] ?? 'missing'
    if (typeof row === 'string' || typeof column === 'string') {
      leftOut[whyLeftOut(row, column)] += 1
      if (isBackground(columns)) rowTally.addApart(row)
      if (isBackground(rows)) columnTally.addApart(column)
      continue
    }
    n += 1
    rowTally.add(row)
    columnTally.add(column)
    for (const one of row)
      for (const other of column) {
        const line = counts[rowAt.get(one) ?? -1]
        const place = columnAt.get(other) ?? -1
        if (line !== undefined && place >= 0) line[place] = (line[place] ?? 0) + 1
      }
  }
  return {
    rows: { ...sideOf(rowSide), ...rowTally.finish() },
    columns: { ...sideOf(columnSide), ...columnTally.finish() },
    counts,
    n,
    leftOut,
    ...measuresOf(rows, columns, counts),
  }
}

function isBackground({ axis }: AxisValues): boolean {
  return axis.by === 'group' || axis.by === 'extra'
}

function measuresOf(
  rows: AxisValues,
  columns: AxisValues,
  counts: readonly (readonly number[])[],
): CrossMeasures {
  if (rows.several || columns.several) return withoutTest('several')
  if (rows.axis.by === 'wave' || columns.axis.by === 'wave') return withoutTest('waves')
  return measureCrossTable(counts)
}

type FoldedCell = AxisCell | 'smallGroup'

interface FoldedAxis {
  readonly categories: readonly string[]
  readonly cells: readonly FoldedCell[]
  readonly together: readonly string[]
  readonly hidden: readonly string[]
}

function sideOf({ categories, together, hidden }: FoldedAxis) {
  return { categories, together, hidden }
}

/** Questions and waves keep their lines; the groups of a background are folded by the people who can be counted. */
function foldAxis(own: AxisValues, other: AxisValues, outside: boolean): FoldedAxis {
  const { categories, cells } = own
  if (!isBackground(own)) return { categories, cells, together: [], hidden: [] }
  const labels = cells.map((cell) => (typeof cell === 'string' ? null : (cell[0] ?? null)))
  const answered = other.cells.map((cell) => (typeof cell === 'string' ? null : 1))
  const folded = foldSmallGroups({ ...countPeople(answered, labels), outside })
  const { rows, together, hidden } = folded
  return {
    categories: [...new Set(rows.values())].sort(compareRows),
    cells: cells.map((cell, at) => {
      const label = labels[at] ?? null
      if (label === null) return cell
      const row = rows.get(label)
      return row === undefined ? (hidden.includes(label) ? 'smallGroup' : 'missing') : [row]
    }),
    together,
    hidden,
  }
}

function whyLeftOut(row: FoldedCell, column: FoldedCell): keyof LeftOut {
  if (row === 'notAsked' || column === 'notAsked') return 'notAsked'
  if (row === 'missing' || column === 'missing') return 'missing'
  return 'smallGroup'
}

function tally(categories: readonly string[]) {
  const places = new Map(categories.map((one, index) => [one, index]))
  const totals = categories.map(() => 0)
  const apart = categories.map(() => 0)
  const count = (into: number[], cell: readonly string[]): void => {
    for (const one of cell) {
      const place = places.get(one)
      if (place !== undefined) into[place] = (into[place] ?? 0) + 1
    }
  }
  return {
    add: (cell: readonly string[]) => count(totals, cell),
    addApart: (cell: FoldedCell) => {
      if (typeof cell !== 'string') count(apart, cell)
    },
    finish: () => ({ totals, apart }),
  }
}

/** The line of small groups together has no name of its own. */
export function isTogether(category: string): boolean {
  return category === smallGroupsTogether
}
