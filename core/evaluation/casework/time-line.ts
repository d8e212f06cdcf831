import type { LifeFact } from '../../assessment/drawing/facts/life-fact.ts'
import type { GoalEntry } from '../../assessment/goals/goal.ts'
import type { GoalRatingEntry } from '../../assessment/goals/goal-rating.ts'
import type { GoalReviewEntry } from '../../assessment/goals/goal-review.ts'
import type { ServicePlanEntry } from '../../assessment/plan/plan-shape.ts'
import type { PairProfileEntry } from '../../assessment/profile/profile-shape.ts'
import type { CaseConferenceEntry } from '../../casework/case-conference.ts'
import type { CaseContactEntry } from '../../casework/case-contact.ts'
import type { CaseFollowUpEntry } from '../../casework/case-follow-up.ts'
import type { CaseFileEntry, CloseReason, CaseDecision } from '../../casework/case-shape.ts'
import type { TransferEntry } from '../../casework/transfer/transfer-shape.ts'
import type { ContactEntry } from '../../contact/contact-entry.ts'
import type { ContactMatch } from '../../contact/contact-match.ts'
import type { Guardianship } from '../../families/guardianship.ts'
import type { Migration } from '../../families/migration.ts'
import type { Pair } from '../../families/pair.ts'
import type { AttendanceEntry, PresenceMode } from '../../groupwork/attendance.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { HomeVisitEntry } from '../../inquiry/observation/home-visit.ts'
import type { Words } from '../../inquiry/words.ts'
import type { Day } from '../../kit/dates.ts'
import type { Known } from '../evaluation-records.ts'

/** All of one family, or more: what is about others is passed over. */
export interface CaseRecords {
  readonly pairs: readonly Known<Pair>[]
  readonly contacts: readonly CaseContactEntry[]
  readonly followUps: readonly CaseFollowUpEntry[]
  readonly conferences: readonly CaseConferenceEntry[]
  readonly transfers: readonly TransferEntry[]
  readonly visits: readonly HomeVisitEntry[]
  readonly contactEntries: readonly Known<ContactEntry>[]
  readonly contactMatches: readonly ContactMatch[]
  readonly migrations: readonly Known<Migration>[]
  readonly guardianships: readonly Known<Guardianship>[]
  readonly lifeFacts: readonly Known<LifeFact>[]
  readonly profiles: readonly PairProfileEntry[]
  readonly plans: readonly ServicePlanEntry[]
  readonly goals: readonly GoalEntry[]
  readonly ratings: readonly GoalRatingEntry[]
  readonly reviews: readonly GoalReviewEntry[]
  readonly seats: readonly SeatEntry[]
  readonly meetings: readonly MeetingEntry[]
  readonly attendance: readonly AttendanceEntry[]
  readonly sheets: readonly Known<AnswerSheet>[]
  readonly instruments: readonly { readonly id: string; readonly title: Words }[]
  readonly waves: readonly { readonly id: string; readonly opensOn: Day }[]
}

export const lineKinds = [
  'caseContact',
  'caseConference',
  'homeVisit',
  'meeting',
  'contactLog',
  'measurement',
  'lifeEvent',
  'goalReview',
  'followUp',
  'milestone',
] as const
export type LineKind = (typeof lineKinds)[number]

export type Milestone =
  | { readonly what: 'opened' | 'closed' | 'profile' | 'plan' }
  | { readonly what: 'decided'; readonly decision: CaseDecision }
  | { readonly what: 'closeAsked'; readonly reason: CloseReason }
  | { readonly what: 'reopened'; readonly reason: string }
  | {
      readonly what: 'transfer'
      readonly step: 'handed' | 'accepted' | 'declined' | 'revoked'
      readonly receiver: string
    }

type About =
  | { readonly kind: 'caseContact'; readonly contact: CaseContactEntry }
  | { readonly kind: 'caseConference'; readonly conference: CaseConferenceEntry }
  | { readonly kind: 'homeVisit'; readonly visit: HomeVisitEntry }
  | {
      readonly kind: 'meeting'
      readonly meetingId: string
      readonly no: number
      readonly name: string
      readonly presence: PresenceMode
    }
  | { readonly kind: 'contactLog'; readonly entry: Known<ContactEntry> }
  | {
      readonly kind: 'measurement'
      readonly sheetId: string
      readonly respondentId: string
      readonly title: Words
    }
  | {
      readonly kind: 'lifeEvent'
      readonly what: 'left' | 'back'
      readonly personId: string
      readonly place: string
    }
  | {
      readonly kind: 'lifeEvent'
      readonly what: 'careBegan' | 'careEnded'
      readonly as: Guardianship['kind']
      readonly personId: string
    }
  | {
      readonly kind: 'lifeEvent'
      readonly what: 'born' | 'died'
      readonly personId: string
    }
  | {
      readonly kind: 'goalReview'
      readonly goal: string
      readonly level: number | null
      readonly words: string
      readonly by: 'rating' | 'review'
    }
  | { readonly kind: 'followUp'; readonly followUp: CaseFollowUpEntry }
  | { readonly kind: 'milestone'; readonly milestone: Milestone }

/** One thing on its day; `key` is its own within the line. */
export type LineItem = { readonly key: string; readonly on: Day } & About

/** Whose line it is: the case, the persons in it and the pairs it is about. */
export interface LineSubject {
  readonly its: CaseFileEntry
  readonly personIds: ReadonlySet<string>
  readonly pairIds: ReadonlySet<string>
}
