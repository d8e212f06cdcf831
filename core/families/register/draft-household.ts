import type { IdsDep } from '../../kit/ids.ts'
import type { Draft } from '../../sync/device.ts'
import { draftRecord } from '../../sync/draft-record.ts'
import { family } from '../family.ts'
import { nameKey } from '../find-duplicates.ts'
import { guardianship } from '../guardianship.ts'
import { migration } from '../migration.ts'
import { pair, pairId } from '../pair.ts'
import { person, type Person } from '../person.ts'
import type { Household } from './plan-households.ts'
import type { RegisterAdult, RegisterRow } from './register-row.ts'

export interface DraftDeps extends IdsDep {
  readonly today: string
  readonly staffId: string
  readonly codeOf: () => string
}

export interface HouseholdDrafts {
  readonly familyId: string
  readonly code: string
  readonly children: readonly { readonly row: number; readonly id: string; readonly name: string }[]
  readonly drafts: readonly Draft[]
}

/** Every record of one household, in the order in which they point at each other. Contact data only (FAM-4). */
export function draftHousehold(
  household: Household,
  members: readonly (Person & { readonly id: string })[],
  deps: DraftDeps,
): HouseholdDrafts {
  const { joins, rows } = household
  const first = rows[0]
  const familyId = joins?.id ?? deps.newId()
  const code = joins?.code ?? (first?.code || deps.codeOf())
  const drafts: Draft[] = []
  if (joins === null)
    drafts.push(
      draftRecord(family, familyId, {
        code,
        village: first?.village ?? '',
        township: first?.township ?? '',
        staff: [deps.staffId],
        registeredOn: deps.today,
      }),
    )
  const adultIds = new Map(
    members.filter(({ role }) => role !== 'child').map(({ id, name }) => [nameKey(name), id]),
  )
  for (const adult of adultsOf(rows)) {
    if (adultIds.has(nameKey(adult.name))) continue
    const adultId = deps.newId()
    adultIds.set(nameKey(adult.name), adultId)
    drafts.push(...draftAdult(adult, familyId, adultId, deps))
  }
  const children = rows.map((row) => {
    const childId = deps.newId()
    drafts.push(...draftChild(row, familyId, childId, adultIds, deps))
    return { row: row.row, id: childId, name: row.child.name }
  })
  return { familyId, code, children, drafts }
}

/** Each adult once: what one child's row leaves empty another child's row may fill. */
function adultsOf(rows: readonly RegisterRow[]): readonly RegisterAdult[] {
  const found = new Map<string, RegisterAdult>()
  for (const adult of rows.flatMap((row) => row.adults)) {
    const key = nameKey(adult.name)
    const known = found.get(key)
    found.set(key, known === undefined ? adult : mergeAdult(known, adult))
  }
  return [...found.values()]
}

function mergeAdult(known: RegisterAdult, other: RegisterAdult): RegisterAdult {
  return {
    ...known,
    phone: known.phone === '' ? other.phone : known.phone,
    bornOn: known.bornOn ?? other.bornOn,
    away: known.away ?? other.away,
    atHome: known.atHome || other.atHome,
    alive: known.alive && other.alive,
    cares: known.cares || other.cares,
  }
}

const roles: Partial<Record<RegisterAdult['relation'], Person['role']>> = {
  father: 'parent',
  mother: 'parent',
  stepfather: 'parent',
  stepmother: 'parent',
  grandfather: 'grandparent',
  grandmother: 'grandparent',
  aunt: 'relative',
  uncle: 'relative',
  sibling: 'relative',
}

const sexes: Partial<Record<RegisterAdult['relation'], Person['sex']>> = {
  father: 'male',
  stepfather: 'male',
  grandfather: 'male',
  uncle: 'male',
  mother: 'female',
  stepmother: 'female',
  grandmother: 'female',
  aunt: 'female',
}

function draftAdult(
  adult: RegisterAdult,
  familyId: string,
  adultId: string,
  deps: DraftDeps,
): readonly Draft[] {
  const { name, bornOn, phone, alive, away, atHome, relation, cares } = adult
  // Registers list people without saying who sleeps here: only who stays at home by the words of the file, or cares, does.
  const isHere = atHome || cares ? true : null
  const livesHere = alive && away === null ? isHere : false
  const drafts = [
    draftRecord(person, adultId, {
      familyId,
      name,
      bornOn,
      phone,
      alive,
      livesHere,
      role: roles[relation] ?? 'other',
      sex: sexes[relation] ?? 'unknown',
    }),
  ]
  if (away !== null)
    drafts.push(draftRecord(migration, deps.newId(), { familyId, personId: adultId, ...away }))
  return drafts
}

function draftChild(
  row: RegisterRow,
  familyId: string,
  childId: string,
  adultIds: ReadonlyMap<string, string>,
  deps: DraftDeps,
): readonly Draft[] {
  const drafts = [draftRecord(person, childId, { familyId, role: 'child', ...row.child })]
  for (const adult of row.adults) {
    const adultId = adultIds.get(nameKey(adult.name))
    if (adultId === undefined || !adult.alive) continue
    const bond = { familyId, childId, adultId }
    const { relation } = adult
    const isParent = relation === 'father' || relation === 'mother'
    if (isParent)
      drafts.push(
        draftRecord(guardianship, deps.newId(), {
          ...bond,
          kind: 'legalGuardian',
          basis: 'parent',
        }),
      )
    else if (adult.cares)
      drafts.push(
        draftRecord(guardianship, deps.newId(), { ...bond, kind: 'caregiver', basis: 'factOnly' }),
      )
    if (isParent || adult.cares)
      drafts.push(draftRecord(pair, pairId(childId, adultId), { ...bond, relation }))
  }
  return drafts
}
