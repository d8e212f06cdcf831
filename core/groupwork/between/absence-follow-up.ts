import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { needPlace, refuseWrongSeat } from '../at-meeting.ts'

export const followUpWays = ['phone', 'wechat', 'visit', 'viaFamily', 'viaSchool', 'other'] as const
export const followUpOutcomes = [
  'comesNext',
  'catchesUp',
  'notReached',
  'wantsToLeave',
  'toCasework',
  'other',
] as const

const absenceFollowUpShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  seatId: z.uuid(),
  way: z.enum(followUpWays),
  on: dayShape,
  outcome: z.enum(followUpOutcomes).nullable().default(null),
  words: z.string().max(600).default(''),
})
export type AbsenceFollowUp = z.infer<typeof absenceFollowUpShape>
export type AbsenceFollowUpEntry = AbsenceFollowUp & { readonly id: string }

/** That somebody was asked after who had not come. Whether it is needed follows from the attendance and is never stored. */
export const absenceFollowUp = defineKind({
  name: 'absenceFollowUp',
  room: 'groupwork',
  shape: absenceFollowUpShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['words'],
  bound: [['way', 'on', 'outcome']],
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
    if (after.on > today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return before === null ? refuseWrongSeat(after, found) : null
  },
})

/** Two phones that ask after the same absence make one record. */
export function absenceFollowUpId(meetingId: string, seatId: string): string {
  return deriveId('absenceFollowUp', meetingId, seatId)
}
