import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { equalJson } from '../kit/json.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type Need } from '../sync/kind.ts'
import { clockTimeShape, planShape, sessionFields } from './plan-shape.ts'
import { strandShape, type Strand } from './strand.ts'
import { hasRunOn, supportGroup } from './support-group.ts'

export const callOffReasons = [
  'weather',
  'school',
  'illness',
  'tooFew',
  'place',
  'network',
  'staff',
  'other',
] as const

const strandTimeShape = z.strictObject({
  on: dayShape,
  at: clockTimeShape.default(''),
  place: z.string().max(120).default(''),
})

/** What somebody has said of it: that it was held and when, or that it was not and why. */
const saidShape = z.strictObject({
  state: z.enum(['planned', 'held', 'notHeld']).default('planned'),
  heldOn: dayShape.nullable().default(null),
  minutes: z.number().int().min(1).max(1440).nullable().default(null),
  callOffReason: z.enum(callOffReasons).nullable().default(null),
  callOffNote: z.string().max(400).default(''),
})
export type MeetingSaid = z.infer<typeof saidShape>

const meetingShape = z.strictObject({
  groupId: z.uuid(),
  ...sessionFields,
  /** Beside the programme's: two phones may have given two of these the same number. */
  extra: z.boolean().default(false),
  /** Whose meeting it is: these seats are expected. */
  strands: z.array(strandShape).min(1).max(3),
  plannedOn: dayShape,
  plannedAt: clockTimeShape.default(''),
  /** In a parallel week a strand may meet on another day: parents on the phone after the shift. */
  strandTimes: z.partialRecord(strandShape, strandTimeShape).default({}),
  place: z.string().max(120).default(''),
  onlineTool: z.string().max(80).default(''),
  /** Copied from the programme and then this meeting's own. */
  plan: planShape.default({}),
  notes: z.string().max(4000).default(''),
  ...saidShape.shape,
})
export type Meeting = z.infer<typeof meetingShape>
export type MeetingEntry = Meeting & { readonly id: string }

/** One meeting of a group: joint, or the parallel week in which every strand meets by itself. */
export const meeting = defineKind({
  name: 'meeting',
  room: 'groupwork',
  shape: meetingShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: ['notes', 'callOffNote'],
  maps: ['strandTimes', 'plan'],
  sets: ['strands', 'targets'],
  bound: [['plannedOn', 'plannedAt']],
  guarded: ['groupId', 'no', 'extra', 'state', 'heldOn', 'minutes', 'callOffReason', 'callOffNote'],
  references: { groupId: 'supportGroup' },
  columns: ['groupId', 'state', 'plannedOn'],
  verbs: {
    /** GRP-11: a group meets while it runs; saying it again corrects the day and the minutes. */
    hold: defineVerb({
      of: meetingShape,
      input: z.strictObject({
        heldOn: dayShape,
        minutes: z.number().int().min(1).max(1440),
        seen: saidShape.nullable().default(null),
      }),
      needs: ({ groupId }) => [
        { kind: 'supportGroup', where: { id: groupId } },
        needMeetings(groupId),
      ],
      run: (fields, { heldOn, minutes, seen }, found, context) => {
        const group = found.of(supportGroup)[0]
        if (group === undefined || !hasRunOn(group, heldOn))
          return refuse('GroupNotRunning', { title: group?.title ?? '' })
        if (heldOn > context.today) return refuse('DateInFuture', { field: 'heldOn', day: heldOn })
        const said = { ...notCalledOff, state: 'held' as const, heldOn, minutes }
        const unseen = refuseUnseen(fields, seen, said)
        return unseen === null
          ? done({ ...said, no: settledNo(fields, context.recordId, found) })
          : { ok: false, refusal: unseen }
      },
    }),
    /** GRP-12: that a meeting did not take place has a reason; what was written about it stays. */
    callOff: defineVerb({
      of: meetingShape,
      input: z.strictObject({
        reason: z.enum(callOffReasons),
        note: z.string().max(400).default(''),
        seen: saidShape.nullable().default(null),
      }),
      needs: ({ groupId }) => [needMeetings(groupId)],
      run: (fields, { reason, note, seen }, found, { recordId }) => {
        const said = { ...notOnADay, callOffReason: reason, callOffNote: note }
        const unseen = refuseUnseen(fields, seen, said)
        return unseen === null
          ? done({ ...said, no: settledNo(fields, recordId, found) })
          : { ok: false, refusal: unseen }
      },
    }),
  },
  ruleNeeds: ({ groupId }) => [needMeetings(groupId)],
  rule: (after, before, found) => {
    if (before === null && after.state !== 'planned')
      return refusal('FieldNeedsVerb', { field: 'state' })
    return before === null && !after.extra ? refuseTakenNumber(after, found) : null
  },
})

