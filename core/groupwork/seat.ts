import { z } from 'zod'
import { mayReach } from '../families/may-reach.ts'
import { needRestrictions, restrictionReader } from '../families/restricted-party.ts'
import { consent } from '../families/consent.ts'
import { refuseWithoutConsent } from '../families/consent-state.ts'
import { pair, pairId } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type Need } from '../sync/kind.ts'
import { strandShape } from './strand.ts'
import { supportGroup } from './support-group.ts'

export const leaveReasons = [
  'moved',
  'noTime',
  'noWish',
  'consentWithdrawn',
  'toCasework',
  'familyReason',
  'other',
] as const

/** Whose seat the parents' seat beside a child is. */
export const parentRelations = ['mother', 'father', 'stepmother', 'stepfather'] as const
export type ParentRelation = (typeof parentRelations)[number]

const seatShape = z.strictObject({
  groupId: z.uuid(),
  familyId: z.uuid(),
  personId: z.uuid(),
  strand: strandShape,
  /** An adult's seat names the child for whom they come; a child's seat has none. */
  pairId: z.uuid().nullable().default(null),
  /** Brothers and sisters in the same group for whom this adult also comes. */
  siblingIds: z.array(z.uuid()).max(12).default([]),
  /** Beside a child's seat: for which parent a seat is kept, who may be out of reach. */
  keptFor: z.array(z.enum(parentRelations)).max(4).default([]),
  /** What everybody in the room says, so that a co-leader who sees only the group can call people by name. */
  displayName: z.string().min(1).max(80),
  joinedOn: dayShape,
  leftOn: dayShape.nullable().default(null),
  leaveReason: z.enum(leaveReasons).nullable().default(null),
  leaveNote: z.string().max(400).default(''),
  /** Times away between a departure and a return: no meeting in them was expected. */
  breaks: z
    .array(z.strictObject({ from: dayShape, until: dayShape }))
    .max(10)
    .default([]),
})
export type Seat = z.infer<typeof seatShape>
export type SeatEntry = Seat & { readonly id: string }

/** One person's place in a group. People join late and leave early: what was expected of them follows from these days. */
export const seat = defineKind({
  name: 'seat',
  room: 'groupwork',
  shape: seatShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['displayName', 'leaveNote'],
  sets: ['siblingIds', 'keptFor'],
  guarded: [
    'groupId',
    'familyId',
    'personId',
    'strand',
    'leftOn',
    'leaveReason',
    'leaveNote',
    'breaks',
  ],
  references: { groupId: 'supportGroup', familyId: 'family', personId: 'person', pairId: 'pair' },
  columns: ['groupId', 'familyId', 'personId', 'strand'],
  verbs: {
    leave: defineVerb({
      of: seatShape,
      input: z.strictObject({
        leftOn: dayShape,
        reason: z.enum(leaveReasons),
        note: z.string().max(400).default(''),
      }),
      run: (fields, input, _found, context) => {
        if (fields.leftOn !== null) return refuse('AlreadyLeft', { name: fields.displayName })
        if (input.leftOn > context.today)
          return refuse('DateInFuture', { field: 'leftOn', day: input.leftOn })
        if (input.leftOn < latestArrival(fields))
          return refuse('DaysInWrongOrder', { from: latestArrival(fields), to: input.leftOn })
        return done({ leftOn: input.leftOn, leaveReason: input.reason, leaveNote: input.note })
      },
    }),
    /** GRP-9: whoever comes back keeps the seat; the time away is kept as a break. */
    rejoin: defineVerb({
      of: seatShape,
      input: z.strictObject({ on: dayShape }),
      needs: (fields) => needFamily(fields.familyId),
      run: (fields, input, found, { today }) => {
        if (fields.leftOn === null) return refuse('StillSeated', { name: fields.displayName })
        if (input.on < fields.leftOn)
          return refuse('DaysInWrongOrder', { from: fields.leftOn, to: input.on })
        const broken =
          refuseUnconsented(fields, input.on, found) ?? refuseUnconsented(fields, today, found)
        if (broken !== null) return { ok: false, refusal: broken }
        const breaks = [...fields.breaks, { from: fields.leftOn, until: input.on }]
        return done({ leftOn: null, leaveReason: null, leaveNote: '', breaks })
      },
    }),
  },
  ruleNeeds: (after) => [
    { kind: 'supportGroup', where: { id: after.groupId } },
    { kind: 'seat', where: { groupId: after.groupId } },
    ...needFamily(after.familyId),
    needRestrictions(after.familyId),
  ],
  rule: (after, before, found, { today }) => {
    const joins = before === null || (before.leftOn !== null && after.leftOn === null)
    const keptAway = joins ? refuseKeptAway(after, found) : null
    if (keptAway !== null) return keptAway
    if (after.strand !== 'child' && after.keptFor.length > 0)
      return refusal('KeptSeatBesideChild', { name: after.displayName })
    if (before === null) return refuseJoining(after, found, today)
    // A co-leader's device holds no family file: it is asked for only when who sits for whom changes.
    const sameChildren =
      after.pairId === before.pairId && after.siblingIds.join() === before.siblingIds.join()
    return sameChildren && after.joinedOn >= before.joinedOn
      ? null
      : (refuseWrongPerson(after, found) ?? refuseWithout(after, found, today))
  },
})

