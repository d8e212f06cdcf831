import type { Day } from '../../kit/dates.ts'
import type { IdsDep } from '../../kit/ids.ts'
import type { Table } from '../../kit/table.ts'
import type { Draft } from '../../sync/device.ts'
import { childrenOf, findDuplicates, nameKey, type Duplicate } from '../find-duplicates.ts'
import { draftHousehold, type HouseholdDrafts } from './draft-household.ts'
import { sortIntoHouseholds, type ExistingRegister, type Household } from './plan-households.ts'
import type { RegisterMapping } from './propose-mapping.ts'
import { isBlankRow, readRegisterRow } from './read-register-row.ts'
import type { CellNote, RegisterRow } from './register-row.ts'

export interface RegisterImport extends IdsDep {
  readonly table: Table
  readonly mapping: RegisterMapping
  readonly existing: ExistingRegister
  readonly today: Day
  readonly staffId: string
  /** What becomes of a row whose doubtful cells could be left empty. */
  readonly doubtfulCells: 'leaveRowOut' | 'leaveCellEmpty'
  /** Before the running number of families that the file gives no number. */
  readonly codePrefix: string
}

export interface PlannedFamily {
  readonly familyId: string
  readonly code: string
  readonly village: string
  readonly joins: boolean
  readonly children: HouseholdDrafts['children']
  readonly changes: number
}

export interface RegisterPlan {
  readonly notes: readonly CellNote[]
  readonly rowsOut: readonly number[]
  /** Children of the file who are registered already: nothing is done for them. */
  readonly already: readonly {
    readonly row: number
    readonly name: string
    readonly familyId: string
  }[]
  readonly families: readonly PlannedFamily[]
  readonly lookalikes: readonly Duplicate[]
  /** Each at most 500 changes, no family cut in two (FAM-27). */
  readonly bundles: readonly (readonly Draft[])[]
  readonly counts: {
    readonly rows: number
    readonly families: number
    readonly children: number
    readonly kinds: Readonly<Record<string, number>>
  }
}

export interface PlanProgress {
  readonly done: number
  readonly total: number
}

export const changesPerBundle = 500
const rowsPerSlice = 200

/** The dry run at once; a screen runs `planInSlices` instead. Writes nothing. */
export function planRegisterImport(work: RegisterImport): RegisterPlan {
  const slices = planInSlices(work)
  let step = slices.next()
  while (step.done !== true) step = slices.next()
  return step.value
}

/** The same dry run in slices of 200 rows, so that a screen stays alive and may stop in between. */
export function* planInSlices(work: RegisterImport): Generator<PlanProgress, RegisterPlan, void> {
  const total = Math.max(0, work.table.rows.length - work.mapping.firstRow + 1)
  const sorting = startSorting(work)
  for (let index = 0; index < total; index += 1) {
    sorting.takeRow(work.mapping.firstRow + index)
    if (index % rowsPerSlice === rowsPerSlice - 1) yield { done: index + 1, total: total * 2 }
  }
  const { households, ...facts } = sorting.result()
  const made: (HouseholdDrafts & { readonly household: Household })[] = []
  const deps = { ...work, codeOf: countCodes(work) }
  const members = membersByFamily(work.existing)
  for (const [index, household] of households.entries()) {
    const inFamily = household.joins === null ? [] : (members.get(household.joins.id) ?? [])
    made.push({ ...draftHousehold(household, inFamily, deps), household })
    if (index % rowsPerSlice === rowsPerSlice - 1)
      yield { done: total + Math.round((total * index) / households.length), total: total * 2 }
  }
  return {
    ...facts,
    families: made.map(describeFamily),
    lookalikes: findLookalikes(work.existing, made),
    bundles: packBundles(made),
    counts: countRecords(facts.rows, made),
  }
}

interface Sorted {
  readonly rows: number
  readonly notes: readonly CellNote[]
  readonly rowsOut: readonly number[]
  readonly already: RegisterPlan['already']
  readonly households: readonly Household[]
}

