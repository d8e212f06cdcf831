// The groups of the sample: planned from the shipped programme, started, met, marked, written up, closed.
import { attendance, attendanceId } from '../../core/groupwork/attendance.ts'
import { expectedAt } from '../../core/groupwork/expected-at.ts'
import { newAttendance } from '../../core/groupwork/mark-attendance.ts'
import { meeting, type MeetingEntry } from '../../core/groupwork/meeting.ts'
import { planGroup } from '../../core/groupwork/plan-group.ts'
import type { Programme } from '../../core/groupwork/programme.ts'
import { programmeId } from '../../core/groupwork/programme-parse.ts'
import { seat, seatId, type SeatEntry } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { pairId } from '../../core/families/pair.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import type { Sample } from './sample-parse.ts'
import type { SampleGroup, SampleMark } from './sample-group-shapes.ts'
import { draftMeetingLife } from './sample-life.ts'
import { draftPlan } from './sample-plans.ts'
import { draftRecords } from './sample-records.ts'

export function groupIdOf(ground: SampleGround, key: string): string {
  return ground.idOf('group', key)
}

export function draftGroups(
  sample: Sample,
  ground: SampleGround,
  programme: Programme,
): SampleDraft[] {
  return sample.groups.flatMap((one) => draftGroup(one, sample, ground, programme))
}

function draftGroup(
  one: SampleGroup,
  { station, lives }: Sample,
  ground: SampleGround,
  programme: Programme,
): SampleDraft[] {
  const groupId = groupIdOf(ground, one.key)
  const startDay = ground.daysAgo(one.firstDay)
  const place = { id: groupId, place: one.place, onlineTool: one.onlineTool }
  const meetings = planGroup(programme, place, startDay, { ...station.rhythm, pauses: [] })
  const seats = one.seats.map((planned) => seatFrom(planned, one, groupId, ground))
  return [
    create(supportGroup, groupId, {
      ...headOf(one, ground),
      programmeId: programmeId(programme),
      startsOn: startDay,
      endsOn: meetings.at(-1)?.plannedOn ?? null,
    }),
    ...seats.map(({ id, ...fields }) => create(seat, id, fields)),
    ...meetings.map(({ id, ...fields }) => create(meeting, id, fields)),
    { kind: supportGroup, recordId: groupId, verb: 'start', input: { startedOn: startDay } },
    ...one.meetings.flatMap((held) =>
      draftHeld(
        held,
        meetings.find(({ no }) => no === held.no),
        seats.map((each) => ({ ...each, leftOn: leavingDay(each, one, ground) })),
        ground,
      ),
    ),
    ...draftLife(one, meetings, seats, { lives, ground }),
    ...one.leaves.map(({ who, on, reason, note }) => ({
      kind: seat,
      recordId: seatId(groupId, ground.personId(who)),
      verb: 'leave',
      input: { leftOn: ground.daysAgo(on), reason, note },
    })),
    ...(one.closed === null
      ? []
      : [
          {
            kind: supportGroup,
            recordId: groupId,
            verb: 'close',
            input: { closedOn: ground.daysAgo(one.closed) },
          },
        ]),
  ]
}

/** What stands around the meetings: the plan with its goals, and each meeting's notes. */
function draftLife(
  { key }: SampleGroup,
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  { lives, ground }: { readonly lives: Sample['lives']; readonly ground: SampleGround },
): SampleDraft[] {
  return lives
    .filter(({ group }) => group === key)
    .flatMap((life) => [
      ...draftPlan(life, groupIdOf(ground, key), meetings, ground),
      ...life.meetings.flatMap((noted) => {
        const at = meetings.find(({ no }) => no === noted.no)
        if (at === undefined)
          throw new Error(`content/sample: the programme has no meeting ${noted.no}`)
        return draftMeetingLife(noted, at, seats, ground)
      }),
    ])
}

function headOf(one: SampleGroup, { staff }: SampleGround) {
  return {
    title: one.title,
    code: one.code,
    team: {
      [staff.worker]: 'leader',
      [staff.coLeader]: 'coLeader',
      [staff.supervisor]: 'observer',
    },
    place: one.place,
    onlineTool: one.onlineTool,
    aims: one.aims,
    contract: one.contract,
    notes: one.notes,
  }
}

function seatFrom(
  planned: SampleGroup['seats'][number],
  one: SampleGroup,
  groupId: string,
  ground: SampleGround,
): SeatEntry {
  const personId = ground.personId(planned.who)
  return {
    id: seatId(groupId, personId),
    groupId,
    familyId: ground.familyIdOf(planned.who),
    personId,
    strand: planned.strand,
    pairId: planned.for === null ? null : pairId(ground.personId(planned.for), personId),
    siblingIds: planned.siblings.map(ground.personId),
    keptFor: [...planned.keeps],
    displayName: ground.nameOf(planned.who),
    joinedOn: ground.daysAgo(planned.joins ?? one.firstDay),
    leftOn: null,
    leaveReason: null,
    leaveNote: '',
    breaks: [],
  }
}

function leavingDay(
  { personId }: SeatEntry,
  { leaves }: SampleGroup,
  ground: SampleGround,
): string | null {
  const leave = leaves.find(({ who }) => ground.personId(who) === personId)
  return leave === undefined ? null : ground.daysAgo(leave.on)
}

function draftHeld(
  held: SampleGroup['meetings'][number],
  planned: MeetingEntry | undefined,
  seats: readonly SeatEntry[],
  ground: SampleGround,
): SampleDraft[] {
  if (planned === undefined)
    throw new Error(`content/sample: the programme has no meeting ${held.no}`)
  const { id, plannedOn } = planned
  const input = { heldOn: plannedOn, minutes: held.minutes }
  const marks = expectedAt(planned, seats).map((each) => ({
    ...create(
      attendance,
      attendanceId(id, each.personId),
      newMark(
        planned,
        each,
        held.marks.find(({ who }) => ground.personId(who) === each.personId),
      ),
    ),
    staffId: ground.staff.coLeader,
  }))
  return [
    { kind: meeting, recordId: id, verb: 'hold', input },
    ...marks,
    ...draftRecords(held.records, planned, ground),
  ]
}

/** Whoever is not named came as expected: in the room, or on the phone from far away. */
function newMark({ id }: MeetingEntry, each: SeatEntry, named: SampleMark | undefined) {
  const usual = each.strand === 'parent' ? ('liveRemote' as const) : ('inPerson' as const)
  const row = newAttendance(id, each, {
    presence: named?.presence ?? usual,
    absenceReason: named?.reason ?? null,
    representedBy: named?.by ?? '',
  })
  return {
    ...row,
    representedAs: named?.as ?? null,
    keptSeats: Object.fromEntries(
      Object.entries(named?.kept ?? {}).map(([who, seat]) => [
        who,
        { filledBy: seat.by, filledAs: seat.as },
      ]),
    ),
    lateMinutes: named?.late ?? 0,
    leftEarly: named?.leftEarly ?? false,
    note: named?.note ?? '',
  }
}
