// The seat from which somebody opens a page of one meeting: their own, and the children for whom they come.
import { refuseWithoutConsent } from '../../core/families/consent-state.ts'
import { consent } from '../../core/families/consent.ts'
import { pair } from '../../core/families/pair.ts'
import { expectedAt } from '../../core/groupwork/expected-at.ts'
import { meeting, type MeetingEntry } from '../../core/groupwork/meeting.ts'
import { seat, seatId, type SeatEntry } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import type { Day } from '../../core/kit/dates.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import type { Look } from './record-store.ts'

export interface SeatAt {
  readonly meeting: MeetingEntry
  readonly seat: SeatEntry
  /** The member, or the children for whom the member comes. */
  readonly childIds: readonly string[]
  /** The group has closed, or the member has left it: nothing is asked of the family any more. */
  readonly isOver: boolean
}

export interface AtMeetingOf {
  readonly familyId: string
  readonly personId: string
  readonly meetingId: string
}

/** Null for whoever has no seat there, or was not expected at this meeting. */
export async function findSeatAt(look: Look, whose: AtMeetingOf): Promise<SeatAt | null> {
  const at = await look.one(meeting, whose.meetingId)
  if (at === null) return null
  const own = await look.one(seat, seatId(at.groupId, whose.personId))
  if (own === null || own.familyId !== whose.familyId) return null
  if (expectedAt(at, [own]).length === 0) return null
  const its = own.pairId === null ? null : await look.one(pair, own.pairId)
  const childIds = its === null ? [own.personId] : [its.childId, ...own.siblingIds]
  const group = await look.one(supportGroup, at.groupId)
  const isOver = group === null || group.state === 'closed' || own.leftOn !== null
  return { meeting: at, seat: own, childIds, isOver }
}

/** GRP-60: the consent to the group holds today for every child whom the seat concerns. */
export async function refuseSeatUnconsented(
  look: Look,
  { seat: own, childIds }: Pick<SeatAt, 'seat' | 'childIds'>,
  today: Day,
): Promise<Refusal | null> {
  const consents = await look.many(consent, { familyId: own.familyId })
  for (const childId of childIds) {
    const missing = refuseWithoutConsent(consents, childId, 'group', today)
    if (missing !== null) return missing
  }
  return null
}