function startSorting(work: RegisterImport): {
  readonly takeRow: (row: number) => void
  readonly result: () => Sorted
} {
  const { table, mapping, existing, today } = work
  const registered = new Map(
    childrenOf(existing.people).map((child) => [childKey(child.name, child.bornOn), child]),
  )
  const seen = new Map<string, number>()
  const households = sortIntoHouseholds(existing)
  const notes: CellNote[] = []
  const rowsOut: number[] = []
  const already: { row: number; name: string; familyId: string }[] = []
  let rows = 0
  const takeRow = (row: number) => {
    const cells = table.rows[row - 1] ?? []
    if (isBlankRow(cells, mapping)) return
    rows += 1
    const read = readRegisterRow(cells, row, mapping, today)
    notes.push(...read.notes)
    const key = read.row === null ? null : childKey(read.row.child.name, read.row.child.bornOn)
    const before = key === null ? undefined : seen.get(key)
    if (key !== null && before === undefined) seen.set(key, row)
    const known = key === null ? undefined : registered.get(key)
    const doubtful = read.notes.some(({ weight }) => weight === 'cell')
    if (read.row !== null && known !== undefined)
      already.push({ row, name: read.row.child.name, familyId: known.familyId })
    else if (read.row !== null && before !== undefined) {
      notes.push(noteOnChild(work, read.row, 'childTwice', 'row', String(before)))
      rowsOut.push(row)
    } else if (read.row === null || (doubtful && work.doubtfulCells === 'leaveRowOut'))
      rowsOut.push(row)
    else {
      const { household, first } = households.add(read.row)
      if (!first)
        notes.push(
          noteOnChild(
            work,
            read.row,
            'sameHousehold',
            'look',
            String(household.rows[0]?.row ?? ''),
          ),
        )
      else if (household.joins !== null)
        notes.push(noteOnChild(work, read.row, 'joinsFamily', 'look', household.joins.code))
    }
  }
  return { takeRow, result: () => ({ rows, notes, rowsOut, already, households: households.all }) }
}

function childKey(name: string, bornOn: string | null): string {
  return `${nameKey(name)}|${bornOn ?? ''}`
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

function membersByFamily({ people }: ExistingRegister) {
  const members = new Map<string, ExistingRegister['people'][number][]>()
  for (const each of people) {
    const known = members.get(each.familyId)
    if (known === undefined) members.set(each.familyId, [each])
    else known.push(each)
  }
  return members
}

/** The next number after the highest one with this prefix, in the register or in the file. */
function countCodes({ existing, codePrefix, table, mapping }: RegisterImport): () => string {
  const column = mapping.columns.indexOf('family.code')
  const written = table.rows.map((row) => row[column])
  const codes = [
    ...existing.families.map(({ code }) => code),
    ...written.map((cell) => (cell?.kind === 'text' ? cell.text.trim() : '')),
  ]
  const numbers = codes
    .filter((code) => code.startsWith(codePrefix))
    .map((code) => Number(code.slice(codePrefix.length)))
    .filter((number) => Number.isInteger(number))
  let last = numbers.reduce((most, number) => Math.max(most, number), 0)
  return () => {
    last += 1
    return `${codePrefix}${String(last).padStart(3, '0')}`
  }
}

type Made = HouseholdDrafts & { readonly household: Household }

function describeFamily({ familyId, code, children, drafts, household }: Made): PlannedFamily {
  const village = household.joins?.village ?? household.rows[0]?.village ?? ''
  return {
    familyId,
    code,
    village,
    joins: household.joins !== null,
    children,
    changes: drafts.length,
  }
}

/** Possible duplicates in which the file has a part. */
function findLookalikes(existing: ExistingRegister, made: readonly Made[]): readonly Duplicate[] {
  const fresh = made.flatMap(({ familyId, children, household }) =>
    children.map(({ id, name }, index) => {
      const bornOn = household.rows[index]?.child.bornOn ?? null
      return { id, familyId, name, bornOn }
    }),
  )
  const families = [
    ...existing.families,
    ...made.map((each) => ({ id: each.familyId, village: describeFamily(each).village })),
  ]
  const freshIds = new Set(fresh.map(({ id }) => id))
  return findDuplicates([...childrenOf(existing.people), ...fresh], families).filter(
    ({ left, right }) => freshIds.has(left.id) || freshIds.has(right.id),
  )
}

function packBundles(made: readonly Made[]): RegisterPlan['bundles'] {
  const bundles: Draft[][] = []
  for (const { drafts } of made) {
    const last = bundles.at(-1)
    if (last === undefined || last.length + drafts.length > changesPerBundle)
      bundles.push([...drafts])
    else last.push(...drafts)
  }
  return bundles
}

function countRecords(rows: number, made: readonly Made[]): RegisterPlan['counts'] {
  const kinds: Record<string, number> = {}
  for (const { kind } of made.flatMap(({ drafts }) => drafts))
    kinds[kind.name] = (kinds[kind.name] ?? 0) + 1
  const children = made.reduce((sum, each) => sum + each.children.length, 0)
  return {
    rows,
    families: made.filter(({ household }) => household.joins === null).length,
    children,
    kinds,
  }
}
