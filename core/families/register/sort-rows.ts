import type { Draft } from '../../sync/device.ts'
import { person } from '../person.ts'
import { findAside } from './find-aside.ts'
import { rowReader } from './fill-merged.ts'
import { indexKnownChildren, rowKey } from './known-children.ts'
import { sortIntoHouseholds, type Household } from './plan-households.ts'
import type { RegisterImport } from './plan-register-import.ts'
import { isBlankRow, readRegisterRow, type RowRead } from './read-register-row.ts'
import type { CellNote, RegisterRow } from './register-row.ts'

export interface SortedRows {
  /** Rows that are meant to be a child. */
  readonly rows: number
  readonly notes: readonly CellNote[]
  readonly rowsOut: readonly number[]
  /** Rows without a child in them: totals, notes, repeated heads (FAM-29). */
  readonly asides: readonly number[]
  readonly already: readonly {
    readonly row: number
    readonly name: string
    readonly familyId: string
  }[]
  readonly households: readonly Household[]
  /** Birth dates that the register did not have yet. */
  readonly births: readonly Draft[]
}

/** Takes the rows one by one and says for each what becomes of it: nothing of the table is passed over in silence. */
export function startSorting(work: RegisterImport): {
  readonly takeRow: (row: number) => void
  readonly result: () => SortedRows
} {
  const { mapping, existing, today } = work
  const cellsOf = rowReader(work.table, mapping)
  const knownChild = indexKnownChildren(existing)
  const seen = new Map<string, number>()
  const households = sortIntoHouseholds(existing)
  const notes: CellNote[] = []
  const rowsOut: number[] = []
  const asides: number[] = []
  const births: Draft[] = []
  const already: { row: number; name: string; familyId: string }[] = []
  let rows = 0
  const takeChild = (read: RowRead & { readonly row: RegisterRow }) => {
    const { row, child } = read.row
    const known = knownChild(read.row)
    const key = rowKey(read.row)
    const before = seen.get(key)
    if (before === undefined) seen.set(key, row)
    if (before !== undefined && known === null) {
      notes.push(noteOnChild(work, read.row, 'childTwice', 'row', String(before)))
      rowsOut.push(row)
    } else if (known !== null) {
      already.push({ row, name: child.name, familyId: known.child.familyId })
      if (!known.bringsBirth || child.bornOn === null || before !== undefined) return
      births.push(fillBirth(known.child.id, child.bornOn))
      notes.push(noteOnChild(work, read.row, 'birthFilledIn', 'look', child.bornOn))
    } else if (isDoubtful(read.notes) && work.doubtfulCells === 'leaveRowOut') rowsOut.push(row)
    else notes.push(...noteHousehold(work, read.row, households.add(read.row)))
  }
  const takeRow = (row: number) => {
    const cells = cellsOf(row)
    const aside = findAside(work.table.rows[row - 1] ?? [], row, work)
    if (aside !== null) {
      notes.push(aside)
      asides.push(row)
      return
    }
    if (isBlankRow(cells, mapping)) return
    rows += 1
    const read = readRegisterRow(cells, row, mapping, today)
    notes.push(...read.notes)
    if (read.row === null) rowsOut.push(row)
    else takeChild({ row: read.row, notes: read.notes })
  }
  const result = () => ({
    rows,
    notes,
    rowsOut,
    asides,
    already,
    births,
    households: households.all,
  })
  return { takeRow, result }
}

function isDoubtful(notes: readonly CellNote[]): boolean {
  return notes.some(({ weight }) => weight === 'cell')
}

function fillBirth(childId: string, bornOn: string): Draft {
  return { kind: person, recordId: childId, verb: 'edit', input: {}, fields: { bornOn } }
}

function noteHousehold(
  work: RegisterImport,
  row: RegisterRow,
  { household, first }: { readonly household: Household; readonly first: boolean },
): readonly CellNote[] {
  if (!first)
    return [noteOnChild(work, row, 'sameHousehold', 'look', String(household.rows[0]?.row ?? ''))]
  return household.joins === null
    ? []
    : [noteOnChild(work, row, 'joinsFamily', 'look', household.joins.code)]
}

function noteOnChild(
  { mapping }: RegisterImport,
  { row, child }: RegisterRow,
  reason: CellNote['reason'],
  weight: CellNote['weight'],
  kept: string,
): CellNote {
  const column = mapping.columns.indexOf('child.name') + 1
  return { row, column, target: 'child.name', reason, weight, shown: child.name, kept }
}
