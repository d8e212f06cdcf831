import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need } from '../sync/kind.ts'
import { dayFor, meeting, type MeetingEntry } from './meeting.ts'
import { refuseAfterWithdrawal, seat, type SeatEntry } from './seat.ts'

/** What is written about one member at one meeting. */
export interface AtMeeting {
  readonly meetingId: string
  readonly groupId: string
  readonly familyId: string
  readonly seatId: string
}

/** Where something about this seat at this meeting stands: the four ids that never change. */
export function placeAt(meetingId: string, own: SeatEntry): AtMeeting {
  return { meetingId, groupId: own.groupId, familyId: own.familyId, seatId: own.id }
}

export function needPlace({ meetingId, seatId, familyId }: AtMeeting): readonly Need[] {
  return [
    { kind: 'meeting', where: { id: meetingId } },
    { kind: 'seat', where: { id: seatId } },
    { kind: 'pair', where: { familyId } },
    { kind: 'consent', where: { familyId } },
  ]
}

interface Place {
  readonly own: SeatEntry | undefined
  readonly at: MeetingEntry | undefined
}

function findPlace({ meetingId, seatId }: AtMeeting, found: Found): Place {
  return {
    own: found.of(seat).find(({ id }) => id === seatId),
    at: found.of(meeting).find(({ id }) => id === meetingId),
  }
}

/** GRP-14: seat, meeting, group and family belong together. GRP-60: the consent to the group holds on that day. */
export function refuseWrongSeat(after: AtMeeting, found: Found): Refusal | null {
  const { own, at } = findPlace(after, found)
  const fits =
    own?.groupId === after.groupId &&
    own.familyId === after.familyId &&
    at?.groupId === after.groupId
  return fits
    ? refuseAfterWithdrawal(own, dayFor(at, own.strand), found)
    : refusal('SeatOfOtherGroup')
}

/** GRP-15: nothing is said of somebody ahead of the strand's day, or at a meeting that did not take place. */
export function refuseTooEarly(
  after: AtMeeting,
  found: Found,
  today: string,
  field: string,
): Refusal | null {
  const { own, at } = findPlace(after, found)
  if (own === undefined || at === undefined) return null
  if (at.state === 'notHeld') return refusal('MeetingCalledOff', { no: at.no })
  const day = dayFor(at, own.strand)
  return day > today ? refusal('DateInFuture', { field, day }) : null
}
