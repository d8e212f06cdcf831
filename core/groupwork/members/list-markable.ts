import type { AttendanceEntry } from '../attendance.ts'
import { expectedAt } from '../expected-at.ts'
import type { MeetingEntry } from '../meeting.ts'
import type { SeatEntry } from '../seat.ts'

/** GRP-32: who can be seen at a meeting: whoever was live, expected or not, and whoever is expected and not yet marked. */
export function listMarkable(
  meeting: MeetingEntry,
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly SeatEntry[] {
  const own = new Map(
    rows.filter((row) => row.meetingId === meeting.id).map((row) => [row.seatId, row.presence]),
  )
  const expected = new Set(expectedAt(meeting, seats).map(({ id }) => id))
  return seats.filter(({ id }) => {
    const presence = own.get(id)
    return presence === undefined
      ? expected.has(id)
      : presence === 'inPerson' || presence === 'liveRemote'
  })
}
