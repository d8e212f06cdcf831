import type { AdultCandidate, ChildCandidate } from '../../core/groupwork/list-candidates.ts'
import { seat, seatId } from '../../core/groupwork/seat.ts'
import type { Strand } from '../../core/groupwork/strand.ts'
import type { Draft } from '../../core/sync/device.ts'

export interface WantedAdult {
  readonly adult: AdultCandidate
  readonly strand: AdultCandidate['strand']
}

interface Joining {
  readonly groupId: string
  readonly joinedOn: string
}

/** A child's seat with those of the chosen adults. Whoever already comes for a brother or sister also comes for this child. */
export function draftsOfSeats(
  { person: child, familyId, seat: childSeat }: ChildCandidate,
  withChild: boolean,
  adults: readonly WantedAdult[],
  joining: Joining,
): readonly Draft[] {
  const taken = (personId: string, name: string, strand: Strand, pairId: string | null): Draft => ({
    kind: seat,
    recordId: seatId(joining.groupId, personId),
    verb: 'create',
    input: {},
    fields: { ...joining, familyId, personId, strand, pairId, displayName: name },
  })
  const own = withChild && childSeat === null ? [taken(child.id, child.name, 'child', null)] : []
  return [
    ...own,
    ...adults.map(({ adult, strand }): Draft => {
      if (adult.seat === null)
        return taken(adult.person.id, adult.person.name, strand, adult.pair.id)
      const siblingIds = [...adult.seat.siblingIds, child.id]
      return {
        kind: seat,
        recordId: adult.seat.id,
        verb: 'edit',
        input: {},
        fields: { siblingIds },
      }
    }),
  ]
}
