import { ageOn } from '../../../kit/dates.ts'
import { isAwayOn } from '../../../families/migration.ts'
import { holdsOn, liesAfter } from '../facts/partial-day.ts'
import { findGenerations } from './find-generations.ts'
import type { DrawnPerson, DrawnQuality, Genogram } from './genogram.ts'
import type { GenogramRecords, Known } from './genogram-records.ts'
import { listParentLinks, listUnions } from './list-unions.ts'
import type { Person } from '../../../families/person-shape.ts'

/** The family of the index child as its records have it on a day; the order in which records come changes nothing. */
export function readGenogram(unsorted: GenogramRecords, indexId: string, day: string): Genogram {
  const records = sortRecords(unsorted)
  const born = withBirths(records)
    .filter(({ bornOn }) => !liesAfter(bornOn, day))
    .sort((left, right) => compareAges(left, right))
  const people = [
    ...born.map((one) => readPerson(one, records, indexId, day)),
    ...listUnborn(records, born, day),
  ]
  const known = new Set(people.map(({ id }) => id))
  const links = listParentLinks(records, known, day)
  const unions = listUnions(records, links, known, day)
  const generations = findGenerations({ people: born, unions, pairs: records.pairs, indexId })
  const bound = new Set(
    unions.flatMap(({ partners, children }) => [...partners, ...children.map(({ id }) => id)]),
  )
  return {
    day,
    people,
    unions,
    qualities: listQualities(records, known, day),
    generations: new Map(people.map(({ id }) => [id, generations.get(id) ?? 0])),
    loose: born.filter(({ id }) => id !== indexId && !bound.has(id)).map(({ id }) => id),
  }
}

/** Of many relatives only the year of birth is known: it stands in where the register has no day. */
function withBirths({ people, lifeFacts }: GenogramRecords): readonly Known<Person>[] {
  return people.map((one) => ({
    ...one,
    bornOn:
      one.bornOn ??
      lifeFacts.find(({ personId, fact }) => personId === one.id && fact === 'born')?.since ??
      null,
  }))
}

function byId<Record extends { readonly id: string }>(records: readonly Record[]): Record[] {
  return [...records].sort((left, right) => (left.id < right.id ? -1 : 1))
}

function sortRecords(records: GenogramRecords): GenogramRecords {
  return {
    people: byId(records.people),
    migrations: byId(records.migrations),
    guardianships: byId(records.guardianships),
    pairs: byId(records.pairs),
    couples: byId(records.couples),
    parentages: byId(records.parentages),
    lifeFacts: byId(records.lifeFacts),
    qualities: byId(records.qualities),
  }
}

export function compareAges(
  left: { readonly id: string; readonly bornOn: string | null },
  right: { readonly id: string; readonly bornOn: string | null },
): number {
  const one = `${left.bornOn ?? '9999'} ${left.id}`
  const other = `${right.bornOn ?? '9999'} ${right.id}`
  return one < other ? -1 : one > other ? 1 : 0
}

function readPerson(
  one: Known<Person>,
  records: GenogramRecords,
  indexId: string,
  day: string,
): DrawnPerson {
  const facts = records.lifeFacts.filter(({ personId }) => personId === one.id)
  const death = facts.find(({ fact }) => fact === 'died')
  // The register says only that somebody has died; where a date is known, a picture of an earlier day has them alive.
  const dead = death === undefined ? !one.alive : holdsOn(death, day)
  const stays = records.migrations
    .filter((stay) => stay.personId === one.id && isAwayOn(stay, day))
    .sort((left, right) => ((left.since ?? '') + left.id < (right.since ?? '') + right.id ? 1 : -1))
  const away = dead ? null : (stays[0] ?? null)
  return {
    id: one.id,
    name: one.name,
    sex: one.sex,
    index: one.id === indexId,
    unborn: false,
    bornOn: one.bornOn,
    age: dead ? null : ageOfBorn(one.bornOn, day),
    dead,
    diedIn: dead ? (death?.since ?? null) : null,
    away,
    holdsPhone: !dead && facts.some((its) => its.fact === 'holdsPhone' && holdsOn(its, day)),
    caresFor:
      !dead &&
      records.guardianships.some(
        (bond) => bond.adultId === one.id && bond.kind === 'caregiver' && holdsOn(bond, day),
      ),
    inHousehold: !dead && away === null && one.livesHere === true,
  }
}

function ageOfBorn(bornOn: string | null, day: string): number | null {
  return bornOn?.length === day.length ? ageOn(bornOn, day) : null
}

function listUnborn(
  records: GenogramRecords,
  born: readonly Known<Person>[],
  day: string,
): readonly DrawnPerson[] {
  return records.lifeFacts
    .filter((its) => its.fact === 'expecting' && holdsOn(its, day))
    .filter(({ personId }) => born.some(({ id }) => id === personId))
    .map(({ id }) => ({
      id,
      name: '',
      sex: 'unknown' as const,
      index: false,
      unborn: true,
      bornOn: null,
      age: null,
      dead: false,
      diedIn: null,
      away: null,
      holdsPhone: false,
      caresFor: false,
      inHousehold: false,
    }))
    .sort(compareAges)
}

function listQualities(
  { qualities }: GenogramRecords,
  known: ReadonlySet<string>,
  day: string,
): readonly DrawnQuality[] {
  return qualities
    .filter((one) => known.has(one.oneId) && known.has(one.otherId) && holdsOn(one, day))
    .map(({ id, oneId, otherId, quality }) => ({ id, oneId, otherId, quality }))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
}
