import type { ExcludedStaff } from '../../families/excluded-staff.ts'
import { restrictionsOn } from '../../families/may-reach.ts'
import type { RestrictedParty } from '../../families/restricted-party.ts'
import type { Day } from '../../kit/dates.ts'
import { latestArrival, type Seat, type SeatEntry } from '../seat.ts'
import type { SupportGroup } from '../support-group.ts'

type Restriction = Pick<
  RestrictedParty,
  'familyId' | 'personId' | 'childId' | 'state' | 'liftedAt' | 'since'
>

/** A seat that stands although its person is kept away from a child of the family. */
export interface KeptAwaySeat<One extends Seat = SeatEntry> {
  readonly seat: One
  /** The last day of what was expected of them: since when they are kept away, or when they came if that was later. */
  readonly endsOn: Day
}

/** FAM-61: the seats that somebody has to end, in the order given. An ended seat needs nobody. */
export function listKeptAwaySeats<One extends Seat>(
  seats: readonly One[],
  restrictions: readonly Restriction[],
): readonly KeptAwaySeat<One>[] {
  return seats.flatMap((seat) => {
    const endsOn = seat.leftOn === null ? endOf(seat, restrictions) : null
    return endsOn === null ? [] : [{ seat, endsOn }]
  })
}

/**
 * FAM-61: until somebody has ended it, such a seat reads as one that was left on that day: whoever is kept away is not expected,
 * not asked after, given no task and no paper. The same list where nobody is; what was written about earlier meetings stays.
 */
export function endKeptAway<One extends Seat>(
  seats: readonly One[],
  restrictions: readonly Restriction[],
): readonly One[] {
  const ends = new Map(
    listKeptAwaySeats(seats, restrictions).map(({ seat, endsOn }) => [seat, endsOn]),
  )
  if (ends.size === 0) return seats
  return seats.map((seat) => {
    const leftOn = ends.get(seat)
    return leftOn === undefined ? seat : { ...seat, leftOn, leaveReason: 'other' as const }
  })
}

function endOf(seat: Seat, restrictions: readonly Restriction[]): Day | null {
  const [first, ...others] = restrictionsOn(
    restrictions.filter(({ familyId }) => familyId === seat.familyId),
    seat.personId,
    null,
  ).map(({ since }) => since)
  if (first === undefined) return null
  const since = others.reduce((least, day) => (day < least ? day : least), first)
  const arrived = latestArrival(seat)
  return since > arrived ? since : arrived
}

/** Somebody of a group's team who has to stay out of a family that has a seat there. */
export interface ExcludedInTeam {
  readonly groupId: string
  readonly familyId: string
  readonly staffId: string
}

/**
 * FAM-62: a seat lies in the group, so that keeping a colleague out of a family does not keep them out of its group: somebody else has
 * to lead it, or the family has to sit elsewhere. Told only to those who see who is kept out; once per group and family.
 */
export function listExcludedInTeams(
  exclusions: readonly Pick<ExcludedStaff, 'familyId' | 'staffId' | 'state'>[],
  groups: readonly (Pick<SupportGroup, 'team' | 'state'> & { readonly id: string })[],
  seats: readonly Pick<Seat, 'groupId' | 'familyId' | 'leftOn'>[],
): readonly ExcludedInTeam[] {
  const standing = exclusions.filter(({ state }) => state === 'standing')
  return groups.flatMap(({ id: groupId, team, state }) => {
    if (state === 'closed') return []
    const own = seats.filter((seat) => seat.groupId === groupId && seat.leftOn === null)
    const found = standing.filter(
      ({ familyId, staffId }) =>
        Object.hasOwn(team, staffId) && own.some((seat) => seat.familyId === familyId),
    )
    return found
      .filter(
        ({ familyId, staffId }, at) =>
          found.findIndex((one) => one.familyId === familyId && one.staffId === staffId) === at,
      )
      .map(({ familyId, staffId }) => ({ groupId, familyId, staffId }))
  })
}
