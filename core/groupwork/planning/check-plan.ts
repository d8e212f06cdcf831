import type { Meeting, MeetingEntry } from '../meeting.ts'
import type { Session } from '../plan-shape.ts'
import { checkGoals } from './check-goals.ts'
import { checkStaffing, type Staffing } from './check-staffing.ts'
import { checkStrands } from './check-strands.ts'
import type { GroupGoalEntry } from './group-goal.ts'
import type { PlanHint } from './plan-hint.ts'

/** What the check of coverage (GRP-24, GRP-40) does not see: the goals, both strands, and the people who carry the meetings. */
export function checkPlan(
  staffing: Staffing,
  goals: readonly GroupGoalEntry[],
): readonly PlanHint[] {
  const sessions = sessionsOf(staffing.meetings)
  return [
    ...checkGoals(goals, staffing.meetings),
    ...checkStrands(sessions),
    ...checkStaffing(staffing),
  ]
}

/** The meetings that took place or will, as the sessions which a plan is checked by. */
export function sessionsOf(meetings: readonly MeetingEntry[]): readonly Session[] {
  return meetings.filter(({ state }) => state !== 'notHeld').map(sessionOf)
}

function sessionOf(meeting: Meeting): Session {
  const { no, stage, form, theme, aims, targets, indicators, risks, plan } = meeting
  return {
    ...{ no, stage, form, theme, aims, targets, indicators, risks },
    daysAfter: null,
    strands: plan,
  }
}