/** Two phones that seat the same person make one seat. */
export function seatId(groupId: string, personId: string): string {
  return deriveId('seat', groupId, personId)
}

/** When whoever sits here came, or came back. */
export function latestArrival(fields: Pick<Seat, 'breaks' | 'joinedOn'>): string {
  return fields.breaks.at(-1)?.until ?? fields.joinedOn
}

function needFamily(familyId: string): Need[] {
  return ['person', 'pair', 'consent'].map((kind) => ({ kind, where: { familyId } }))
}

/** FAM-52: nobody sits in a group who is kept away from a child of the family. A co-leader who may not know is not told why. */
function refuseKeptAway({ personId, displayName }: Seat, found: Found): Refusal | null {
  return mayReach(found.of(restrictionReader), personId, null)
    ? null
    : refusal('SeatNeedsWorker', { name: displayName })
}

function refuseJoining(after: Seat, found: Found, today: string): Refusal | null {
  const group = found.of(supportGroup)[0]
  if (group?.state === 'closed') return refusal('GroupClosed', { title: group.title })
  if (after.leftOn !== null || after.breaks.length > 0)
    return refusal('FieldNeedsVerb', { field: 'leftOn' })
  return (
    refuseSecondSeat(after, found) ??
    refuseWrongPerson(after, found) ??
    refuseWithout(after, found, today)
  )
}

/** On the day of joining and today: a withdrawal is not got round by an earlier date. */
function refuseWithout(after: Seat, found: Found, today: string): Refusal | null {
  return refuseUnconsented(after, after.joinedOn, found) ?? refuseUnconsented(after, today, found)
}

/** GRP-5: nobody sits twice in one group. */
function refuseSecondSeat(after: Seat, found: Found): Refusal | null {
  const taken = found.of(seat).some((other) => other.personId === after.personId)
  return taken ? refusal('AlreadySeated', { name: after.displayName }) : null
}

/** GRP-6: the children's strand seats children of the family; an adult's seat names the pair for which they come. */
function refuseWrongPerson(after: Seat, found: Found): Refusal | null {
  const name = after.displayName
  const family = found.of(person)
  const sitter = family.find(({ id }) => id === after.personId)
  if (sitter === undefined) return refusal('PersonOfOtherFamily', { name })
  if (after.strand === 'child')
    return sitter.role === 'child' && after.pairId === null && after.siblingIds.length === 0
      ? null
      : refusal('ChildSeatNeedsChild', { name })
  const ownPair = found.of(pair).find(({ id }) => id === after.pairId)
  if (ownPair?.adultId !== after.personId) return refusal('SeatNeedsPair', { name })
  const strangers = after.siblingIds.some((id) => family.every((member) => member.id !== id))
  return strangers ? refusal('PersonOfOtherFamily', { name }) : null
}

/** GRP-7: no seat without a guardian's consent to the group, for every child whom the seat concerns (FAM-10). */
function refuseUnconsented(fields: Seat, day: string, found: Found): Refusal | null {
  for (const childId of childrenOf(fields, found)) {
    const missing = refuseWithoutConsent(found.of(consent), childId, 'group', day)
    if (missing !== null) return missing
  }
  return null
}

/**
 * GRP-60: nothing is written about a member at a meeting from the day on which the consent to the group is gone, for any child whom
 * the seat concerns. A device that holds no consents of the family cannot know; the server does.
 */
export function refuseAfterWithdrawal(own: Seat, day: string, found: Found): Refusal | null {
  const isKnown = found.of(consent).some(({ familyId }) => familyId === own.familyId)
  return isKnown ? refuseUnconsented(own, day, found) : null
}

function childrenOf(fields: Seat, found: Found): readonly string[] {
  if (fields.strand === 'child') return [fields.personId]
  const ownPair = found.of(pair).find(({ id }) => id === fields.pairId)
  return ownPair === undefined ? fields.siblingIds : [ownPair.childId, ...fields.siblingIds]
}

/** Does this adult's seat stand for this child? Answered from seats alone: a co-leader sees no pair records. */
export function isSeatedFor(adult: Seat, childId: string): boolean {
  return adult.pairId === pairId(childId, adult.personId) || adult.siblingIds.includes(childId)
}
