import { describe, expect, it } from 'vitest'
import { type Availability, availability, slotAt } from '../../families/availability.ts'
import { person } from '../../families/person.ts'
import type { JsonObject } from '../../kit/json.ts'
import { idOf, makeMeeting, makeSeat, personEntry } from '../cases/group-case.ts'
import type { Strand } from '../strand.ts'
import {
  bestSlots,
  countMeetings,
  countReach,
  listReach,
  slotOf,
  type ReachFacts,
} from './place-meetings.ts'

const known = (name: string, slots: JsonObject, fields: JsonObject = {}) =>
  availability.read({ familyId: idOf(`family ${name}`), personId: idOf(name), slots, ...fields })
const day = { '3 evening': 'free', '7 morning': 'free' }
const parents = ['mother', 'father', 'uncle', 'aunt']
const seatOf = (name: string, strand: Strand = 'parent', fields: JsonObject = {}) =>
  makeSeat(name, `family ${name}`, strand, fields)
const facts = (given: Partial<ReachFacts>): ReachFacts => ({
  seats: parents.map((name) => seatOf(name)),
  known: [],
  people: [],
  ...given,
})
const planned = { state: 'planned', heldOn: null, minutes: null }
const wednesday = makeMeeting(1, { ...planned, plannedOn: '2026-03-04', plannedAt: '20:00' })
const namesOf = (list: ReturnType<typeof listReach>) =>
  list.map(({ seat, state, why }) => [seat.displayName, state, why])

describe('the parts of the week', () => {
  it('are known of a day and an hour', () => {
    expect(slotAt('2026-03-04', '20:30')).toBe('3 evening')
    expect(slotAt('2026-03-08', '11:59')).toBe('7 morning')
    expect(slotAt('2026-03-09', '12:00')).toBe('1 afternoon')
    expect(slotAt('2026-03-09', '21:00')).toBe('1 late')
    expect(slotAt('2026-03-09', '')).toBeNull()
  })

  it('of a strand are its own', () => {
    const own = { parent: { on: '2026-03-08', at: '20:30' } }
    const meeting = makeMeeting(1, { ...planned, plannedAt: '14:30', strandTimes: own })
    expect(slotOf(meeting, 'parent')).toBe('7 evening')
    expect(slotOf(meeting, 'child')).toBe('6 afternoon')
    expect(slotOf(meeting, 'joint')).toBe('6 afternoon')
  })
})

