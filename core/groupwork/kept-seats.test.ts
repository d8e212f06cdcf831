import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { foundIn } from '../sync/find-needs.ts'
import { mergeFields } from '../sync/merge.ts'
import { attendance } from './attendance.ts'
import {
  attendanceFields,
  context,
  entryOf,
  idOf,
  makeMeeting,
  makeSeat,
  mark,
  pairRecord,
  seatFields,
} from './cases/group-case.ts'
import { countAttendance, listParticipation } from './count-attendance.ts'
import { countKeptSeats, listKeptSeats } from './kept-seats.ts'
import { meeting } from './meeting.ts'
import { pairSeats } from './pair-seats.ts'
import { pairId } from '../families/pair.ts'
import { seat } from './seat.ts'

const joint = makeMeeting(1)
const lan = makeSeat('lan', 'family A', 'child', { keptFor: ['father', 'mother'] })
const mother = makeSeat('mother', 'family A', 'parent', {
  pairId: pairId(idOf('lan'), idOf('mother')),
})
const aunt = { filledBy: '姨妈', filledAs: 'aunt' as const }
const empty = { filledBy: '', filledAs: null }
const pairs = [pairRecord('lan', 'mother', 'mother')]

describe('a seat that is kept [GRP-47]', () => {
  it('stands beside the child who is there, with whether it stayed empty or who sat in it', () => {
    const row = mark(1, lan, 'inPerson', { keptSeats: { father: aunt } })
    expect(listKeptSeats(joint, [lan, mother], [row], pairs)).toEqual([
      { child: lan, keptFor: 'mother', said: null },
      { child: lan, keptFor: 'father', said: aunt },
    ])
    expect(listKeptSeats(joint, [lan], [mark(1, lan, 'absent')], pairs)).toEqual([])
    expect(listKeptSeats(makeMeeting(1, { form: 'parallel' }), [lan], [row], pairs)).toEqual([])
  })

  it('shows in the table for each parent who does not sit there themselves', () => {
    const [row] = pairSeats([lan, mother], '2026-05-01', pairs).rows
    expect(row).toMatchObject({ keptFor: ['father'], parentSeat: 'filledByParent' })
    expect(row?.relations.get(mother.id)).toBe('mother')
    expect(pairSeats([lan], '2026-05-01').rows).toMatchObject([
      { keptFor: ['mother', 'father'], parentSeat: 'open' },
    ])
  })

  it('is counted by itself: neither an empty chair nor who fills it is a parent who came', () => {
    const rows = [
      mark(1, lan, 'inPerson', { keptSeats: { father: aunt, mother: empty } }),
      mark(1, mother, 'represented'),
    ]
    const all = listParticipation([joint], [lan, mother], rows)
    expect(countKeptSeats(all, pairs)).toEqual({ empty: 1, filled: 1 })
    const { total } = countAttendance([joint], [lan, mother], rows)
    expect(total).toMatchObject({ persons: 1, live: 1, expected: 2 })
    expect(total.byMode).toMatchObject({ inPerson: 1, represented: 1 })
  })

  it('is none, and counts as none, when the parent sat there after all', () => {
    const rows = [
      mark(1, lan, 'inPerson', { keptSeats: { father: aunt, mother: empty } }),
      mark(1, mother, 'liveRemote'),
    ]
    const seats = [lan, mother]
    expect(listKeptSeats(joint, seats, rows, pairs).map(({ keptFor }) => keptFor)).toEqual([
      'father',
    ])
    const all = listParticipation([joint], seats, rows)
    expect(countKeptSeats(all, pairs)).toEqual({ empty: 0, filled: 1 })
  })

  it('names who fills it before it says as what, and is a child’s neighbour', () => {
    const entries = [joint, lan].map(({ id, ...fields }) =>
      entryOf(id === joint.id ? meeting : seat, id, fieldsAsJson(fields)),
    )
    const nameless = {
      ...attendanceFields(joint.id, lan, 'inPerson'),
      keptSeats: { father: { filledBy: '', filledAs: 'aunt' } },
    }
    const broken = attendance.read(nameless)
    expect(attendance.rule(fieldsAsJson(broken), null, foundIn(entries), context)?.id).toBe(
      'StandInNeedsName',
    )
    const adult = seat.read(seatFields('aunt', 'family A', 'guardian', { keptFor: ['father'] }))
    expect(seat.rule(fieldsAsJson(adult), null, foundIn([]), context)?.id).toBe(
      'KeptSeatBesideChild',
    )
  })

  it('noted for father and for mother on two phones is both', () => {
    const present = fieldsAsJson(attendance.read(attendanceFields(joint.id, lan, 'inPerson')))
    const one = mergeFields(attendance, present, {
      'keptSeats.father': { from: null, to: aunt },
    })
    const two = mergeFields(attendance, one.fields, {
      'keptSeats.mother': { from: null, to: empty },
    })
    expect(two.offered).toEqual([])
    expect(two.fields['keptSeats']).toEqual({ father: aunt, mother: empty })
  })

  it('says as what a stand-in came, and of nobody else', () => {
    const as = (presence: 'represented' | 'inPerson') => ({
      ...attendanceFields(joint.id, lan, presence),
      representedAs: 'aunt',
    })
    const found = foundIn(
      [joint, lan].map(({ id, ...fields }) =>
        entryOf(id === joint.id ? meeting : seat, id, fieldsAsJson(fields)),
      ),
    )
    expect(attendance.rule(as('represented'), null, found, context)).toBeNull()
    expect(attendance.rule(as('inPerson'), null, found, context)?.id).toBe('PresenceContradicts')
  })
})
