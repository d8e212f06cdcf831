import {
  attendanceId,
  type Attendance,
  type AttendanceEntry,
  type PresenceMode,
} from './attendance.ts'
import { expectedAt } from './expected-at.ts'
import { deriveId } from '../kit/ids.ts'
import type { MeetingEntry } from './meeting.ts'
import type { SeatEntry } from './seat.ts'
import type { Strand } from './strand.ts'

/** What one tap says of somebody: the fields that conflict together. */
export type PresenceMark = Pick<
  Attendance,
  'presence' | 'absenceReason' | 'representedBy' | 'representedAs'
>

/** How somebody is marked with one tap: an absence waits for its reason as "not yet known" (GRP-13). */
export function presenceOf(
  presence: PresenceMode,
  representedBy = '',
  representedAs: Attendance['representedAs'] = null,
): PresenceMark {
  return {
    presence,
    absenceReason: presence === 'absent' ? 'notYetKnown' : null,
    representedBy: presence === 'represented' ? representedBy : '',
    representedAs: presence === 'represented' ? representedAs : null,
  }
}

/** A fresh mark of a seat at a meeting. */
export function newAttendance(
  meetingId: string,
  seat: SeatEntry,
  mark: Omit<PresenceMark, 'representedAs'> & Partial<PresenceMark>,
): Attendance {
  return {
    meetingId,
    groupId: seat.groupId,
    familyId: seat.familyId,
    seatId: seat.id,
    personId: seat.personId,
    representedAs: null,
    ...mark,
    lateMinutes: 0,
    leftEarly: false,
    note: '',
    keptSeats: {},
  }
}

/**
 * GRP-27: the id under which a person is marked: the natural one, unless that mark was taken back. A removed record stays removed,
 * so the next mark gets the next id of the same series, which every device that knows of the removal derives alike.
 */
export function freeAttendanceId(
  meetingId: string,
  personId: string,
  wasRemoved: (id: string) => boolean,
): string {
  let id = attendanceId(meetingId, personId)
  for (let again = 1; wasRemoved(id); again += 1)
    id = deriveId('attendance', meetingId, personId, String(again))
  return id
}

/** Who is expected in a strand and nobody has marked yet (GRP-19). */
export function unmarkedSeats(
  meeting: MeetingEntry,
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
  strand: Strand,
): readonly SeatEntry[] {
  const marked = new Set(
    rows.filter((row) => row.meetingId === meeting.id).map(({ seatId }) => seatId),
  )
  return expectedAt(meeting, seats).filter((seat) => seat.strand === strand && !marked.has(seat.id))
}
