// A small invented family for rule tests: one child at home, both parents, a grandmother.
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { JsonObject } from '../../kit/json.ts'
import type { Entry } from '../../sync/entry.ts'
import { foundIn } from '../../sync/find-needs.ts'
import type { Found, Kind, VerbContext } from '../../sync/kind.ts'
import { consent, type Consent } from '../consent.ts'
import { guardianship, type Guardianship } from '../guardianship.ts'
import type { FamilyFacts } from '../left-behind.ts'
import { migration, type Migration } from '../migration.ts'
import { pair, type Pair } from '../pair.ts'
import { person, type Person } from '../person.ts'

export const today = '2026-03-10'

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export const ids = {
  family: idOf(10),
  child: idOf(11),
  mother: idOf(12),
  father: idOf(13),
  grandmother: idOf(14),
  staff: idOf(2),
}

export const context: VerbContext = {
  actor: { agencyId: idOf(1), staffId: ids.staff, roles: ['socialWorker'] },
  now: `${today}T08:00:00Z`,
  today,
  claimedAt: `${today}T08:00:00Z`,
}

type Known<Fields> = Fields & { readonly id: string }

export function somebody(id: string, changes: Partial<Person> = {}): Known<Person> {
  const fields = { familyId: ids.family, name: 'Somebody', role: 'parent', ...changes }
  return { ...person.read(fieldsAsJson(fields)), id }
}

export function theChild(changes: Partial<Person> = {}): Known<Person> {
  return somebody(ids.child, { name: '小明', role: 'child', bornOn: '2015-06-01', ...changes })
}

export function stay(personId: string, changes: Partial<Migration> = {}): Known<Migration> {
  const fields = { familyId: ids.family, personId, since: '2024-02-20', ...changes }
  return { ...migration.read(fieldsAsJson(fields)), id: idOf(Number(personId.slice(-4)) + 100) }
}

export function bond(adultId: string, changes: Partial<Guardianship> = {}): Known<Guardianship> {
  const fields = {
    familyId: ids.family,
    childId: ids.child,
    adultId,
    kind: 'legalGuardian',
    basis: 'parent',
    ...changes,
  }
  return { ...guardianship.read(fieldsAsJson(fields)), id: idOf(Number(adultId.slice(-4)) + 200) }
}

export function pairWith(adultId: string, relation: Pair['relation']): Known<Pair> {
  const fields = { familyId: ids.family, childId: ids.child, adultId, relation }
  return { ...pair.read(fieldsAsJson(fields)), id: idOf(Number(adultId.slice(-4)) + 300) }
}

let consentCount = 0

export function decided(changes: Partial<Consent> = {}): Known<Consent> {
  consentCount += 1
  const fields = {
    familyId: ids.family,
    subjectId: ids.child,
    subjectBornOn: '2015-06-01',
    purpose: 'service',
    textVersion: '2026-03',
    decision: 'given',
    givenById: ids.mother,
    decidedOn: '2026-03-01',
    proof: 'witnessedCall',
    witness: '李老师',
    ...changes,
  }
  return { ...consent.read(fieldsAsJson(fields)), id: idOf(400 + consentCount) }
}

/** Both parents away since 2024, grandmother at home. */
export function familyFacts(changes: Partial<FamilyFacts> = {}): FamilyFacts {
  return {
    people: [
      theChild({ ruralHukou: true }),
      somebody(ids.mother, { livesHere: false }),
      somebody(ids.father, { livesHere: false }),
      somebody(ids.grandmother, { role: 'grandparent', bornOn: '1958-01-01' }),
    ],
    migrations: [stay(ids.mother), stay(ids.father)],
    guardianships: [],
    pairs: [pairWith(ids.mother, 'mother'), pairWith(ids.father, 'father')],
    ...changes,
  }
}

export function foundWith(records: readonly (readonly [Kind, Known<object>])[]): Found {
  return foundIn(records.map(([kind, record]) => entryOf(kind, record)))
}

function entryOf(kind: Kind, record: Known<object>): Entry {
  const { id, ...fields } = record
  return {
    kind: kind.name,
    id,
    scope: `family:${ids.family}`,
    position: 1,
    version: 1,
    fields: fieldsAsJson(fields),
    conflicts: [],
    trail: [],
    removed: false,
  }
}

/** The rule's refusal id for a record as it would become, or null. */
export function judge(
  kind: Kind,
  after: Known<object>,
  records: readonly (readonly [Kind, Known<object>])[] = [],
  before: Known<object> | null = null,
): string | null {
  const earlier = before === null ? null : fieldsOf(before)
  return kind.rule(fieldsOf(after), earlier, foundWith(records), context)?.id ?? null
}

function fieldsOf(record: Known<object>): JsonObject {
  const { id: _id, ...fields } = record
  return fieldsAsJson(fields)
}
