import { z } from 'zod'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { meeting } from './meeting.ts'

export const workParts = ['prepare', 'run', 'record', 'followUp'] as const
export type WorkPart = (typeof workParts)[number]

const minutes = z.number().int().min(0).max(1440).default(0)

const meetingWorkShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  staffId: z.uuid(),
  prepare: minutes,
  run: minutes,
  record: minutes,
  followUp: minutes,
})
export type MeetingWork = z.infer<typeof meetingWorkShape>
export type MeetingWorkEntry = MeetingWork & { readonly id: string }

/** What one colleague's work on one meeting took, in minutes; everybody writes their own. */
export const meetingWork = defineKind({
  name: 'meetingWork',
  room: 'groupwork',
  shape: meetingWorkShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  guarded: ['meetingId', 'groupId', 'staffId'],
  references: { meetingId: 'meeting', groupId: 'supportGroup', staffId: 'staff' },
  columns: ['groupId', 'meetingId', 'staffId'],
  ruleNeeds: (after) => [{ kind: 'meeting', where: { id: after.meetingId } }],
  rule: (after, _before, found, { actor }) => {
    if (after.staffId !== actor.staffId) return refusal('WorkOfSomebodyElse')
    const at = found.of(meeting).find(({ id }) => id === after.meetingId)
    return at?.groupId === after.groupId ? null : refusal('MeetingOfOtherGroup')
  },
})

export function meetingWorkId(meetingId: string, staffId: string): string {
  return deriveId('meetingWork', meetingId, staffId)
}

export interface WorkCount extends Readonly<Record<WorkPart, number>> {
  readonly total: number
}

/** GRP-46: minutes of work by part, and all together. What nobody has written is not estimated. */
export function countWork(rows: readonly MeetingWork[]): WorkCount {
  const sum = (part: WorkPart) => rows.reduce((all, row) => all + row[part], 0)
  const [prepare, run, record, followUp] = [
    sum('prepare'),
    sum('run'),
    sum('record'),
    sum('followUp'),
  ]
  return { prepare, run, record, followUp, total: prepare + run + record + followUp }
}
