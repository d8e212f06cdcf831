// The plans of the sample's groups (form-F3): words, goals with their meetings, budget, and the supervisor's word on it.
import { groupGoal } from '../../core/groupwork/planning/group-goal.ts'
import { groupPlan, groupPlanId } from '../../core/groupwork/planning/group-plan.ts'
import type { MeetingEntry } from '../../core/groupwork/meeting.ts'
import { shippedSourceId } from '../../core/inquiry/evidence/shipped-source.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import type { SampleLife } from './sample-life-shapes.ts'

const fenPerYuan = 100

export function draftPlan(
  { plan, goals }: SampleLife,
  groupId: string,
  meetings: readonly MeetingEntry[],
  ground: SampleGround,
): SampleDraft[] {
  const idOfMeeting = (no: number): string => {
    const found = meetings.find((one) => one.no === no)
    if (found === undefined) throw new Error(`content/sample: the programme has no meeting ${no}`)
    return found.id
  }
  const { seen, opinion, away, budget, evidence, ...words } = plan
  const recordId = groupPlanId(groupId)
  const lines = budget.map(
    ([item, quantity, yuan, source], nth) =>
      [
        `line${nth + 1}`,
        { item, quantity, unitPrice: Math.round(yuan * fenPerYuan), source },
      ] as const,
  )
  return [
    create(groupPlan, recordId, {
      ...words,
      groupId,
      evidenceIds: evidence.map(shippedSourceId),
      budget: Object.fromEntries(lines),
      away: Object.fromEntries(away.map(({ no, who }) => [idOfMeeting(no), [ground.staff[who]]])),
    }),
    ...goals.map(({ meetings: nos, ...goal }, nth) =>
      create(groupGoal, ground.idOf('group goal', groupId, String(nth)), {
        ...goal,
        groupId,
        meetingIds: nos.map(idOfMeeting),
      }),
    ),
    {
      kind: groupPlan,
      recordId,
      verb: 'markSeen',
      input: { opinion },
      staffId: ground.staff.supervisor,
      on: ground.daysAgo(seen),
    },
  ]
}
