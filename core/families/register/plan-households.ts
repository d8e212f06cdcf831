import { nameKey, villageKey } from '../find-duplicates.ts'
import type { Family } from '../family.ts'
import type { Person } from '../person.ts'
import type { RegisterAdult, RegisterRow } from './register-row.ts'

type Known<Fields> = Fields & { readonly id: string }

export interface ExistingRegister {
  readonly families: readonly Known<Family>[]
  readonly people: readonly Known<Person>[]
}

/** The rows that make one family, and the family they join where the register knows it already. */
export interface Household {
  readonly joins: Known<Family> | null
  readonly rows: RegisterRow[]
}

/** Fathers and mothers by name in a village: one household (FAM-26). With one name only, two families may share it. */
function householdKey(parents: readonly string[], village: string): string | null {
  const names = parents.map(nameKey).filter((name) => name !== '')
  if (names.length < 2) return null
  return `${names.slice().sort().join('+')}|${villageKey(village)}`
}

function parentNames(adults: readonly RegisterAdult[]): readonly string[] {
  return adults
    .filter(({ relation }) => relation === 'father' || relation === 'mother')
    .map(({ name }) => name)
}

export interface Households {
  readonly all: readonly Household[]
  readonly add: (row: RegisterRow) => { readonly household: Household; readonly first: boolean }
}

/** Sorts rows into families: those of the register first (FAM-25), then those of the file. */
export function sortIntoHouseholds(existing: ExistingRegister): Households {
  const known = indexHouseholds(existing)
  const byKey = new Map<string, Household>()
  const all: Household[] = []
  return {
    all,
    add: (row) => {
      const key = householdKey(parentNames(row.adults), row.village)
      const code = row.code === '' ? null : `code:${row.code}`
      const found =
        (key === null ? undefined : byKey.get(key)) ??
        [code === null ? undefined : byKey.get(code)].find((each) => sharesAdult(each, row))
      const household = found ?? { joins: joinedBy(known, row, key), rows: [] }
      if (found === undefined) all.push(household)
      household.rows.push(row)
      for (const each of [code, key])
        if (each !== null && !byKey.has(each)) byKey.set(each, household)
      return { household, first: found === undefined }
    },
  }
}

/** Some registers write one number into every row: a family number counts only beside a name in common. */
function sharesAdult(household: Household | undefined, row: RegisterRow): boolean {
  const names = new Set(row.adults.map(({ name }) => nameKey(name)))
  const others = household?.rows.flatMap(({ adults }) => adults) ?? []
  return others.some(({ name }) => names.has(nameKey(name)))
}

interface KnownHouseholds {
  readonly byParents: ReadonlyMap<string, Known<Family>>
  readonly byCode: ReadonlyMap<string, Known<Family>>
  readonly namesIn: ReadonlyMap<string, ReadonlySet<string>>
}

function indexHouseholds({ families, people }: ExistingRegister): KnownHouseholds {
  const parents = new Map<string, string[]>()
  const namesIn = new Map<string, Set<string>>()
  for (const { familyId, name, role } of people) {
    if (role === 'parent') parents.set(familyId, [...(parents.get(familyId) ?? []), name])
    if (role !== 'child')
      namesIn.set(familyId, (namesIn.get(familyId) ?? new Set()).add(nameKey(name)))
  }
  const byParents = new Map<string, Known<Family>>()
  for (const family of families) {
    const key = householdKey(parents.get(family.id) ?? [], family.village)
    if (key !== null) byParents.set(key, family)
  }
  return { byParents, byCode: new Map(families.map((family) => [family.code, family])), namesIn }
}

/** A family number alone is not enough: another village may number its files the same way. */
function joinedBy(
  known: KnownHouseholds,
  row: RegisterRow,
  key: string | null,
): Household['joins'] {
  const sameParents = key === null ? undefined : known.byParents.get(key)
  if (sameParents !== undefined) return sameParents
  const sameCode = row.code === '' ? undefined : known.byCode.get(row.code)
  if (sameCode === undefined) return null
  const names = known.namesIn.get(sameCode.id)
  return row.adults.some(({ name }) => names?.has(nameKey(name)) === true) ? sameCode : null
}
