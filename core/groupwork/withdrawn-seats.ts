import type { Consent } from '../families/consent.ts'
import { consentState } from '../families/consent-state.ts'
import type { Day } from '../kit/dates.ts'
import { isSeatedFor, type Seat } from './seat.ts'

type Known<Fields> = Fields & { readonly id: string }

export interface WithdrawnSeat<Its> {
  readonly seat: Its
  /** From this day on nothing is written about them at a meeting (GRP-60). */
  readonly since: Day
}

/**
 * GRP-64: seats that are still taken though the consent to the group was taken back, or refused after all, for the child who
 * sits there or for whom the adult comes. Where a device holds no consents of the family there is nothing to know.
 *
 * @param children ids of the children of the families whose consents are known here
 */
export function listWithdrawnSeats<Its extends Known<Seat>>(
  seats: readonly Its[],
  consents: readonly Known<Consent>[],
  children: readonly string[],
  today: Day,
): readonly WithdrawnSeat<Its>[] {
  return seats.flatMap((seat): readonly WithdrawnSeat<Its>[] => {
    if (seat.leftOn !== null) return []
    const concerned = children.filter((id) =>
      seat.strand === 'child' ? id === seat.personId : isSeatedFor(seat, id),
    )
    const days = concerned.flatMap((id) => {
      const { state, decision } = consentState(consents, id, 'group', today)
      if (decision === null || (state !== 'withdrawn' && state !== 'refused')) return []
      return [decision.withdrawnOn ?? decision.decidedOn]
    })
    const [since] = days.toSorted()
    return since === undefined ? [] : [{ seat, since }]
  })
}
