import type { Family } from '../../families/family.ts'
import type { Person } from '../../families/person-shape.ts'
import type { AttendanceEntry } from '../../groupwork/attendance.ts'
import {
  countAttendance,
  listParticipation,
  tookPart,
  type AttendanceCount,
  type Participation,
} from '../../groupwork/count-attendance.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { SupportGroup } from '../../groupwork/support-group.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Day } from '../../kit/dates.ts'
import type { Staff } from '../../access/staff.ts'
import type { ContactEntry } from '../../contact/contact-entry.ts'
import type { Known } from '../evaluation-records.ts'
import { checkStationMonth } from './check-station-month.ts'
import { countServed } from './count-served.ts'
import { firstDay, lastDay, monthOf, type Month } from './month-of-year.ts'
import { rateService } from './rate-service.ts'
import { wasCounted, type Turn } from './rewind-states.ts'
import type { MonthGroup, MonthMeeting, StationMonth } from './station-month.ts'

export interface StationMonthRecords {
  readonly month: Month
  readonly families: readonly Known<Pick<Family, 'registeredOn' | 'state'>>[]
  /** Everybody who holds a seat in one of the groups. */
  readonly people: readonly Known<Person>[]
  readonly groups: readonly Known<SupportGroup>[]
  readonly meetings: readonly MeetingEntry[]
  readonly seats: readonly SeatEntry[]
  readonly attendance: readonly AttendanceEntry[]
  readonly sheets: readonly AnswerSheet[]
  readonly instruments: readonly Known<Instrument>[]
  readonly contacts: readonly Pick<ContactEntry, 'on' | 'reached'>[]
  /** With the day on which the account was made. */
  readonly staff: readonly (Known<Pick<Staff, 'state'>> & { readonly since: Day })[]
  /** Steps since the first of the month that archived, reopened, suspended or reinstated. */
  readonly turns: readonly Turn[]
}

/**
 * The figures of the station's monthly report (form-F31), all counted from records: persons served, groups, meetings,
 * person-times by way of taking part, hours, questionnaires, contact logged, satisfaction, staff; with checks that every
 * sum agrees with the attendance behind it. Nobody is counted by being registered: served means having taken part.
 */
export function countStationMonth(records: StationMonthRecords): StationMonth {
  const { month, groups } = records
  const held = records.meetings.filter(
    ({ state, heldOn }) => state === 'held' && heldOn !== null && monthOf(heldOn) === month,
  )
  const calledOff = records.meetings.filter(
    ({ state, plannedOn }) => state === 'notHeld' && monthOf(plannedOn) === month,
  )
  // Rows of meetings that nobody has marked as held stand against the sum: that is what the checks are for.
  const ofMonth = new Set(
    records.meetings
      .filter(({ heldOn, plannedOn }) => isIn(heldOn ?? plannedOn, month))
      .map(({ id }) => id),
  )
  const rows = records.attendance.filter(({ meetingId }) => ofMonth.has(meetingId))
  const attendance = countAttendance(held, records.seats, rows)
  const participation = listParticipation(held, records.seats, rows)
  const meetings = listMeetings(held, attendance)
  return {
    month,
    families: countFamilies(records),
    served: countServed(participation, records.people, lastDay(month)),
    groups: {
      running: groups.filter((group) => wasRunning(group, month)).length,
      started: groups.filter(({ startedOn }) => isIn(startedOn, month)).length,
      closed: groups.filter(({ closedOn }) => isIn(closedOn, month)).length,
      each: [...listGroups(groups, meetings, calledOff, participation)],
    },
    meetings: [...meetings],
    calledOff: calledOff.length,
    sessions: attendance.sessionsHeld,
    total: attendance.total,
    byStrand: [...attendance.byStrand],
    minutes: meetings.reduce((sum, { minutes }) => sum + minutes, 0),
    questionnaires: countSheets(records.sheets, month),
    contacts: countContacts(records.contacts, month),
    satisfaction: rateService(records.instruments, records.sheets, month),
    staff: countStaff(records),
    checks: [...checkStationMonth(attendance, rows, meetings)],
  }
}

function isIn(day: string | null, month: Month): boolean {
  return day !== null && monthOf(day) === month
}

function wasRunning({ startedOn, closedOn }: SupportGroup, month: Month): boolean {
  if (startedOn === null || startedOn > lastDay(month)) return false
  return closedOn === null || closedOn >= firstDay(month)
}

function countFamilies({ month, families, turns }: StationMonthRecords) {
  const end = lastDay(month)
  return {
    open: families.filter(
      ({ id, state, registeredOn }) =>
        registeredOn <= end && wasCounted(id, state === 'open', turns, end),
    ).length,
    registered: families.filter(({ registeredOn }) => isIn(registeredOn, month)).length,
  }
}

function countStaff({ month, staff, turns }: StationMonthRecords): number {
  const end = lastDay(month)
  return staff.filter(
    ({ id, state, since }) => since <= end && wasCounted(id, state === 'active', turns, end),
  ).length
}

function listMeetings(
  held: readonly MeetingEntry[],
  { byMeeting }: AttendanceCount,
): readonly MonthMeeting[] {
  return byMeeting.flatMap((line) => {
    const meeting = held.find(({ id }) => id === line.meetingId)
    if (meeting === undefined) return []
    const { groupId, no, theme, heldOn, minutes } = meeting
    const { expected, live, unmarked } = line
    return [
      { groupId, no, theme, heldOn: heldOn ?? '', minutes: minutes ?? 0, expected, live, unmarked },
    ]
  })
}

function listGroups(
  groups: readonly Known<SupportGroup>[],
  meetings: readonly MonthMeeting[],
  calledOff: readonly MeetingEntry[],
  participation: readonly Participation[],
): readonly MonthGroup[] {
  return groups.flatMap(({ id: groupId, code, title }) => {
    const own = meetings.filter((meeting) => meeting.groupId === groupId)
    const off = calledOff.filter((meeting) => meeting.groupId === groupId).length
    if (own.length + off === 0) return []
    const there = participation.filter((one) => one.meeting.groupId === groupId && tookPart(one))
    const sum = (pick: (meeting: MonthMeeting) => number) =>
      own.reduce((total, meeting) => total + pick(meeting), 0)
    return [
      {
        groupId,
        code,
        title,
        meetingsHeld: own.length,
        calledOff: off,
        minutes: sum(({ minutes }) => minutes),
        persons: new Set(there.map(({ seat }) => seat.personId)).size,
        live: sum(({ live }) => live),
        expected: sum(({ expected }) => expected),
      },
    ]
  })
}

function countSheets(sheets: readonly AnswerSheet[], month: Month) {
  const handedIn = sheets.filter(
    ({ state, submittedOn, answeredOn }) =>
      state === 'submitted' && isIn(answeredOn ?? submittedOn, month),
  )
  const children = handedIn.filter(({ respondentId, childId }) => respondentId === childId).length
  return { children, adults: handedIn.length - children }
}

function countContacts(contacts: StationMonthRecords['contacts'], month: Month) {
  const own = contacts.filter(({ on }) => isIn(on, month))
  const reached = own.filter((one) => one.reached).length
  return { reached, tried: own.length - reached }
}
