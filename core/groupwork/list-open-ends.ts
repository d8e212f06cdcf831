import type { AttendanceEntry } from './attendance.ts'
import { countAttendance, listParticipation } from './count-attendance.ts'
import type { MeetingRecordEntry } from './meeting-record.ts'
import type { MeetingEntry } from './meeting.ts'
import { listRecordsDue, type RecordDue } from './records-due.ts'
import type { SeatEntry } from './seat.ts'

export interface OpenEnds {
  /** Neither held nor called off. */
  readonly planned: readonly MeetingEntry[]
  readonly recordsDue: readonly RecordDue[]
  /** Held meetings with expected people whom nobody has marked. */
  readonly unmarked: readonly {
    readonly meeting: MeetingEntry
    readonly seats: readonly SeatEntry[]
  }[]
  /** Rows at meetings that are not held: somebody must say which is right. */
  readonly uncounted: readonly AttendanceEntry[]
}

/** What to look at before a group is closed, or its numbers are reported. Nothing here prevents closing. */
export function listOpenEnds(
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
  records: readonly MeetingRecordEntry[],
  today: string,
): OpenEnds {
  const blank = listParticipation(meetings, seats, rows).filter(({ row }) => row === null)
  return {
    planned: meetings.filter(({ state }) => state === 'planned'),
    recordsDue: listRecordsDue(meetings, records, today, seats),
    unmarked: meetings.flatMap((meeting) => {
      const own = blank.filter((one) => one.meeting.id === meeting.id).map(({ seat }) => seat)
      return own.length === 0 ? [] : [{ meeting, seats: own }]
    }),
    uncounted: countAttendance(meetings, seats, rows).uncounted,
  }
}
