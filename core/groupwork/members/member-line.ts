import { z } from 'zod'
import { findNamesIn } from '../../families/hide-names.ts'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { defineKind } from '../../sync/kind.ts'
import { needPlace, refuseTooEarly, refuseWrongSeat } from '../at-meeting.ts'
import type { SeatEntry } from '../seat.ts'

const memberLineShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  seatId: z.uuid(),
  /** Said once more, because whoever reads the family's file may not see the group. */
  on: dayShape,
  no: z.number().int().min(1).max(99),
  words: z.string().max(600).default(''),
})
export type MemberLine = z.infer<typeof memberLineShape>

/** What a meeting showed of one member: a line of the family's own file, which outlives the group. */
export const memberLine = defineKind({
  name: 'memberLine',
  room: 'groupwork',
  shape: memberLineShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['words'],
  guarded: ['meetingId', 'groupId', 'familyId', 'seatId', 'on', 'no'],
  references: {
    meetingId: 'meeting',
    groupId: 'supportGroup',
    familyId: 'family',
    seatId: 'seat',
  },
  columns: ['familyId', 'groupId', 'meetingId', 'seatId', 'on'],
  ruleNeeds: needPlace,
  rule: (after, before, found, { today }) =>
    before === null
      ? (refuseWrongSeat(after, found) ?? refuseTooEarly(after, found, today, 'words'))
      : null,
})

/** Two phones that write about the same member at the same meeting write one line. */
export function memberLineId(meetingId: string, seatId: string): string {
  return deriveId('memberLine', meetingId, seatId)
}

/**
 * GRP-37: in a family's file nobody of another family is named. `other` is what stands in the place of a name. A name that one of
 * the own family has too is theirs: 小明 is the child whose file it is, also when another child of the group is called so.
 */
export function hideOtherMembers(
  words: string,
  own: SeatEntry,
  seats: readonly SeatEntry[],
  other: string,
): string {
  const people = seats.map(({ familyId, displayName }) => ({ familyId, name: displayName }))
  const whose = (familyId: string) => (familyId === own.familyId ? 'own' : 'other')
  return findNamesIn(words, people, whose).reduceRight(
    (line, { at, hidden, shown }) =>
      shown.split('/').includes('own')
        ? line
        : line.slice(0, at) + other + line.slice(at + hidden.length),
    words,
  )
}
