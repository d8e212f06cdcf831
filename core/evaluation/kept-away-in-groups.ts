import type { ExcludedStaff } from '../families/excluded-staff.ts'
import type { RestrictedParty } from '../families/restricted-party.ts'
import {
  type ExcludedInTeam,
  listExcludedInTeams,
  listKeptAwaySeats,
} from '../groupwork/kept-away/end-kept-away.ts'
import type { SeatEntry } from '../groupwork/seat.ts'
import type { SupportGroup } from '../groupwork/support-group.ts'
import type { Known } from './evaluation-records.ts'
import type { May } from './may.ts'

/** Somebody who is kept away from a child still has a seat in a group: it is for a person to end (FAM-61). */
interface SeatToEnd {
  readonly seatId: string
  readonly groupId: string
  readonly title: string
  readonly name: string
}

export interface KeptAwayInGroups {
  readonly seatsToEnd: readonly SeatToEnd[]
  /** Colleagues who have to stay out of a family and work with its group (FAM-62). */
  readonly excludedInTeams: readonly (ExcludedInTeam & { readonly title: string })[]
}

interface Facts {
  readonly may: May
  readonly groups: readonly Known<Pick<SupportGroup, 'title' | 'state' | 'team'>>[]
  readonly seats: readonly SeatEntry[]
  readonly restrictions: readonly Known<RestrictedParty>[]
  readonly exclusions: readonly Known<ExcludedStaff>[]
}

/**
 * FAM-61, FAM-62: what is to be arranged in groups, for whoever may arrange it, out of what they may know of the family. Not in a
 * closed group: nobody meets there any more.
 */
export function keptAwayInGroups(facts: Facts): KeptAwayInGroups {
  const { may, seats } = facts
  const open = new Map(
    facts.groups.filter(({ state }) => state !== 'closed').map(({ id, title }) => [id, title]),
  )
  return {
    seatsToEnd: listKeptAwaySeats(seats, facts.restrictions).flatMap(({ seat }) => {
      const { id, groupId, displayName } = seat
      const title = open.get(groupId)
      return title === undefined || !may('seat', 'leave', `group:${groupId}`)
        ? []
        : [{ seatId: id, groupId, title, name: displayName }]
    }),
    excludedInTeams: listExcludedInTeams(facts.exclusions, facts.groups, seats)
      .filter(({ groupId }) => may('supportGroup', 'edit', `group:${groupId}`))
      .map((one) => ({ ...one, title: open.get(one.groupId) ?? '' })),
  }
}
