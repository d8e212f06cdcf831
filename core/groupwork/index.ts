import type { Kind } from '../sync/kind.ts'
import { attendance } from './attendance.ts'
import { absenceFollowUp } from './between/absence-follow-up.ts'
import { asyncStep } from './between/async-step.ts'
import { homeTaskReturn } from './between/home-task-return.ts'
import { memberLine } from './members/member-line.ts'
import { memberMark } from './members/member-mark.ts'
import { meetingRecord } from './meeting-record.ts'
import { meetingWork } from './meeting-work.ts'
import { meeting } from './meeting.ts'
import { groupGoal } from './planning/group-goal.ts'
import { groupPlan } from './planning/group-plan.ts'
import { programme } from './programme.ts'
import { observerTicks } from './ratings/observer-ticks.ts'
import { pairRating } from './ratings/pair-rating.ts'
import { recordComment } from './record-comment.ts'
import { seat } from './seat.ts'
import { supportGroup } from './support-group.ts'
import { groupReview } from './supervision/group-review.ts'

export const groupworkKinds = [
  programme,
  supportGroup,
  seat,
  meeting,
  attendance,
  meetingRecord,
  memberMark,
  homeTaskReturn,
  asyncStep,
  absenceFollowUp,
  memberLine,
  recordComment,
  pairRating,
  observerTicks,
  meetingWork,
  groupGoal,
  groupPlan,
  groupReview,
] as const satisfies readonly Kind[]
