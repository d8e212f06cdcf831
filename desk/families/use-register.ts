// Families as the screens need them: each with its people, stays, bonds, pairs and consents beside it.
import { useMemo } from 'react'
import { consent, type Consent } from '../../core/families/consent.ts'
import { family, type Family } from '../../core/families/family.ts'
import { guardianship, type Guardianship } from '../../core/families/guardianship.ts'
import { migration, type Migration } from '../../core/families/migration.ts'
import { pair, type Pair } from '../../core/families/pair.ts'
import { person, type Person } from '../../core/families/person.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { type LocalRecord, useRecord, useRecords } from '../sync/index.ts'

export interface FamilyFile {
  readonly family: LocalRecord<Family>
  readonly people: readonly LocalRecord<Person>[]
  readonly migrations: readonly LocalRecord<Migration>[]
  readonly guardianships: readonly LocalRecord<Guardianship>[]
  readonly pairs: readonly LocalRecord<Pair>[]
  readonly consents: readonly LocalRecord<Consent>[]
}

type OfFamily = { readonly familyId: string }

function useByFamily<Fields extends OfFamily>(
  kind: TypedKind<Fields>,
): ReadonlyMap<string, readonly LocalRecord<Fields>[]> {
  const records = useRecords(kind)
  return useMemo(() => {
    const found = new Map<string, LocalRecord<Fields>[]>()
    for (const record of records) {
      const known = found.get(record.familyId)
      if (known === undefined) found.set(record.familyId, [record])
      else known.push(record)
    }
    return found
  }, [records])
}

/** Every family of this person's reach that is in daily sight, in the order in which they were registered. */
export function useRegister(state: Family['state'] = 'open'): readonly FamilyFile[] {
  const families = useRecords(family, { state })
  const people = useByFamily(person)
  const migrations = useByFamily(migration)
  const guardianships = useByFamily(guardianship)
  const pairs = useByFamily(pair)
  const consents = useByFamily(consent)
  return useMemo(
    () =>
      families.map((each) => ({
        family: each,
        people: people.get(each.id) ?? [],
        migrations: migrations.get(each.id) ?? [],
        guardianships: guardianships.get(each.id) ?? [],
        pairs: pairs.get(each.id) ?? [],
        consents: consents.get(each.id) ?? [],
      })),
    [families, people, migrations, guardianships, pairs, consents],
  )
}

export function useFamilyFile(familyId: string): FamilyFile | null {
  const ofFamily = { familyId }
  const found = useRecord(family, familyId)
  const people = useRecords(person, ofFamily)
  const migrations = useRecords(migration, ofFamily)
  const guardianships = useRecords(guardianship, ofFamily)
  const pairs = useRecords(pair, ofFamily)
  const consents = useRecords(consent, ofFamily)
  return found === null || found.removed
    ? null
    : { family: found, people, migrations, guardianships, pairs, consents }
}

export function childrenIn(file: FamilyFile): readonly LocalRecord<Person>[] {
  return file.people
    .filter(({ role }) => role === 'child')
    .slice()
    .sort((left, right) => (left.bornOn ?? '9').localeCompare(right.bornOn ?? '9'))
}

export function adultsIn(file: FamilyFile): readonly LocalRecord<Person>[] {
  const order: readonly Person['role'][] = ['parent', 'grandparent', 'relative', 'other']
  return file.people
    .filter(({ role }) => role !== 'child')
    .slice()
    .sort((left, right) => order.indexOf(left.role) - order.indexOf(right.role))
}

export function nameOf(file: FamilyFile, personId: string): string {
  return file.people.find(({ id }) => id === personId)?.name ?? '–'
}
