// The adults of one row: those with a column of their own, and whoever looks after the child.
import { readCaregivers, type NamedCaregiver } from './read-caregivers.ts'
import { readName } from './read-name.ts'
import { readWhereabouts, type Whereabouts } from './read-whereabouts.ts'
import { dropDeathNote, isDead } from './read-words.ts'
import { targetOf, type Target, type Who } from './register-columns.ts'
import {
  isNoted,
  note,
  readDate,
  readPhoneCell,
  readPlain,
  readText,
  tidyName,
  type Reading,
} from './register-reading.ts'
import type { RegisterAdult } from './register-row.ts'

const relationOf = {
  father: 'father',
  mother: 'mother',
  paternalGrandfather: 'grandfather',
  paternalGrandmother: 'grandmother',
  maternalGrandfather: 'grandfather',
  maternalGrandmother: 'grandmother',
} as const
type Named = keyof typeof relationOf

const named: readonly Named[] = [
  'father',
  'mother',
  'paternalGrandfather',
  'paternalGrandmother',
  'maternalGrandfather',
  'maternalGrandmother',
]

export function readAdults(reading: Reading): readonly RegisterAdult[] {
  const family = named.map((who) => readAdult(reading, who)).filter((adult) => adult !== null)
  return addCaregivers(reading, family)
}

function factOf(who: Who, fact: string): Target {
  return targetOf(who, fact) ?? 'child.name'
}

function readAdult(reading: Reading, who: Named): RegisterAdult | null {
  const at = factOf(who, 'name')
  const written = readText(reading, at, 80)
  const bornOn = readDate(reading, factOf(who, 'bornOn'))
  const phone = readPhoneCell(reading, factOf(who, 'phone'))
  const where: Whereabouts =
    who === 'father' || who === 'mother'
      ? readWhereabouts(reading, who)
      : { away: null, atHome: false, dead: false }
  const name = nameIn(reading, at, written)
  if (name === '') {
    if ((phone !== '' || where.away !== null) && !isNoted(reading, at))
      note(reading, at, 'adultNameMissing')
    return null
  }
  const alive = !isDead(written) && !where.dead
  return {
    name,
    bornOn,
    phone,
    alive,
    away: alive ? where.away : null,
    atHome: alive && where.atHome,
    relation: relationOf[who],
    cares: false,
  }
}

/** The name, or nothing after saying what stands there instead. */
function nameIn(reading: Reading, at: Target, written: string): string {
  if (written === '') return ''
  const living = dropDeathNote(written)
  if (living === '') {
    note(reading, at, 'nameIsSituation', 'look', written)
    return ''
  }
  const read = readName(living)
  switch (read.is) {
    case 'name':
      if (read.beside !== '') note(reading, at, 'noteBesideName', 'look', tidyName(read.name))
      return tidyName(read.name)
    case 'situation':
      note(reading, at, 'nameIsSituation', 'look', written)
      return ''
    case 'nobody':
      note(reading, at, 'nameNotSaid', 'look', written)
      return ''
    case 'unclear':
      note(reading, at, 'nameUnclear')
      return ''
    case 'above':
      note(reading, at, 'sameAsAbove')
      return ''
  }
}

function addCaregivers(
  reading: Reading,
  family: readonly RegisterAdult[],
): readonly RegisterAdult[] {
  const written = readText(reading, 'caregiver.name', 80)
  const relation = readPlain(reading, 'caregiver.relation')
  const at = written === '' && relation !== '' ? 'caregiver.relation' : 'caregiver.name'
  const phone = readPhoneCell(reading, 'caregiver.phone')
  const bornOn = readDate(reading, 'caregiver.bornOn')
  const people = readCaregivers(written === '' ? relation : written, relation)
  if (people.length === 0 && (phone !== '' || bornOn !== null) && !isNoted(reading, at))
    note(reading, at, 'adultNameMissing')
  if (people.length > 1 && (phone !== '' || bornOn !== null))
    note(reading, at, 'firstCaregiverOnly', 'look', people[0]?.shown)
  return people.reduce<readonly RegisterAdult[]>(
    (known, caregiver, index) =>
      addCaregiver(reading, at, known, caregiver, {
        phone: index === 0 ? phone : '',
        bornOn: index === 0 ? bornOn : null,
      }),
    family,
  )
}

function addCaregiver(
  reading: Reading,
  at: Target,
  family: readonly RegisterAdult[],
  caregiver: NamedCaregiver,
  facts: Pick<RegisterAdult, 'phone' | 'bornOn'>,
): readonly RegisterAdult[] {
  const isDeadNow = isDead(caregiver.shown)
  const name = nameIn(reading, at, caregiver.name)
  const fitting = family.filter(
    (adult) =>
      adult.alive &&
      (caregiver.name === '' ? adult.relation === caregiver.relation : adult.name === name),
  )
  const [same] = fitting
  if (same !== undefined && fitting.length === 1) {
    const joined = {
      ...same,
      cares: true,
      phone: same.phone === '' ? facts.phone : same.phone,
      bornOn: same.bornOn ?? facts.bornOn,
    }
    return family.map((adult) => (adult === same ? joined : adult))
  }
  if (name === '') {
    if (caregiver.name === '') note(reading, at, 'caregiverNameMissing', 'look', caregiver.shown)
    if (facts.phone !== '' && !isNoted(reading, at)) note(reading, at, 'adultNameMissing')
    return family
  }
  const relation = caregiver.relation ?? 'otherCaregiver'
  const alone = { name, ...facts, alive: !isDeadNow, away: null, atHome: false }
  return [...family, { ...alone, relation, cares: true }]
}
