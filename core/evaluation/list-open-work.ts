import {
  type CaseFileEntry,
  type CaseState,
  hasEnded,
  stateOfCase,
} from '../casework/case-shape.ts'
import type { MeetingEntry } from '../groupwork/meeting.ts'
import type { SeatEntry } from '../groupwork/seat.ts'
import type { Day } from '../kit/dates.ts'

/** What of a family's help has no end yet. */
export type OpenWork =
  | { readonly of: 'case'; readonly id: string; readonly state: CaseState }
  | { readonly of: 'plan'; readonly id: string }
  | {
      readonly of: 'seat'
      readonly id: string
      readonly groupId: string
      readonly name: string
      /** The group's next meeting; null: none is planned. */
      readonly on: Day | null
    }

export interface OpenWorkAsked {
  readonly today: Day
  readonly cases: readonly CaseFileEntry[]
  readonly plans: readonly { readonly id: string; readonly closedOn: Day | null }[]
  readonly seats: readonly Pick<SeatEntry, 'id' | 'groupId' | 'displayName' | 'leftOn'>[]
  readonly meetings: readonly Pick<MeetingEntry, 'groupId' | 'state' | 'plannedOn'>[]
  /** Groups that have ended: their seats wait for nothing. */
  readonly endedGroupIds: ReadonlySet<string>
}

/**
 * What to end or hand on before one family is archived, since it leaves Today and the lists with it (FAM-18): cases, plans, and seats in
 * groups that go on. All records are of that family, but for the meetings. It hinders nothing: people decide.
 */
export function listOpenWork(asked: OpenWorkAsked): readonly OpenWork[] {
  const { cases, plans, seats, meetings, today, endedGroupIds } = asked
  const nextOn = (groupId: string): Day | null =>
    meetings
      .filter((one) => one.groupId === groupId && one.state === 'planned' && one.plannedOn >= today)
      .map(({ plannedOn }) => plannedOn)
      .sort()[0] ?? null
  return [
    ...cases
      .filter((its) => !hasEnded(its))
      .map((its): OpenWork => ({ of: 'case', id: its.id, state: stateOfCase(its) })),
    ...plans
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id }): OpenWork => ({ of: 'plan', id })),
    ...seats
      .filter(({ leftOn, groupId }) => leftOn === null && !endedGroupIds.has(groupId))
      .map(
        ({ id, groupId, displayName: name }): OpenWork => ({
          ...{ of: 'seat', id, groupId, name },
          on: nextOn(groupId),
        }),
      ),
  ]
}