describe('who can come to a meeting [GRP-54]', () => {
  it('is said by name, with what hinders the others, and whom nobody has asked', () => {
    const all = [
      known('mother', day),
      known('father', { '3 evening': 'maybe' }),
      known('uncle', {}, { shift: 'night' }),
      known('aunt', {}),
      known('stranger', day),
    ]
    const list = listReach(wednesday, 'parent', facts({ known: all }))
    expect(namesOf(list)).toEqual([
      ['mother', 'free', null],
      ['father', 'maybe', null],
      ['uncle', 'cannot', 'shift'],
      ['aunt', 'unknown', null],
    ])
    expect(countReach(list)).toEqual({ free: 1, maybe: 1, cannot: 1, unknown: 1, of: 4 })
    const nobody = listReach(wednesday, 'parent', facts({}))
    expect(countReach(nobody)).toEqual({ free: 0, maybe: 0, cannot: 0, unknown: 4, of: 4 })
  })

  it('counts the seats that are open on the day, of the strand or of all', () => {
    const seats = [
      seatOf('Lan', 'child'),
      seatOf('mother'),
      seatOf('late', 'parent', { joinedOn: '2026-03-05' }),
      seatOf('gone', 'parent', { leftOn: '2026-03-02', leaveReason: 'moved' }),
    ]
    const names = (strand: 'parent' | 'joint') =>
      listReach(wednesday, strand, facts({ seats })).map(({ seat }) => seat.displayName)
    expect(names('parent')).toEqual(['mother'])
    expect(names('joint')).toEqual(['Lan', 'mother'])
  })

  it('is counted over the meetings ahead for somebody who might be seated', () => {
    const sitter = { familyId: idOf('family mother'), personId: idOf('mother') }
    const meetings = [
      wednesday,
      makeMeeting(2, { ...planned, plannedOn: '2026-03-05', plannedAt: '20:00' }),
      makeMeeting(3, { ...planned, strands: ['child'] }),
      makeMeeting(4),
    ]
    const all = facts({ known: [known('mother', day)] })
    expect(countMeetings({ ...sitter, strand: 'parent' }, meetings, all)).toEqual({
      free: 1,
      maybe: 0,
      cannot: 1,
      unknown: 0,
      of: 2,
    })
    const ofSeat = (days: object) =>
      countMeetings({ ...sitter, strand: 'parent', ...days }, meetings, all).of
    expect(ofSeat({ joinedOn: '2026-03-05' })).toBe(1)
    expect(ofSeat({ leftOn: '2026-03-05' })).toBe(1)
    expect(ofSeat({ breaks: [{ from: '2026-03-01', until: '2026-04-01' }] })).toBe(0)
  })

  it('has a child at school by day, and a caregiver at the market', () => {
    const seats = [seatOf('Lan', 'child'), seatOf('gran', 'guardian')]
    const people = [person.readEntry(personEntry('Lan', 'family Lan', 'child'))]
    const gran = known('gran', {}, { shift: 'none', market: { calendar: 'solar', ends: [4] } })
    const morning = makeMeeting(1, {
      ...planned,
      plannedOn: '2026-03-04',
      plannedAt: '09:00',
      strands: ['child', 'guardian'],
    })
    expect(namesOf(listReach(morning, 'joint', facts({ seats, people, known: [gran] })))).toEqual([
      ['Lan', 'cannot', 'school'],
      ['gran', 'cannot', 'market'],
    ])
  })

  it('has a child in the city with its parent out of the room, but in a meeting of all', () => {
    const visit = { time: 'summer', from: '2026-03-01', until: '2026-03-31', way: 'childTravels' }
    const mother = availability.read({
      familyId: idOf('family Lan'),
      personId: idOf('mother'),
      reunions: { a: visit },
    })
    const seats = [seatOf('Lan', 'child')]
    const of = (strand: 'child' | 'joint') =>
      namesOf(listReach(wednesday, strand, facts({ seats, known: [mother] })))
    expect(of('child')).toEqual([['Lan', 'cannot', 'withParent']])
    expect(of('joint')).toEqual([['Lan', 'maybe', 'withParent']])
  })

  it('expects no child at school while its family has Spring Festival together', () => {
    const time = { time: 'springFestival', from: '2027-01-18', until: '2027-02-20' }
    const mother = availability.read({
      familyId: idOf('family Lan'),
      personId: idOf('mother'),
      reunions: { a: { ...time, way: 'comesHome' } },
    })
    const lan = person.readEntry(personEntry('Lan', 'family Lan', 'child'))
    const on = (plannedOn: string, known: readonly Availability[]) =>
      listReach(
        makeMeeting(1, { ...planned, plannedOn, plannedAt: '14:00' }),
        'child',
        facts({ seats: [seatOf('Lan', 'child')], known, people: [lan] }),
      ).map(({ state }) => state)
    expect(on('2027-01-18', [])).toEqual(['cannot'])
    expect(on('2027-01-18', [mother])).toEqual(['unknown'])
  })

  it('names the families that are together on a day, its first and last included', () => {
    const reunion = { time: 'harvest', from: '2026-06-01', until: '2026-06-10', way: 'comesHome' }
    const all = [known('mother', {}, { reunions: { a: reunion } })]
    const on = (plannedOn: string) =>
      listReach(makeMeeting(1, { ...planned, plannedOn }), 'parent', facts({ known: all }))
        .filter(({ together }) => together !== null)
        .map(({ seat }) => seat.displayName)
    expect(on('2026-06-01')).toEqual(['mother'])
    expect(on('2026-06-10')).toEqual(['mother'])
    expect(on('2026-06-11')).toEqual([])
  })
})

describe('the two times that reach most [GRP-54]', () => {
  it('are the two that do so together, not the two fullest', () => {
    const all = [
      known('mother', { '3 evening': 'free', '4 evening': 'free' }),
      known('father', { '3 evening': 'free', '4 evening': 'free' }),
      known('uncle', { '7 morning': 'free' }),
    ]
    const best = (people: typeof all) =>
      bestSlots(facts({ known: people })).map(({ slot, count }) => [slot, count.free])
    expect(best(all)).toEqual([
      ['3 evening', 2],
      ['7 morning', 1],
    ])
    expect(best(all.slice(0, 2))).toEqual([['3 evening', 2]])
    expect(best([])).toEqual([])
    expect(bestSlots(facts({ known: all }))[0]?.alike).toEqual(['4 evening'])
  })

  it('take somebody who can before somebody who may', () => {
    const all = [known('mother', { '1 late': 'maybe', '5 late': 'free' })]
    expect(bestSlots(facts({ known: all })).map(({ slot }) => slot)).toEqual(['5 late'])
  })
})
