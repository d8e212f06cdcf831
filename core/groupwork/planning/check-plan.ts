import type { Meeting, MeetingEntry } from '../meeting.ts'
import type { Session } from '../plan-shape.ts'
import { checkStaffing, type Staffing } from './check-staffing.ts'
import { checkStrands } from './check-strands.ts'
import type { PlanHint } from './plan-hint.ts'

/** What the check of coverage (GRP-24, GRP-40) does not see: both strands, and the people who carry the meetings. */
export function checkPlan(plan: Staffing): readonly PlanHint[] {
  return [...checkStrands(sessionsOf(plan.meetings)), ...checkStaffing(plan)]
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
