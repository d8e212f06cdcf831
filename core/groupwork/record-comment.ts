import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { meetingRecord } from './meeting-record.ts'

/** The parts of a process record, in the order in which it is read. */
export const recordParts = [
  'differences',
  'keyEvents',
  'goals',
  'dynamics',
  'reflection',
  'next',
] as const
export type RecordPartName = (typeof recordParts)[number]

const recordCommentShape = z.strictObject({
  groupId: z.uuid(),
  recordId: z.uuid(),
  part: z.enum(recordParts),
  words: z.string().trim().min(1).max(2000),
  by: z.uuid(),
  on: dayShape,
  answer: z.string().max(2000).default(''),
  settled: z.boolean().default(false),
})
export type RecordComment = z.infer<typeof recordCommentShape>

/** What the supervisor says beside a paragraph of the process record, and what the worker answers. */
export const recordComment = defineKind({
  name: 'recordComment',
  room: 'groupwork',
  shape: recordCommentShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: ['words', 'answer'],
  guarded: ['groupId', 'recordId', 'part', 'words', 'by', 'on'],
  references: { groupId: 'supportGroup', recordId: 'meetingRecord', by: 'staff' },
  columns: ['groupId', 'recordId', 'by'],
  ruleNeeds: (after) => [{ kind: 'meetingRecord', where: { id: after.recordId } }],
  rule: (after, before, found, { actor, today }) => {
    if (before !== null) return null
    if (after.by !== actor.staffId) return refusal('CommentOfSomebodyElse')
    if (after.on > today) return refusal('DateInFuture', { field: 'on', day: after.on })
    const its = found.of(meetingRecord).find(({ id }) => id === after.recordId)
    return its?.groupId === after.groupId ? null : refusal('CommentWithoutRecord')
  },
})
