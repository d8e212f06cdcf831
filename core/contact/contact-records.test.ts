import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import {
  context,
  decided,
  foundWith,
  idOf,
  ids,
  pairWith,
  somebody,
} from '../families/cases/family-world.ts'
import { pair } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { Kind } from '../sync/kind.ts'
import { contactEntry } from './contact-entry.ts'
import { contactMatch, contactMatchId } from './contact-match.ts'
import { noContact } from './no-contact.ts'
import { isUnderWay, pledge, pledgeStates } from './pledge.ts'

const mother = pairWith(ids.mother, 'mother')
const known = [
  [consent, decided({ purpose: 'service' })],
  [pair, mother],
] as const

function refusalOf(
  kind: Kind,
  fields: object,
  given: Parameters<typeof foundWith>[0] = known,
): string | null {
  const parsed = kind.parse(fieldsAsJson({ familyId: ids.family, pairId: mother.id, ...fields }))
  if (!parsed.ok) return parsed.refusal.id
  return kind.rule(parsed.value, null, foundWith(given), context)?.id ?? null
}

describe('a contact that is told', () => {
  const on = '2026-03-09'

  it('lies in the past, with consent to be served, between a pair of this family [CON-1]', () => {
    expect(refusalOf(contactEntry, { on })).toBeNull()
    expect(refusalOf(contactEntry, { on: '2026-03-11' })).toBe('DateInFuture')
    expect(refusalOf(contactEntry, { on }, [known[1]])).toBe('ConsentNotAsked')
    expect(refusalOf(contactEntry, { on }, [known[0]])).toBe('PairOfAnotherChild')
  })

  it('has no room for what was said [MISSION 2]', () => {
    for (const field of ['text', 'words', 'note', 'content'])
      expect(refusalOf(contactEntry, { on, [field]: '…' })).toBe('UnknownFields')
  })

  it('that was not reached has no topics, tone or length; how the teller felt stays [CON-2]', () => {
    const tried = { on, reached: false }
    expect(refusalOf(contactEntry, { ...tried, moodAfter: 2 })).toBeNull()
    expect(refusalOf(contactEntry, { ...tried, topics: ['fun'] })).toBe('NotReachedSaysMore')
    expect(refusalOf(contactEntry, { ...tried, adultTone: 1 })).toBe('NotReachedSaysMore')
    expect(refusalOf(contactEntry, { ...tried, minutes: 3 })).toBe('NotReachedSaysMore')
  })
})

describe('who tells [CON-26]', () => {
  const told = [
    [contactEntry, { on: '2026-03-09' }],
    [noContact, { from: '2026-03-02', until: '2026-03-08' }],
  ] as const

  it.each(told)('is a caregiver of this family, by name, or only a part', (kind, fields) => {
    const grandmother = { ...fields, toldBy: 'caregiver', tellerId: ids.grandmother }
    const people = [...known, [person, somebody(ids.grandmother)]] as const
    expect(refusalOf(kind, { ...fields, toldBy: 'caregiver' })).toBeNull()
    expect(refusalOf(kind, grandmother, people)).toBeNull()
    expect(refusalOf(kind, grandmother)).toBe('NotInThisFamily')
    expect(refusalOf(kind, { ...grandmother, toldBy: 'adult' }, people)).toBe('TellerIsNoCaregiver')
  })
})

describe('days without contact [CON-3]', () => {
  it('have passed, in order, a month at most', () => {
    expect(refusalOf(noContact, { from: '2026-03-02', until: '2026-03-08' })).toBeNull()
    expect(refusalOf(noContact, { from: '2026-03-08', until: '2026-03-02' })).toBe(
      'EndsBeforeStart',
    )
    expect(refusalOf(noContact, { from: '2026-03-08', until: '2026-03-11' })).toBe('DateInFuture')
    expect(refusalOf(noContact, { from: '2026-01-01', until: '2026-02-01' })).toBe(
      'NoContactTooLong',
    )
  })
})

describe('a promise [CON-4]', () => {
  const made = { by: 'child', about: 'school', madeOn: '2026-03-01' }

  it('is open without an end, and ended with its day', () => {
    expect(refusalOf(pledge, made)).toBeNull()
    expect(refusalOf(pledge, { ...made, state: 'kept' })).toBe('PledgeDayMissing')
    expect(refusalOf(pledge, { ...made, settledOn: '2026-03-05' })).toBe('PledgeDayMissing')
    expect(refusalOf(pledge, { ...made, state: 'kept', settledOn: '2026-03-05' })).toBeNull()
    expect(refusalOf(pledge, { ...made, state: 'kept', settledOn: '2026-02-05' })).toBe(
      'EndsBeforeStart',
    )
  })

  it('that is moved has its new day', () => {
    const moved = { ...made, state: 'moved', settledOn: '2026-03-05' }
    expect(refusalOf(pledge, moved)).toBe('PledgeNewDayMissing')
    expect(refusalOf(pledge, { ...moved, movedTo: '2026-03-04' })).toBe('EndsBeforeStart')
    expect(refusalOf(pledge, { ...moved, movedTo: '2026-04-01' })).toBeNull()
    expect(refusalOf(pledge, { ...made, movedTo: '2026-04-01' })).toBe('PledgeNewDayMissing')
    const after = { ...moved, state: 'kept', movedTo: '2026-03-04' }
    expect(refusalOf(pledge, after)).toBeNull()
    const states = pledgeStates.filter((state) => isUnderWay({ state }))
    expect(states).toEqual(['open', 'moved'])
  })
})

describe('whether two accounts are of one contact', () => {
  it('is one decision, whichever is named first', () => {
    expect(contactMatchId(idOf(1), idOf(2))).toBe(contactMatchId(idOf(2), idOf(1)))
  })

  it('is about two', () => {
    const same = { firstId: idOf(1), secondId: idOf(1), same: true }
    expect(refusalOf(contactMatch, same)).toBe('SameAccountTwice')
    expect(refusalOf(contactMatch, { ...same, secondId: idOf(2) })).toBeNull()
  })
})

describe('what is kept of contact', () => {
  const on = '2026-03-02'
  const two = { firstId: idOf(1), secondId: idOf(2), same: true }

  it('without consent to be served nothing of contact is kept [CON-1, FAM-47]', () => {
    const told = [
      [noContact, { from: on, until: on }],
      [contactMatch, two],
      [pledge, { by: 'adult', about: 'call', madeOn: on }],
    ] as const
    const withdrawn = decided({ purpose: 'service', withdrawnOn: '2026-03-05' })
    for (const [kind, fields] of told) {
      expect(refusalOf(kind, fields)).toBeNull()
      expect(refusalOf(kind, fields, [[consent, withdrawn], known[1]])).toBe('ServiceWithdrawn')
    }
  })
})
