import { z } from 'zod'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { needPlace, refuseTooEarly, refuseWrongSeat } from '../at-meeting.ts'

export const concernStates = ['none', 'open', 'talked'] as const
export const concernReasons = ['low', 'wantsToTalk', 'conflict', 'atHome', 'hurt', 'other'] as const

const fromZero = z.number().int().min(0).max(4).nullable().default(null)
/** What one member's turning to another was like. */
export const tieKinds = ['close', 'works', 'avoids', 'clash'] as const
export type TieKind = (typeof tieKinds)[number]

const tieKeyShape = z.string().regex(/^(close|works|avoids|clash):[0-9a-f-]{36}$/)

/** One of four faces, from low (1) to happy (4). */
const face = z.number().int().min(1).max(4).nullable().default(null)

const memberMarkShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  seatId: z.uuid(),
  /** 0 not at all … 4 carries others along. Null: nobody has said. */
  participation: fromZero,
  moodIn: face,
  moodOut: face,
  /** The skill on the meeting's cue card: 0 not managed … 4 by oneself and well. */
  skill: fromZero,
  /** There was no occasion to see it, which is not the same as 0. */
  skillNotSeen: z.boolean().default(false),
  concern: z.enum(concernStates).default('none'),
  concernAbout: z.enum(concernReasons).nullable().default(null),
  concernNote: z.string().max(400).default(''),
  note: z.string().max(400).default(''),
  /** To whom this member turned, and how: kind and seat. The other side's turning is in the other's own mark. */
  ties: z.record(tieKeyShape, z.literal(true)).default({}),
  /** Seen to be by themselves while others were together. */
  alone: z.boolean().default(false),
})
export type MemberMark = z.infer<typeof memberMarkShape>
export type MemberMarkEntry = MemberMark & { readonly id: string }

/** How one member was at one meeting, as the workers saw it. The family never sees it. */
export const memberMark = defineKind({
  name: 'memberMark',
  room: 'groupwork',
  shape: memberMarkShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['concern', 'concernAbout', 'concernNote', 'note', 'ties', 'alone'],
  maps: ['ties'],
  bound: [
    ['skill', 'skillNotSeen'],
    ['concern', 'concernAbout', 'concernNote'],
  ],
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
    if (after.skillNotSeen && after.skill !== null) return refusal('SkillNotSeenHasLevel')
    if (after.concern === 'none' && (after.concernAbout !== null || after.concernNote !== ''))
      return refusal('ConcernContradicts')
    if (tieKinds.some((tie) => after.ties[tieKey(tie, after.seatId)]))
      return refusal('TieToOneself')
    return before === null
      ? (refuseWrongSeat(after, found) ?? refuseTooEarly(after, found, today, 'participation'))
      : null
  },
})

/** Under which a turning to somebody is kept: two phones that saw two turnings make no conflict. */
export function tieKey(tie: TieKind, toSeatId: string): string {
  return `${tie}:${toSeatId}`
}

/** Two phones that mark the same member at the same meeting make one mark. */
export function memberMarkId(meetingId: string, seatId: string): string {
  return deriveId('memberMark', meetingId, seatId)
}
