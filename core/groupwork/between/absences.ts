import { addDays, daysBetween } from '../../kit/dates.ts'
import type { AttendanceEntry } from '../attendance.ts'
import { listParticipation, wasLive, type Participation } from '../count-attendance.ts'
import { isSeatOpen } from '../expected-at.ts'
import { dayFor, type MeetingEntry } from '../meeting.ts'
import type { SeatEntry } from '../seat.ts'
import type { AbsenceFollowUpEntry } from './absence-follow-up.ts'

/** Asking after somebody is easy within days and awkward after weeks. */
export const daysToFollowUp = 3

export interface AbsenceDue {
  readonly meeting: MeetingEntry
  readonly seat: SeatEntry
  readonly row: AttendanceEntry
  /** Somebody tried and did not reach them; null when nobody has tried. */
  readonly tried: AbsenceFollowUpEntry | null
  readonly dueOn: string
  /** Above 0 it is overdue. */
  readonly daysLate: number
  /** Absences in a row up to this one; from two on casework is worth considering. */
  readonly inARow: number
}

/**
 * GRP-35: whom to ask after: every absence of a member who is still in the group, until somebody was asked and an outcome
 * is written, or the member was there live again. It follows from the attendance: correcting a mark takes it away.
 */
export function listAbsencesDue(
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
  followUps: readonly AbsenceFollowUpEntry[],
  today: string,
): readonly AbsenceDue[] {
  const all = listParticipation(meetings, seats, rows)
  return seats
    .filter((seat) => isSeatOpen(seat, today))
    .flatMap((seat) => dueOfSeat(seat, all, followUps, today))
    .sort(
      (left, right) =>
        left.dueOn.localeCompare(right.dueOn) || left.seat.id.localeCompare(right.seat.id),
    )
}

/**
 * GRP-35, FAM-62: who does not hold a member's family file may not be given what was asked either: to them nobody "has not been asked".
 * They see that somebody did not come while it is fresh; that it is late is for whoever serves the family and for supervisors.
 */
export function listKnowableAbsences<Due extends Pick<AbsenceDue, 'seat' | 'daysLate'>>(
  dues: readonly Due[],
  families: readonly { readonly id: string }[],
): readonly Due[] {
  const known = new Set(families.map(({ id }) => id))
  return dues.filter(({ seat, daysLate }) => daysLate === 0 || known.has(seat.familyId))
}

function dueOfSeat(
  seat: SeatEntry,
  all: readonly Participation[],
  followUps: readonly AbsenceFollowUpEntry[],
  today: string,
): readonly AbsenceDue[] {
  // In a parallel week the strands have days of their own: in a row is what this member's strand met in a row.
  const dayOf = ({ meeting }: Participation) => dayFor(meeting, seat.strand)
  const own = all
    .filter((one) => one.seat.id === seat.id && one.row !== null)
    .sort(
      (left, right) =>
        dayOf(left).localeCompare(dayOf(right)) || left.meeting.no - right.meeting.no,
    )
  const lastLive = own.findLastIndex(wasLive)
  return own.flatMap(({ meeting, row }, place): AbsenceDue[] => {
    if (row?.presence !== 'absent' || place < lastLive) return []
    const tried =
      followUps.find((one) => one.meetingId === meeting.id && one.seatId === seat.id) ?? null
    if (tried !== null && tried.outcome !== null && tried.outcome !== 'notReached') return []
    const dueOn = addDays(dayFor(meeting, seat.strand), daysToFollowUp)
    const daysLate = Math.max(0, daysBetween(dueOn, today))
    return [{ meeting, seat, row, tried, dueOn, daysLate, inARow: countInARow(own, place) }]
  })
}

function countInARow(own: readonly Participation[], place: number): number {
  const before = own.slice(0, place + 1)
  return place - before.findLastIndex(({ row }) => row?.presence !== 'absent')
}

/** Who was expected at a meeting and was not there live: absent, represented, caught up later, or not yet marked. */
export function listAway(
  meeting: MeetingEntry,
  expected: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly { readonly seat: SeatEntry; readonly row: AttendanceEntry | null }[] {
  return expected
    .map((seat) => ({
      seat,
      row: rows.find((one) => one.meetingId === meeting.id && one.seatId === seat.id) ?? null,
    }))
    .filter(({ row }) => row?.presence !== 'inPerson' && row?.presence !== 'liveRemote')
}
