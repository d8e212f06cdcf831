import type { Day } from '../../kit/dates.ts'
import type { IdsDep } from '../../kit/ids.ts'
import type { Table } from '../../kit/table.ts'
import type { Draft } from '../../sync/device.ts'
import { childrenOf, findDuplicates, type Duplicate } from '../find-duplicates.ts'
import { draftHousehold, type HouseholdDrafts } from './draft-household.ts'
import type { ExistingRegister, Household } from './plan-households.ts'
import type { RegisterMapping } from './propose-mapping.ts'
import type { CellNote } from './register-row.ts'
import { startSorting, type SortedRows } from './sort-rows.ts'

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
  readonly asides: SortedRows['asides']
  /** Children of the file who are registered already: at most a missing birth date is filled in. */
  readonly already: SortedRows['already']
  readonly families: readonly PlannedFamily[]
  readonly lookalikes: readonly Duplicate[]
  /** Each at most 500 changes, no family cut in two (FAM-27). */
  readonly bundles: readonly (readonly Draft[])[]
  readonly counts: {
    readonly rows: number
    readonly families: number
    readonly children: number
    /** Children who would be registered with the birth date still to be asked. */
    readonly withoutBirth: number
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
  const { households, births, ...facts } = sorting.result()
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
    bundles: packBundles([{ drafts: births }, ...made]),
    counts: countRecords(facts.rows, made),
  }
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
      return { id, familyId, name, bornOn, notSameAs: [] }
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

function packBundles(made: readonly Pick<Made, 'drafts'>[]): RegisterPlan['bundles'] {
  const bundles: Draft[][] = []
  for (const { drafts } of made) {
    if (drafts.length === 0) continue
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
    withoutBirth: made
      .flatMap(({ household }) => household.rows)
      .filter(({ child }) => child.bornOn === null).length,
    kinds,
  }
}
