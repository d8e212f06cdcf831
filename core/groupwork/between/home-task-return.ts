import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { needPlace, refuseTooEarly, refuseWrongSeat } from '../at-meeting.ts'

export const taskStates = ['done', 'partly', 'notDone'] as const
export type TaskState = (typeof taskStates)[number]
/** Who says so: the worker who asked, or the family itself through its own page. */
export const taskTellers = ['worker', 'family'] as const

const homeTaskReturnShape = z.strictObject({
  /** The meeting at which the task was given. */
  meetingId: z.uuid(),
  groupId: z.uuid(),
  familyId: z.uuid(),
  seatId: z.uuid(),
  state: z.enum(taskStates),
  toldBy: z.enum(taskTellers).default('worker'),
  toldOn: dayShape,
  /** What the member said about it, word for word. */
  words: z.string().max(400).default(''),
})
export type HomeTaskReturn = z.infer<typeof homeTaskReturnShape>
export type HomeTaskReturnEntry = HomeTaskReturn & { readonly id: string }

/** What became of a home task for one member. The task itself is in the meeting's plan and record and is not copied. */
export const homeTaskReturn = defineKind({
  name: 'homeTaskReturn',
  room: 'groupwork',
  shape: homeTaskReturnShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['words'],
  bound: [['state', 'toldBy', 'toldOn']],
  guarded: ['meetingId', 'groupId', 'familyId', 'seatId'],
  references: {
    meetingId: 'meeting',
    groupId: 'supportGroup',
    familyId: 'family',
    seatId: 'seat',
  },
  columns: ['groupId', 'meetingId', 'seatId', 'familyId', 'state'],
  ruleNeeds: needPlace,
  rule: (after, before, found, { today }) => {
    if (after.toldOn > today) return refusal('DateInFuture', { field: 'toldOn', day: after.toldOn })
    return before === null
      ? (refuseWrongSeat(after, found) ?? refuseTooEarly(after, found, today, 'state'))
      : null
  },
})

/** Two phones that ask the same member about the same task make one return. */
export function homeTaskReturnId(meetingId: string, seatId: string): string {
  return deriveId('homeTaskReturn', meetingId, seatId)
}
