import type { MeetingRecordEntry } from '../groupwork/meeting-record.ts'
import type { MeetingEntry } from '../groupwork/meeting.ts'
import type { GroupPlan } from '../groupwork/planning/group-plan.ts'
import type { PlanStrand } from '../groupwork/strand.ts'
import type { SupportGroup } from '../groupwork/support-group.ts'
import type { Day } from '../kit/dates.ts'
import type { Known } from './evaluation-records.ts'
import type { May } from './may.ts'

/** A record that was handed in and that no supervisor has read. */
export interface UnseenRecord {
  readonly recordId: string
  readonly meetingId: string
  readonly groupTitle: string
  readonly no: number
  readonly strand: PlanStrand
  readonly submittedOn: Day | null
}

/** A plan that no supervisor has read. */
export interface UnseenPlan {
  readonly groupId: string
  readonly title: string
}

interface UnseenFacts {
  readonly may: May
  readonly groups: readonly Known<Pick<SupportGroup, 'title' | 'state'>>[]
  readonly meetings: readonly MeetingEntry[]
  readonly meetingRecords: readonly MeetingRecordEntry[]
  readonly groupPlans: readonly Known<Pick<GroupPlan, 'groupId' | 'seenOn'>>[]
}

/** GRP-48: for whoever may say that they have read it, the one handed in first comes first. */
export function listUnseenRecords(facts: UnseenFacts): readonly UnseenRecord[] {
  const titles = new Map(facts.groups.map(({ id, title }) => [id, title]))
  const meetings = new Map(facts.meetings.map((meeting) => [meeting.id, meeting]))
  return facts.meetingRecords
    .filter(
      ({ state, seenOn, groupId }) =>
        state === 'submitted' &&
        seenOn === null &&
        facts.may('meetingRecord', 'markSeen', `group:${groupId}`),
    )
    .flatMap(({ id, meetingId, groupId, strand, submittedOn }): UnseenRecord[] => {
      const meeting = meetings.get(meetingId)
      if (meeting === undefined) return []
      const groupTitle = titles.get(groupId) ?? ''
      return [{ recordId: id, meetingId, groupTitle, no: meeting.no, strand, submittedOn }]
    })
    .sort((left, right) => (left.submittedOn ?? '').localeCompare(right.submittedOn ?? ''))
}

/** GRP-53: of groups that are still to be held or being held. */
export function listUnseenPlans(facts: UnseenFacts): readonly UnseenPlan[] {
  const open = new Map(
    facts.groups.filter(({ state }) => state !== 'closed').map(({ id, title }) => [id, title]),
  )
  return facts.groupPlans.flatMap(({ groupId, seenOn }) => {
    const title = open.get(groupId)
    const waits = seenOn === null && facts.may('groupPlan', 'markSeen', `group:${groupId}`)
    return title === undefined || !waits ? [] : [{ groupId, title }]
  })
}
