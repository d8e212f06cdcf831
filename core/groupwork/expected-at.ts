import { dayFor, type MeetingEntry } from './meeting.ts'
import type { Seat, SeatEntry } from './seat.ts'
import { sortStrands } from './strand.ts'

/** GRP-8: a seat is open from the day of joining until the day of leaving, which no longer counts; times away do not count either. */
export function isSeatOpen(
  fields: Pick<Seat, 'joinedOn' | 'leftOn' | 'breaks'>,
  day: string,
): boolean {
  if (day < fields.joinedOn) return false
  if (fields.leftOn !== null && day >= fields.leftOn) return false
  return fields.breaks.every(({ from, until }) => day < from || day >= until)
}

/**
 * GRP-19: who was expected at a meeting, computed from the seats of that day: a member who joins later does not make
 * earlier meetings incomplete, and one who has left does not vanish from those that were theirs.
 */
export function expectedAt(
  meeting: MeetingEntry,
  seats: readonly SeatEntry[],
): readonly SeatEntry[] {
  return seats
    .filter(
      (seat) =>
        seat.groupId === meeting.groupId &&
        meeting.strands.includes(seat.strand) &&
        isSeatOpen(seat, dayFor(meeting, seat.strand)),
    )
    .sort(
      (left, right) =>
        left.familyId.localeCompare(right.familyId) ||
        strandOrder(left) - strandOrder(right) ||
        left.personId.localeCompare(right.personId),
    )
}

function strandOrder(seat: Seat): number {
  return sortStrands(['child', 'parent', 'guardian'] as const).indexOf(seat.strand)
}
