import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../kit/json.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { placeAt } from '../at-meeting.ts'
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
import { absenceFollowUp, absenceFollowUpId } from './absence-follow-up.ts'
import { listAbsencesDue, listAway } from './absences.ts'
import { asyncStep, asyncStepId, hasCaughtUp, listenOf } from './async-step.ts'

const father = makeSeat('Father', 'family A', 'parent')
const lan = makeSeat('Lan', 'family A', 'child')
const at = meetingId(groupId, 1)
const fatherSeat = entryOf(seat, father.id, seatFields('Father', 'family A', 'parent'))
const place = entryOf(meeting, at, meetingFields(1))

function judge(kind: typeof asyncStep | typeof absenceFollowUp, fields: JsonObject, on = place) {
  const entry = entryOf(kind, idOf('one'), { ...placeAt(at, father), ...fields })
  return kind.rule(entry.fields, null, foundIn([on, fatherSeat]), context)?.id ?? null
}

function stepOf(fields: JsonObject) {
  const all = { ...placeAt(at, father), ...fields }
  return asyncStep.readEntry(entryOf(asyncStep, asyncStepId(at, father.id), all))
}

function asked(no: number, outcome: string | null) {
  const its = meetingId(groupId, no)
  return absenceFollowUp.readEntry(
    entryOf(absenceFollowUp, absenceFollowUpId(its, father.id), {
      ...placeAt(its, father),
      way: 'phone',
      on: '2026-03-20',
      outcome,
    }),
  )
}

describe('catching up later', () => {
  it('is complete when listened, tried and talked, whatever else was ticked [GRP-34]', () => {
    const day = '2026-03-09'
    expect(hasCaughtUp(null)).toBe(false)
    expect(hasCaughtUp(stepOf({ sentOn: day, listenedOn: day, recalledOn: day }))).toBe(false)
    expect(hasCaughtUp(stepOf({ listenedOn: day, triedOn: day }))).toBe(false)
    expect(hasCaughtUp(stepOf({ listenedOn: day, triedOn: day, talkedOn: day }))).toBe(true)
  })

  it('has minutes only of a talk that took place, and no days ahead; a meeting called off has nothing to catch up with [GRP-34]', () => {
    expect(judge(asyncStep, { sentOn: '2026-03-07' })).toBeNull()
    expect(judge(asyncStep, { talkMinutes: 10 })).toBe('TalkNotHeld')
    expect(judge(asyncStep, { listenedOn: '2026-06-02' })).toBe('DateInFuture')
    const off = { state: 'notHeld', callOffReason: 'weather' }
    expect(judge(asyncStep, {}, entryOf(meeting, at, meetingFields(1, off)))).toBe(
      'MeetingCalledOff',
    )
    expect(judge(asyncStep, { seatId: lan.id })).toBe('SeatOfOtherGroup')
  })

  it('listens to the strand’s own lesson, or to the joint one', () => {
    const listen = { script: 'One thing of your own first.', recall: 'Which?', task: 'Try it.' }
    const own = makeMeeting(1, { plan: { parent: { minutes: 40, listen } } })
    const joint = makeMeeting(2, { plan: { joint: { minutes: 90, listen } } })
    expect(listenOf(own, 'parent')).toEqual(listen)
    expect(listenOf(own, 'guardian')).toBeNull()
    expect(listenOf(joint, 'guardian')).toEqual(listen)
  })
})

describe('asking after who was absent', () => {
  const meetings = [makeMeeting(1), makeMeeting(2), makeMeeting(3)]
  const absent = [mark(1, father, 'absent'), mark(2, father, 'absent')]
  const due = (rows: typeof absent, followUps: ReturnType<typeof asked>[] = []) =>
    listAbsencesDue(meetings, [father, lan], rows, followUps, '2026-03-20').map((one) => [
      one.meeting.no,
      one.inARow,
      one.daysLate,
    ])

  it('is due three days after each absence and counts those in a row [GRP-35]', () => {
    expect(due(absent)).toEqual([
      [1, 1, 10],
      [2, 2, 3],
    ])
  })

  it('counts in the order of the strand’s own days [GRP-35]', () => {
    // The parents of the first week met after those of the second.
    const first = makeMeeting(1, { strandTimes: { parent: { on: '2026-03-16' } } })
    const rows = [mark(1, father, 'liveRemote'), mark(2, father, 'absent')]
    const due = (meetings: (typeof first)[]) =>
      listAbsencesDue(meetings, [father], rows, [], '2026-03-20').map(({ meeting }) => meeting.no)
    expect(due([makeMeeting(1), makeMeeting(2)])).toEqual([2])
    expect(due([first, makeMeeting(2)])).toEqual([])
  })

  it('goes when an outcome is written; not having reached them keeps it [GRP-35]', () => {
    expect(due(absent, [asked(1, 'comesNext'), asked(2, 'notReached')])).toEqual([[2, 2, 3]])
  })

  it('is void when the mark is corrected, and when the member came again [GRP-35]', () => {
    expect(due([mark(1, father, 'liveRemote'), mark(2, father, 'absent')])).toEqual([[2, 1, 3]])
    expect(due([...absent, mark(3, father, 'inPerson')])).toEqual([])
  })

  it('is not asked of who has left [GRP-35]', () => {
    const gone = makeSeat('Father', 'family A', 'parent', {
      leftOn: '2026-03-18',
      leaveReason: 'noTime',
    })
    expect(listAbsencesDue(meetings, [gone], absent, [], '2026-03-20')).toEqual([])
  })

  it('is not telling a day ahead, nor a seat of another group [GRP-35]', () => {
    expect(judge(absenceFollowUp, { way: 'phone', on: '2026-06-01' })).toBeNull()
    expect(judge(absenceFollowUp, { way: 'phone', on: '2026-06-02' })).toBe('DateInFuture')
    expect(judge(absenceFollowUp, { way: 'phone', on: '2026-06-01', seatId: lan.id })).toBe(
      'SeatOfOtherGroup',
    )
  })

  it('looks at all who were expected and were not live', () => {
    const rows = [mark(1, lan, 'inPerson'), mark(1, father, 'represented')]
    const [first] = meetings
    if (first === undefined) throw new Error('no meeting')
    expect(listAway(first, [father, lan], rows).map(({ seat: one }) => one.displayName)).toEqual([
      'Father',
    ])
  })
})
