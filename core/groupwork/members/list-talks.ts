import type { MeetingEntry } from '../meeting.ts'
import type { SeatEntry } from '../seat.ts'
import type { MemberMarkEntry } from './member-mark.ts'

/** Somebody with whom a worker wants a talk, and nobody has said that it took place. */
export interface TalkNeeded {
  readonly mark: MemberMarkEntry
  readonly seat: SeatEntry
  readonly meeting: MeetingEntry
}

/** GRP-33: every "needs a talk" that is still open, the oldest meeting first. It points to a person and says nothing about them. */
export function listTalksNeeded(
  marks: readonly MemberMarkEntry[],
  seats: readonly SeatEntry[],
  meetings: readonly MeetingEntry[],
): readonly TalkNeeded[] {
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  const meetingOf = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  return marks
    .filter(({ concern }) => concern === 'open')
    .flatMap((mark) => {
      const seat = seatOf.get(mark.seatId)
      const meeting = meetingOf.get(mark.meetingId)
      return seat === undefined || meeting === undefined ? [] : [{ mark, seat, meeting }]
    })
    .sort((left, right) => left.meeting.plannedOn.localeCompare(right.meeting.plannedOn))
}
