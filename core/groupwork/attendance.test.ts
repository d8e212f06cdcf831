import { describe, expect, it } from 'vitest'
import { diffFields, mergeFields } from '../sync/merge.ts'
import type { JsonObject } from '../kit/json.ts'
import type { Entry } from '../sync/entry.ts'
import { foundIn } from '../sync/find-needs.ts'
import { attendance } from './attendance.ts'
import {
  attendanceFields,
  context,
  entryOf,
  groupId,
  idOf,
  makeSeat,
  meetingFields,
  seatFields,
} from './cases/group-case.ts'
import { meeting, meetingId } from './meeting.ts'
import { seat } from './seat.ts'

const lan = makeSeat('Lan', 'family A', 'child')
const lanSeat = entryOf(seat, lan.id, seatFields('Lan', 'family A', 'child'))
const at = meetingId(groupId, 1)

function meetingEntry(fields: JsonObject = {}): Entry {
  return entryOf(meeting, at, meetingFields(1, fields))
}

function judge(fields: JsonObject, entries: readonly Entry[] = [meetingEntry(), lanSeat]) {
  const row = entryOf(attendance, idOf('row'), {
    ...attendanceFields(at, lan, 'inPerson'),
    ...fields,
  })
  return attendance.rule(row.fields, null, foundIn(entries), context)?.id ?? null
}

describe('attendance', () => {
  it('has a reason for absence, a name for a stand-in, and neither for anybody else [GRP-13]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ presence: 'absent' })).toBe('AbsenceNeedsReason')
    expect(judge({ presence: 'absent', absenceReason: 'notYetKnown' })).toBeNull()
    expect(judge({ presence: 'represented', representedBy: ' ' })).toBe('StandInNeedsName')
    expect(judge({ presence: 'represented', representedBy: 'the aunt' })).toBeNull()
    expect(judge({ absenceReason: 'sick' })).toBe('PresenceContradicts')
    expect(judge({ presence: 'liveRemote', representedBy: 'the aunt' })).toBe('PresenceContradicts')
  })

  it('belongs to a seat of the same group, family and person, once per meeting [GRP-14]', () => {
    expect(judge({ personId: idOf('Bo') })).toBe('SeatOfOtherGroup')
    expect(judge({ familyId: idOf('family B') })).toBe('SeatOfOtherGroup')
    const first = entryOf(attendance, idOf('first'), attendanceFields(at, lan, 'inPerson'))
    expect(judge({}, [meetingEntry(), lanSeat, first])).toBe('AlreadyMarked')
  })

  it('is not taken ahead of the day, nor at a meeting that did not take place [GRP-15]', () => {
    expect(judge({}, [meetingEntry({ plannedOn: '2026-06-02' }), lanSeat])).toBe('DateInFuture')
    const later = { strandTimes: { child: { on: '2026-06-02' } } }
    expect(judge({}, [meetingEntry(later), lanSeat])).toBe('DateInFuture')
    const off = meetingEntry({ state: 'notHeld', callOffReason: 'weather' })
    expect(judge({}, [off, lanSeat])).toBe('MeetingCalledOff')
  })

  it('marked differently on two phones stays one conflict of presence and reason [GRP-13]', () => {
    const there = entryOf(attendance, idOf('row'), attendanceFields(at, lan, 'inPerson')).fields
    const away = { ...there, presence: 'absent', absenceReason: 'sick' }
    const call = { ...there, presence: 'represented', representedBy: 'the aunt' }
    const first = mergeFields(attendance, there, diffFields(attendance, there, away))
    const second = mergeFields(attendance, first.fields, diffFields(attendance, there, call))
    expect(second.fields).toEqual(away)
    expect(second.offered.map(({ field }) => field).sort()).toEqual([
      'absenceReason',
      'presence',
      'representedBy',
    ])
  })
})
