import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { needPlace, refuseWrongSeat } from '../at-meeting.ts'
import { meeting, type MeetingEntry } from '../meeting.ts'
import type { Listen } from '../plan-shape.ts'
import type { Strand } from '../strand.ts'

/** In the order in which they follow each other. */
export const asyncStages = ['sentOn', 'listenedOn', 'recalledOn', 'triedOn', 'talkedOn'] as const
export type AsyncStage = (typeof asyncStages)[number]

/** What a member says beforehand on their own page. An intention: the attendance is marked by whoever was there. */
export const comingIntents = ['comes', 'cannot', 'byVoice'] as const
export type ComingIntent = (typeof comingIntents)[number]

export const mostToldCharacters = 400
const ownWords = z.string().max(mostToldCharacters).default('')

const stageDay = dayShape.nullable().default(null)

const asyncStepShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  seatId: z.uuid(),
  /** The voice lesson of this meeting's plan went out. */
  sentOn: stageDay,
  listenedOn: stageDay,
  /** The answer to its question was heard. */
  recalledOn: stageDay,
  /** The task was tried. */
  triedOn: stageDay,
  /** The worker's own call. */
  talkedOn: stageDay,
  talkMinutes: z.number().int().min(1).max(240).nullable().default(null),
  note: z.string().max(600).default(''),
  intent: z.enum(comingIntents).nullable().default(null),
  /** The last day on which the member said any of this themselves, on their own page. */
  selfToldOn: stageDay,
  /** Word for word: the answer to the lesson's question, and what happened when they tried. */
  recallWords: ownWords,
  triedWords: ownWords,
  /** The worker's answer, which the member reads on their page. */
  cheer: ownWords,
})
export type AsyncStep = z.infer<typeof asyncStepShape>
export type AsyncStepEntry = AsyncStep & { readonly id: string }

/** How a parent who could not come caught up with one meeting: voice lesson, its question, the task, a call. */
export const asyncStep = defineKind({
  name: 'asyncStep',
  room: 'groupwork',
  shape: asyncStepShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['note', 'recallWords', 'triedWords', 'cheer'],
  bound: [['talkedOn', 'talkMinutes']],
  guarded: ['meetingId', 'groupId', 'familyId', 'seatId'],
  references: {
    meetingId: 'meeting',
    groupId: 'supportGroup',
    familyId: 'family',
    seatId: 'seat',
  },
  columns: ['groupId', 'meetingId', 'seatId', 'familyId'],
  ruleNeeds: needPlace,
  rule: (after, before, found, { today }) => {
    if (after.talkMinutes !== null && after.talkedOn === null) return refusal('TalkNotHeld')
    const ahead = asyncStages.find((stage) => (after[stage] ?? '') > today)
    if (ahead !== undefined)
      return refusal('DateInFuture', { field: ahead, day: after[ahead] ?? '' })
    if (before !== null) return null
    const at = found.of(meeting).find(({ id }) => id === after.meetingId)
    return refuseWrongSeat(after, found) ?? refuseCalledOff(at)
  },
})

function refuseCalledOff(at: MeetingEntry | undefined): Refusal | null {
  return at?.state === 'notHeld' ? refusal('MeetingCalledOff', { no: at.no }) : null
}

/** Two phones that note how the same member caught up with the same meeting make one record. */
export function asyncStepId(meetingId: string, seatId: string): string {
  return deriveId('asyncStep', meetingId, seatId)
}

/** GRP-34: caught up is: listened, tried, and talked with the worker. Only then "caught up later" is offered for the attendance. */
export function hasCaughtUp(step: AsyncStep | null): boolean {
  return (
    step !== null && step.listenedOn !== null && step.triedOn !== null && step.talkedOn !== null
  )
}

/** What there is to listen to for this strand. */
export function listenOf({ plan }: Pick<MeetingEntry, 'plan'>, strand: Strand): Listen | null {
  return plan[strand]?.listen ?? plan.joint?.listen ?? null
}
