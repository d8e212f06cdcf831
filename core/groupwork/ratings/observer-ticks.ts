import { z } from 'zod'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { meeting } from '../meeting.ts'
import { learningProcessShape } from '../plan-shape.ts'
import { planStrandShape, type PlanStrand } from '../strand.ts'

export const fidelityAnswers = ['yes', 'partly', 'no'] as const
export type FidelityAnswer = (typeof fidelityAnswers)[number]

const observerTicksShape = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  strand: planStrandShape,
  observerId: z.uuid(),
  fidelity: z.partialRecord(learningProcessShape, z.enum(fidelityAnswers)).default({}),
})
export type ObserverTicks = z.infer<typeof observerTicksShape>
export type ObserverTicksEntry = ObserverTicks & { readonly id: string }

/** Whether the theory was at work, as somebody saw it who did not lead. The leader's own answer is in the process record. */
export const observerTicks = defineKind({
  name: 'observerTicks',
  room: 'groupwork',
  shape: observerTicksShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  maps: ['fidelity'],
  guarded: ['meetingId', 'groupId', 'strand', 'observerId'],
  references: { meetingId: 'meeting', groupId: 'supportGroup', observerId: 'staff' },
  columns: ['groupId', 'meetingId', 'observerId'],
  ruleNeeds: (after) => [{ kind: 'meeting', where: { id: after.meetingId } }],
  rule: (after, _before, found, { actor }) => {
    if (after.observerId !== actor.staffId) return refusal('RatingOfSomebodyElse')
    const at = found.of(meeting).find(({ id }) => id === after.meetingId)
    return at?.groupId === after.groupId ? null : refusal('MeetingOfOtherGroup')
  },
})

export function observerTicksId(meetingId: string, strand: PlanStrand, observerId: string): string {
  return deriveId('observerTicks', meetingId, strand, observerId)
}
