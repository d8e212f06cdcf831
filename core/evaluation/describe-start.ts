import type { ContactEntry } from '../contact/contact-entry.ts'
import type { Guardianship } from '../families/guardianship.ts'
import { findCensus, findCivilAffairs, type Finding } from '../families/left-behind.ts'
import { isAwayOn, type Migration } from '../families/migration.ts'
import type { Person } from '../families/person.ts'
import type { Wave } from '../inquiry/wave.ts'
import type { Known } from './evaluation-records.ts'
import { findSilences } from './find-silences.ts'
import { pickGroup, type EvaluationRecords } from './pick-group.ts'
import { meansAt, type StartMean } from './scale-means.ts'

export interface StartRecords
  extends Omit<EvaluationRecords, 'people' | 'accounts' | 'noContacts' | 'contactMatches'> {
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly guardianships: readonly Known<Guardianship>[]
  readonly contacts: readonly Known<ContactEntry>[]
}

/** How many children a definition covers, and of how many it cannot be said yet. */
export interface DefinitionCount {
  readonly holds: number
  readonly unknown: number
}

export interface StartOfGroup {
  readonly families: number
  readonly children: number
  readonly civilAffairs: DefinitionCount
  readonly census: DefinitionCount
  /** Adults in a pair with one of the children who are away, and where: other provinces than the most frequent are listed too. */
  readonly away: number
  readonly provinces: readonly { readonly province: string; readonly count: number }[]
  /** Pairs whose adult is away: silent for two weeks, for one, never logged. */
  readonly silences: {
    readonly silent14: number
    readonly silent7: number
    readonly notLogged: number
  }
  readonly wave: Known<Wave> | null
  readonly means: readonly StartMean[]
}

/**
 * EVA-36: what the records say about the families of a group before it begins: both definitions of a left-behind child,
 * where the adults are, how long there was no contact, and the means of the first questionnaires with their n. What nobody
 * has asked is counted as unknown.
 */
export function describeStart(all: StartRecords, groupId: string): StartOfGroup {
  const seats = all.seats.filter((seat) => seat.groupId === groupId && seat.leftOn === null)
  const here = new Set(seats.map(({ familyId }) => familyId))
  const own = <Row extends { readonly familyId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ familyId }) => here.has(familyId))
  const seated = new Set(seats.map(({ personId }) => personId))
  const facts = {
    people: own(all.people),
    pairs: own(all.pairs),
    migrations: own(all.migrations),
    guardianships: own(all.guardianships),
  }
  const children = facts.people.filter(({ id, role }) => role === 'child' && seated.has(id))
  const silences = findSilences({
    ...facts,
    today: all.today,
    contactEntries: own(all.contacts),
  }).filter(({ childId }) => seated.has(childId))
  const wave = firstWave(all.waves, groupId)
  return {
    families: here.size,
    children: children.length,
    civilAffairs: count(children.map((child) => findCivilAffairs(facts, child, all.today))),
    census: count(children.map((child) => findCensus(facts, child, all.today))),
    ...whereAway(
      facts.migrations,
      facts.pairs.filter(({ childId }) => seated.has(childId)).map(({ adultId }) => adultId),
      all.today,
    ),
    silences: {
      silent14: silences.filter(({ state }) => state === 'silent14').length,
      silent7: silences.filter(({ state }) => state === 'silent7').length,
      notLogged: silences.filter(({ state }) => state === 'notLogged').length,
    },
    wave,
    means:
      wave === null
        ? []
        : meansAt(pickGroup(all, groupId, { before: wave, after: wave, followUp: null })),
  }
}

function count(findings: readonly Finding[]): DefinitionCount {
  return {
    holds: findings.filter(({ holds }) => holds === true).length,
    unknown: findings.filter(({ holds }) => holds === null).length,
  }
}

function whereAway(
  migrations: readonly Known<Migration>[],
  adultIds: readonly string[],
  today: string,
): Pick<StartOfGroup, 'away' | 'provinces'> {
  const stays = migrations.filter(
    (stay) => adultIds.includes(stay.personId) && isAwayOn(stay, today),
  )
  const names = stays.map(({ province }) => province).filter((name) => name !== '')
  const provinces = [...new Set(names)]
    .map((province) => ({ province, count: names.filter((name) => name === province).length }))
    .sort((left, right) => right.count - left.count)
  return { away: new Set(stays.map(({ personId }) => personId)).size, provinces }
}

function firstWave(waves: readonly Known<Wave>[], groupId: string): Known<Wave> | null {
  const own = waves.filter((wave) => wave.groupId === groupId && wave.phase === 'before')
  return own.toSorted((left, right) => left.opensOn.localeCompare(right.opensOn))[0] ?? null
}
