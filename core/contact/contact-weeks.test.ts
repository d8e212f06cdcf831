import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { idOf, ids } from '../families/cases/family-world.ts'
import { contactEntry, type ContactEntry } from './contact-entry.ts'
import { listContactWeeks, type PairLog } from './list-contact-weeks.ts'
import { noContact } from './no-contact.ts'
import { pledge, type Pledge } from './pledge.ts'
import { summariseContact } from './summarise-contact.ts'

const pairId = idOf(500)
const place = { familyId: ids.family, pairId }
let made = 0

function told(on: string, changes: Partial<ContactEntry> = {}) {
  made += 1
  return { ...contactEntry.read(fieldsAsJson({ ...place, on, ...changes })), id: idOf(made) }
}

function none(from: string, until: string) {
  return noContact.read({ ...place, from, until })
}

function logOf(...accounts: ReturnType<typeof told>[]): PairLog {
  return { accounts, none: [], matches: [] }
}

function promised(changes: Partial<Pledge>) {
  return pledge.read(
    fieldsAsJson({ ...place, by: 'adult', about: 'call', madeOn: '2026-01-05', ...changes }),
  )
}

describe('a pair’s weeks [CON-7]', () => {
  it('begin with the first day told and end with the last whole week', () => {
    const weeks = listContactWeeks(logOf(told('2026-01-07')), '2026-01-26')
    expect(weeks.map(({ from, until }) => `${from} ${until}`)).toEqual([
      '2026-01-07 2026-01-13',
      '2026-01-14 2026-01-20',
    ])
  })

  it('are unknown where nobody wrote, and none where somebody said so of every day', () => {
    const log = { ...logOf(told('2026-01-05')), none: [none('2026-01-19', '2026-01-25')] }
    const weeks = listContactWeeks(log, '2026-02-01')
    expect(weeks.map(({ state, contacts }) => [state, contacts])).toEqual([
      ['logged', 1],
      ['unknown', null],
      ['silent', 0],
      ['unknown', null],
    ])
    const partly = { ...log, none: [none('2026-01-19', '2026-01-24')] }
    expect(listContactWeeks(partly, '2026-02-01')[2]?.state).toBe('unknown')
  })

  it('count starts, attempts, minutes, and the parts of the wheel', () => {
    const [week] = listContactWeeks(
      logOf(
        told('2026-01-05', { startedBy: 'child', minutes: 10, topics: ['study'] }),
        told('2026-01-06', { startedBy: 'adult', minutes: 20, topics: ['fun', 'study'] }),
        told('2026-01-07', { reached: false, startedBy: 'adult' }),
      ),
      '2026-01-11',
    )
    expect(week).toMatchObject({ contacts: 2, attempts: 1, childStarted: 1, adultStarted: 1 })
    expect(week).toMatchObject({ minutes: 30, topics: 2, schoolOnly: 0.5 })
    // Two thirds and one third: 0.636514 nats of ln 2.
    expect(week?.evenness).toBeCloseTo(0.9182958, 6)
  })

  it('have no minutes when of talks nobody told a length, and none when there was no talk', () => {
    const [talked] = listContactWeeks(logOf(told('2026-01-05')), '2026-01-11')
    const [tried] = listContactWeeks(logOf(told('2026-01-05', { reached: false })), '2026-01-11')
    expect(talked?.minutes).toBeNull()
    expect(tried?.minutes).toBe(0)
  })

  it('have no topics when nobody told any: not asked is not nothing', () => {
    const [week] = listContactWeeks(logOf(told('2026-01-05')), '2026-01-11')
    expect(week).toMatchObject({ topics: null, schoolOnly: null, evenness: null, toneGap: null })
  })
})

describe('a pair’s summary [CON-8]', () => {
  it('is not there before anything was told', () => {
    expect(summariseContact(logOf(), [], '2026-02-01')).toBeNull()
  })

  it('takes unknown weeks into no mean and says how many there are', () => {
    const log = {
      ...logOf(told('2026-01-05'), told('2026-01-06')),
      none: [none('2026-01-12', '2026-01-18')],
    }
    expect(summariseContact(log, [], '2026-02-01')).toMatchObject({
      weeksKnown: 2,
      weeksUnknown: 2,
      perWeek: 1,
      weeksMet: 1,
    })
  })

  it('has the longest silence between two contacts or up to today', () => {
    const log = logOf(
      told('2026-01-05'),
      told('2026-01-15'),
      told('2026-01-12', { reached: false }),
    )
    expect(summariseContact(log, [], '2026-01-20')?.longestSilence).toEqual({
      from: '2026-01-05',
      until: '2026-01-15',
      days: 10,
    })
    expect(summariseContact(log, [], '2026-02-20')?.longestSilence?.days).toBe(36)
  })

  it('begins a silence with what somebody said, where nobody was ever reached', () => {
    const never = {
      ...logOf(),
      none: [none('2026-01-08', '2026-01-14'), none('2026-01-01', '2026-01-07')],
    }
    const untilToday = { from: '2026-01-01', until: '2026-01-20', days: 19 }
    expect(summariseContact(never, [], '2026-01-20')?.longestSilence).toEqual(untilToday)
    const atLast = { ...never, accounts: [told('2026-01-16')] }
    expect(summariseContact(atLast, [], '2026-01-20')?.longestSilence).toMatchObject({
      ...{ from: '2026-01-01', until: '2026-01-16' },
    })
    const later = { ...logOf(told('2026-01-05')), none: never.none.slice(0, 1) }
    expect(summariseContact(later, [], '2026-01-20')?.longestSilence?.from).toBe('2026-01-05')
  })

  it('counts a promise moved in time as neither kept nor broken', () => {
    const pledges = [
      promised({ state: 'kept', settledOn: '2026-01-06' }),
      promised({ state: 'broken', settledOn: '2026-01-06' }),
      promised({ state: 'moved', settledOn: '2026-01-06', movedTo: '2026-01-09' }),
      promised({}),
    ]
    expect(summariseContact(logOf(), pledges, '2026-02-01')?.pledges).toEqual({
      kept: 1,
      moved: 1,
      broken: 1,
      open: 1,
      keptShare: 0.5,
    })
  })

  it('has the middle of the lengths', () => {
    const log = logOf(
      told('2026-01-05', { minutes: 5 }),
      told('2026-01-06', { minutes: 8 }),
      told('2026-01-07', { minutes: 60 }),
      told('2026-01-08', { minutes: 12 }),
    )
    expect(summariseContact(log, [], '2026-02-01')?.medianMinutes).toBe(10)
  })
})