const notCalledOff = { callOffReason: null, callOffNote: '' } as const
const notOnADay = { state: 'notHeld', heldOn: null, minutes: null } as const

/** What the person sees while they say something else: it travels along, so that nothing unseen is overwritten. */
export function saidOf(fields: MeetingSaid): MeetingSaid {
  const { state, heldOn, minutes, callOffReason, callOffNote } = fields
  return { state, heldOn, minutes, callOffReason, callOffNote }
}

/** GRP-56: what a colleague has said of the meeting meanwhile is not overwritten by whoever has not seen it. */
function refuseUnseen(
  fields: Meeting,
  seen: MeetingSaid | null,
  wanted: MeetingSaid,
): Refusal | null {
  const present = saidOf(fields)
  const nothingLost = [seen, wanted].some((one) => one !== null && equalJson(one, present))
  if (present.state === 'planned' || nothingLost) return null
  return present.state === 'held'
    ? refusal('MeetingHeldMeanwhile', {
        no: fields.no,
        day: present.heldOn ?? '',
        minutes: present.minutes ?? 0,
      })
    : refusal('MeetingCalledOffMeanwhile', { no: fields.no })
}

function needMeetings(groupId: string): Need {
  return { kind: 'meeting', where: { groupId } }
}

/** GRP-29: with its day a meeting gets its number for good. */
function settledNo(fields: Meeting, id: string, found: Found): number {
  const others = found.of(meeting).filter((one) => one.id !== id)
  return settleNumbers([...others, { ...fields, id }]).find((one) => one.id === id)?.no ?? fields.no
}

/**
 * GRP-29: every meeting of one group with a number of its own. Of those that were given the same one without knowing of each
 * other, the programme's keeps it, then whichever has its day, then the one made first; the others take the next free numbers.
 * In: all meetings of the group, in any order. Out: the same, in the order of their numbers.
 */
export function settleNumbers<One extends MeetingEntry>(meetings: readonly One[]): readonly One[] {
  const standing = (one: One) => (one.extra ? (one.state === 'planned' ? 2 : 1) : 0)
  const taken = new Set<number>()
  let last = Math.max(0, ...meetings.map(({ no }) => no))
  return meetings
    .toSorted((left, right) => standing(left) - standing(right) || left.id.localeCompare(right.id))
    .map((one) => {
      if (!taken.has(one.no)) {
        taken.add(one.no)
        return one
      }
      last += 1
      return { ...one, no: last }
    })
    .sort((left, right) => left.no - right.no)
}

/** GRP-10: within a group every meeting has its own number. */
function refuseTakenNumber(after: Meeting, found: Found): Refusal | null {
  return found.of(meeting).some(({ no }) => no === after.no)
    ? refusal('MeetingNumberTaken', { no: after.no })
    : null
}

/** Two phones that plan the same group's third meeting make one meeting. */
export function meetingId(groupId: string, no: number): string {
  return deriveId('meeting', groupId, String(no))
}

/** The day on which a strand met, or is to meet. */
export function dayFor(fields: Meeting, strand: Strand): string {
  return fields.strandTimes[strand]?.on ?? fields.heldOn ?? fields.plannedOn
}

/**
 * When and where a strand meets. Where it has a day and hour of its own in a parallel week, the meeting's place is not its: parents on
 * the telephone are not asked into the room of the children.
 */
export function placeFor(
  fields: Meeting,
  strand: Strand,
): { readonly on: string; readonly at: string; readonly place: string } {
  const own = fields.strandTimes[strand]
  return {
    on: dayFor(fields, strand),
    at: own?.at || fields.plannedAt,
    place: own?.place ?? fields.place,
  }
}
