import type { StartOfGroup } from '../../evaluation/describe-start.ts'
import type { Known } from '../../evaluation/evaluation-records.ts'
import type { Consent } from '../../families/consent.ts'
import type { Person } from '../../families/person.ts'
import type { AttendanceEntry } from '../../groupwork/attendance.ts'
import type { AbsenceFollowUpEntry } from '../../groupwork/between/absence-follow-up.ts'
import type { HomeTaskReturnEntry } from '../../groupwork/between/home-task-return.ts'
import type { KnownPair } from '../../groupwork/kept-seats.ts'
import type { MeetingRecordEntry } from '../../groupwork/meeting-record.ts'
import type { MeetingWork } from '../../groupwork/meeting-work.ts'
import type { MemberMarkEntry } from '../../groupwork/members/member-mark.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { GroupGoalEntry } from '../../groupwork/planning/group-goal.ts'
import type { GroupPlan } from '../../groupwork/planning/group-plan.ts'
import type { Programme } from '../../groupwork/programme.ts'
import type { ObserverTicksEntry } from '../../groupwork/ratings/observer-ticks.ts'
import type { PairRatingEntry } from '../../groupwork/ratings/pair-rating.ts'
import type { RecordComment } from '../../groupwork/record-comment.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { PlanStrand } from '../../groupwork/strand.ts'
import type { SupportGroup } from '../../groupwork/support-group.ts'
import type { ListedSource } from '../../inquiry/evidence/list-sources.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Day } from '../../kit/dates.ts'
import type { SatisfactionAnswers } from '../summary-input.ts'
import type { GroupOnPaper } from '../describe-group.ts'
import type { FamilyOnPaper } from './family-on-paper.ts'
import type { PaperTexts } from './paper-forms.ts'

/** The group's own records, and what the paper is about. */
export interface GroupPaperInput extends GroupOnPaper {
  readonly group: Known<SupportGroup>
  readonly programme: Programme | null
  readonly staff: readonly {
    readonly id: string
    readonly name: string
    readonly clearanceCheckedOn: Day | null
  }[]
  /** What is written down of the plan; null while nobody has begun it. */
  readonly plan: GroupPlan | null
  readonly goals: readonly GroupGoalEntry[]
  /** What the plan cites, in the order of a reference list. Read for the plan only. */
  readonly sources: readonly ListedSource[]
  /** Who of the supervisors has seen the plan; empty while nobody has. */
  readonly seenBy: string
  readonly waves: readonly Known<Wave>[]
  /** Counted from the families' files for the plan only; `closed` to whoever may not read these files. */
  readonly start: StartOfGroup | 'closed' | null
  readonly meetings: readonly MeetingEntry[]
  readonly seats: readonly SeatEntry[]
  readonly attendance: readonly AttendanceEntry[]
  readonly marks: readonly MemberMarkEntry[]
  /** Read for process records only, as are observers' ticks. */
  readonly pairRatings: readonly PairRatingEntry[]
  readonly observerTicks: readonly ObserverTicksEntry[]
  readonly taskReturns: readonly HomeTaskReturnEntry[]
  readonly followUps: readonly AbsenceFollowUpEntry[]
  readonly work: readonly MeetingWork[]
  readonly meetingRecords: readonly MeetingRecordEntry[]
  readonly families: readonly { readonly id: string; readonly code: string }[]
  /** Who is whose mother or father, as far as whoever makes the paper may know it. */
  readonly pairs: readonly KnownPair[]
  /** Recorded names of the group's families, to be hidden: read for papers by code only. */
  readonly people: readonly Pick<Known<Person>, 'familyId' | 'name'>[]
  /** The meeting that the paper is about; null where the paper is about the group. */
  readonly meeting: MeetingEntry | null
  readonly strand: PlanStrand | null
  /** The member whom the paper is about. */
  readonly seat: SeatEntry | null
  /** The file of the family whom the paper is about; null where it is about none: it is not even opened then. */
  readonly file: FamilyOnPaper | null
  /** Read for the sheet and tally only. */
  readonly satisfaction: SatisfactionAnswers
  /** Read for the ledger of photographs only. */
  readonly photoConsents: readonly Known<Consent>[]
  /** What the supervisor said beside process records. */
  readonly comments: readonly RecordComment[]
  readonly notice: {
    readonly version: string
    readonly purposes: readonly { readonly title: string; readonly paragraphs: readonly string[] }[]
  }
  readonly texts: PaperTexts
  readonly madeBy: string
}
