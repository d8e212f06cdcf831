import { z } from 'zod'
import { pairRelations } from '../families/pair.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind, type Found } from '../sync/kind.ts'
import { needPlace, refuseTooEarly, refuseWrongSeat } from './at-meeting.ts'
import { parentRelations, seat } from './seat.ts'

/** How a person took part. Catching up later and sending somebody are honest ways, but they are not the room or the call. */
export const presenceModes = [
  'inPerson',
  'liveRemote',
  'watchedLater',
  'represented',
  'absent',
] as const
export type PresenceMode = (typeof presenceModes)[number]

/** As what somebody sits where another was meant to: family, or nobody's family. */
export const standInRelations = [...pairRelations, 'neighbour', 'teacher', 'staff'] as const
export type StandInRelation = (typeof standInRelations)[number]

/** A parent's seat beside a child at a joint meeting: empty, or somebody else sits there. */
const keptSeatShape = z.strictObject({
  filledBy: z.string().max(80).default(''),
  filledAs: z.enum(standInRelations).nullable().default(null),
})
export type KeptSeat = z.infer<typeof keptSeatShape>

export const absenceReasons = [
  'shift',
  'signal',
  'sick',
  'school',
  'travel',
  'family',
  'noWish',
  'forgot',
  'notYetKnown',
  'other',
] as const

const attendanceShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  seatId: z.uuid(),
  personId: z.uuid(),
  presence: z.enum(presenceModes),
  absenceReason: z.enum(absenceReasons).nullable().default(null),
  representedBy: z.string().max(80).default(''),
  representedAs: z.enum(standInRelations).nullable().default(null),
  lateMinutes: z.number().int().min(0).max(480).default(0),
  leftEarly: z.boolean().default(false),
  note: z.string().max(400).default(''),
  /** Beside a child: whose seats were kept, and who sat there. Whoever sits there is not that parent. */
  keptSeats: z.partialRecord(z.enum(parentRelations), keptSeatShape).default({}),
})
export type Attendance = z.infer<typeof attendanceShape>
export type AttendanceEntry = Attendance & { readonly id: string }

/** One person at one meeting. Who was expected is never stored: it follows from the seats of that day. */
export const attendance = defineKind({
  name: 'attendance',
  room: 'groupwork',
  shape: attendanceShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['representedBy', 'note', 'keptSeats'],
  maps: ['keptSeats'],
  bound: [['presence', 'absenceReason', 'representedBy', 'representedAs']],
  guarded: ['meetingId', 'groupId', 'familyId', 'seatId', 'personId'],
  references: {
    meetingId: 'meeting',
    groupId: 'supportGroup',
    familyId: 'family',
    seatId: 'seat',
    personId: 'person',
  },
  columns: ['groupId', 'meetingId', 'seatId', 'personId', 'familyId', 'presence'],
  ruleNeeds: (after) => [
    ...needPlace(after),
    { kind: 'attendance', where: { meetingId: after.meetingId } },
  ],
  rule: (after, before, found, context) =>
    refusePresence(after) ??
    refuseNamelessSeat(after) ??
    (before === null
      ? (refuseWrongPlace(after, found) ?? refuseTooEarly(after, found, context.today, 'presence'))
      : null),
})

/** Two phones that mark the same person at the same meeting make one row. */
export function attendanceId(meetingId: string, personId: string): string {
  return deriveId('attendance', meetingId, personId)
}

/** GRP-13: absence has a reason (it may be "not yet known"), a stand-in has a name, and nobody else has either. */
function refusePresence(after: Attendance): Refusal | null {
  const { presence, absenceReason, representedBy, representedAs } = after
  if (presence === 'absent' && absenceReason === null) return refusal('AbsenceNeedsReason')
  if (presence === 'represented' && representedBy.trim() === '') return refusal('StandInNeedsName')
  const fits =
    (presence === 'absent' || absenceReason === null) &&
    (presence === 'represented' || (representedBy === '' && representedAs === null))
  return fits ? null : refusal('PresenceContradicts')
}

/** GRP-47: as what somebody sits in a kept seat is not said without saying who. */
function refuseNamelessSeat({ keptSeats }: Attendance): Refusal | null {
  const nameless = Object.values(keptSeats).some(
    ({ filledBy, filledAs }) => filledAs !== null && filledBy.trim() === '',
  )
  return nameless ? refusal('StandInNeedsName') : null
}

/** GRP-14: a row belongs to a seat of the same group, family and person, and there is one per person and meeting. */
function refuseWrongPlace(after: Attendance, found: Found): Refusal | null {
  const own = found.of(seat)[0]
  const wrong = refuseWrongSeat(after, found)
  if (wrong !== null || own?.personId !== after.personId)
    return wrong ?? refusal('SeatOfOtherGroup')
  const marked = found.of(attendance).some((other) => other.personId === after.personId)
  return marked ? refusal('AlreadyMarked', { name: own.displayName }) : null
}
