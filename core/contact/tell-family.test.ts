import { describe, expect, it } from 'vitest'
import { idOf, ids } from '../families/cases/family-world.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { cardShown } from './card-shown.ts'
import { contactEntry, type ContactEntry } from './contact-entry.ts'
import { pledge, type Pledge } from './pledge.ts'
import { tellFamily } from './tell-family.ts'

const place = { familyId: ids.family, pairId: idOf(500) }
const today = '2026-03-01'
let made = 0

function told(on: string, changes: Partial<ContactEntry> = {}) {
  made += 1
  return { ...contactEntry.read(fieldsAsJson({ ...place, on, ...changes })), id: idOf(made) }
}
const promised = (changes: Partial<Pledge>) =>
  pledge.read(
    fieldsAsJson({ ...place, by: 'child', about: 'call', madeOn: '2026-02-01', ...changes }),
  )
const given = (cardId: string, on: string) => cardShown.read(fieldsAsJson({ ...place, cardId, on }))
const nothing = { pledges: [], cards: [] }
const logOf = (...accounts: ReturnType<typeof told>[]) => ({ accounts, none: [], matches: [] })

describe('what a family has done, for its own page [CON-14]', () => {
  it('has a contact once, though both told of it, by weeks that end today', () => {
    const log = logOf(
      told('2026-03-01', { toldBy: 'child', channel: 'videoCall', topics: ['fun'] }),
      told('2026-03-01', { toldBy: 'adult', channel: 'videoCall', topics: ['work'] }),
      told('2026-02-17', { channel: 'voiceCall' }),
    )
    const found = tellFamily(log, nothing, today)
    expect(found?.weeks).toEqual([
      { from: '2026-02-16', until: '2026-02-22', channels: ['voiceCall'] },
      { from: '2026-02-23', until: '2026-03-01', channels: ['videoCall'] },
    ])
    expect(found).toMatchObject({ contacts: 2, topics: ['fun', 'work'] })
  })

  it('has no attempt, nothing older than eight weeks and nothing to come', () => {
    expect(tellFamily(logOf(told('2026-02-20', { reached: false })), nothing, today)).toBeNull()
    expect(tellFamily(logOf(told('2026-01-04')), nothing, today)).toBeNull()
    expect(tellFamily(logOf(told('2026-01-05')), nothing, today)?.weeks).toHaveLength(8)
    expect(tellFamily(logOf(told('2026-03-02')), nothing, today)).toBeNull()
  })

  it('counts promises kept and no other, and each card once', () => {
    const own = {
      pledges: [
        promised({ state: 'kept', settledOn: '2026-02-10' }),
        promised({ state: 'broken', settledOn: '2026-02-11' }),
        promised({}),
      ],
      cards: [
        given('topic-two', '2026-02-12'),
        given('topic-one', '2026-02-05'),
        given('topic-two', '2026-02-05'),
      ],
    }
    expect(tellFamily(logOf(), own, today)).toMatchObject({
      ...{ weeks: [], contacts: 0, pledgesKept: 1 },
      cards: ['topic-one', 'topic-two'],
    })
  })

  it('says nothing of who began, how it sounded or what was broken', () => {
    const found = tellFamily(
      logOf(told('2026-02-20', { adultTone: 1, startedBy: 'child' })),
      nothing,
      today,
    )
    expect(Object.keys(found ?? {})).toEqual([
      'weeks',
      'contacts',
      'topics',
      'pledgesKept',
      'cards',
    ])
  })
})
