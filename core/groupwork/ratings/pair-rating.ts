import { z } from 'zod'
import { deriveId } from '../../kit/ids.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind, type Found } from '../../sync/kind.ts'
import { meeting } from '../meeting.ts'
import { refuseAfterWithdrawal, seat } from '../seat.ts'

/** What is looked at while the two talk with each other (PRACTICE 3.2). */
export const pairBehaviours = [
  'opensWarmly',
  'listens',
  'namesFeeling',
  'praises',
  'asksOpenly',
  'calmTone',
  'endsWell',
] as const
export type PairBehaviour = (typeof pairBehaviours)[number]

const face = z.number().int().min(1).max(4).nullable().default(null)

const pairRatingShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  childSeatId: z.uuid(),
  adultSeatId: z.uuid(),
  raterId: z.uuid(),
  /** 0 not at all … 4 clearly and by itself; what was not seen is not there. */
  levels: z
    .partialRecord(z.enum(pairBehaviours), z.number().int().min(0).max(4).nullable())
    .default({}),
  /** How each side felt after the talk, pointed at by themselves. */
  childFace: face,
  adultFace: face,
})
export type PairRating = z.infer<typeof pairRatingShape>
export type PairRatingEntry = PairRating & { readonly id: string }

/** How a child and an adult dealt with each other at a joint meeting, as one worker saw it. A second worker's is a record of its own. */
export const pairRating = defineKind({
  name: 'pairRating',
  room: 'groupwork',
  shape: pairRatingShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  maps: ['levels'],
  guarded: ['meetingId', 'groupId', 'familyId', 'childSeatId', 'adultSeatId', 'raterId'],
  references: {
    meetingId: 'meeting',
    groupId: 'supportGroup',
    familyId: 'family',
    childSeatId: 'seat',
    adultSeatId: 'seat',
    raterId: 'staff',
  },
  columns: ['groupId', 'meetingId', 'familyId', 'childSeatId', 'adultSeatId', 'raterId'],
  ruleNeeds: (after) => [
    { kind: 'meeting', where: { id: after.meetingId } },
    { kind: 'seat', where: { id: after.childSeatId } },
    { kind: 'seat', where: { id: after.adultSeatId } },
    { kind: 'consent', where: { familyId: after.familyId } },
  ],
  rule: (after, _before, found, { actor, today }) =>
    after.raterId === actor.staffId
      ? refuseWrongPair(after, found, today)
      : refusal('RatingOfSomebodyElse'),
})

/** Two workers rate the same pair side by side; one worker on two devices makes one rating. */
export function pairRatingId(
  rating: Pick<PairRating, 'meetingId' | 'childSeatId' | 'adultSeatId' | 'raterId'>,
): string {
  const { meetingId, childSeatId, adultSeatId, raterId } = rating
  return deriveId('pairRating', meetingId, childSeatId, adultSeatId, raterId)
}

/** GRP-44: a child and an adult of one family and group, at a joint meeting that is not ahead. */
function refuseWrongPair(after: PairRating, found: Found, today: string): Refusal | null {
  const seats = found.of(seat)
  const at = found.of(meeting).find(({ id }) => id === after.meetingId)
  const child = seats.find(({ id }) => id === after.childSeatId)
  const adult = seats.find(({ id }) => id === after.adultSeatId)
  const together = [child, adult].every(
    (one) => one?.groupId === after.groupId && one.familyId === after.familyId,
  )
  const fits = together && child?.strand === 'child' && adult?.strand !== 'child'
  if (!fits || at?.groupId !== after.groupId) return refusal('SeatOfOtherGroup')
  if (at.form !== 'joint') return refusal('PairNotTogether', { no: at.no })
  const day = at.heldOn ?? at.plannedOn
  return day > today
    ? refusal('DateInFuture', { field: 'levels', day })
    : refuseAfterWithdrawal(child, day, found)
}
