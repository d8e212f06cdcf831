import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../kit/json.ts'
import { diffFields, mergeFields } from '../../sync/merge.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { placeAt } from '../at-meeting.ts'
import { homeTaskReturn } from '../between/home-task-return.ts'
import {
  context,
  entryOf,
  groupId,
  idOf,
  makeMeeting,
  makeSeat,
  mark,
  meetingFields,
  seatFields,
} from '../cases/group-case.ts'
import { meeting, meetingId } from '../meeting.ts'
import { seat } from '../seat.ts'
import { listMarkable } from './list-markable.ts'
import { listTalksNeeded } from './list-talks.ts'
import { memberMark, memberMarkId } from './member-mark.ts'

const lan = makeSeat('Lan', 'family A', 'child')
const bo = makeSeat('Bo', 'family B', 'child')
const father = makeSeat('Father', 'family A', 'parent')
const at = meetingId(groupId, 1)
const lanSeat = entryOf(seat, lan.id, seatFields('Lan', 'family A', 'child'))
const held = entryOf(meeting, at, meetingFields(1, { state: 'held', heldOn: '2026-03-07' }))

function judge(kind: typeof memberMark | typeof homeTaskReturn, fields: JsonObject, place = held) {
  const entry = entryOf(kind, idOf('one'), { ...placeAt(at, lan), ...fields })
  return kind.rule(entry.fields, null, foundIn([place, lanSeat]), context)?.id ?? null
}

function markOf(own: typeof lan, fields: JsonObject = {}) {
  return memberMark.readEntry(
    entryOf(memberMark, memberMarkId(at, own.id), { ...placeAt(at, own), ...fields }),
  )
}

describe('a mark of a member', () => {
  it('stands at a seat of the same group and family, on or after the day [GRP-14] [GRP-15]', () => {
    expect(judge(memberMark, { participation: 3 })).toBeNull()
    expect(judge(memberMark, { familyId: idOf('family B') })).toBe('SeatOfOtherGroup')
    expect(judge(memberMark, { seatId: bo.id })).toBe('SeatOfOtherGroup')
    const ahead = entryOf(meeting, at, meetingFields(1, { plannedOn: '2026-06-02' }))
    expect(judge(memberMark, {}, ahead)).toBe('DateInFuture')
    const off = { state: 'notHeld', callOffReason: 'weather' }
    expect(judge(memberMark, {}, entryOf(meeting, at, meetingFields(1, off)))).toBe(
      'MeetingCalledOff',
    )
  })

  it('says a level or that there was no chance to see it, and a reason only with a concern [GRP-32]', () => {
    expect(judge(memberMark, { skillNotSeen: true })).toBeNull()
    expect(judge(memberMark, { skill: 0, skillNotSeen: true })).toBe('SkillNotSeenHasLevel')
    expect(judge(memberMark, { concern: 'open', concernAbout: 'low' })).toBeNull()
    expect(judge(memberMark, { concernAbout: 'low' })).toBe('ConcernContradicts')
    expect(judge(memberMark, { concernNote: 'alone at the door' })).toBe('ConcernContradicts')
  })

  it('made on two phones about different things is one mark with both [GRP-32]', () => {
    const empty = entryOf(memberMark, idOf('one'), { ...placeAt(at, lan) }).fields
    const first = mergeFields(
      memberMark,
      empty,
      diffFields(memberMark, empty, { ...empty, participation: 3 }),
    )
    const both = mergeFields(
      memberMark,
      first.fields,
      diffFields(memberMark, empty, { ...empty, moodOut: 4 }),
    )
    expect(both.fields).toMatchObject({ participation: 3, moodOut: 4 })
    expect(both.offered).toEqual([])
  })

  it('is for those who were live, or are expected and not yet marked [GRP-32]', () => {
    const meeting1 = makeMeeting(1)
    const rows = [mark(1, lan, 'liveRemote'), mark(1, father, 'watchedLater')]
    const late = makeSeat('Late', 'family B', 'child', { joinedOn: '2026-04-01' })
    expect(listMarkable(meeting1, [lan, bo, father, late], rows)).toEqual([lan, bo])
  })
})

describe('somebody who needs a talk', () => {
  it('is listed until somebody has talked, with the meeting at which it was seen [GRP-33]', () => {
    const marks = [markOf(lan, { concern: 'open', concernAbout: 'low' }), markOf(bo)]
    const meetings = [makeMeeting(1)]
    const names = (all: typeof marks) =>
      listTalksNeeded(all, [lan, bo], meetings).map((one) => [one.seat.displayName, one.meeting.no])
    expect(names(marks)).toEqual([['Lan', 1]])
    expect(names([markOf(lan, { concern: 'talked', concernAbout: 'low' })])).toEqual([])
  })
})

describe('what became of a home task', () => {
  it('is not told ahead of the day, and not for a seat of another group [GRP-31]', () => {
    expect(judge(homeTaskReturn, { state: 'done', toldOn: '2026-06-01' })).toBeNull()
    expect(judge(homeTaskReturn, { state: 'done', toldOn: '2026-06-02' })).toBe('DateInFuture')
    const stranger = { state: 'done', toldOn: '2026-06-01', seatId: bo.id }
    expect(judge(homeTaskReturn, stranger)).toBe('SeatOfOtherGroup')
  })
})
