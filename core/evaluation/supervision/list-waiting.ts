// What waits in casework and groupwork, by whom it waits with.
import { leadingTeamRoles } from '../../access/standing.ts'
import type { GoalEntry } from '../../assessment/goals/goal.ts'
import type { GoalReview } from '../../assessment/goals/goal-review.ts'
import { listDue } from '../../assessment/plan/list-due.ts'
import type { Submission } from '../../assessment/review/review-shape.ts'
import { latestSubmission, stateOfReview } from '../../assessment/review/review-state.ts'
import { type CaseFileEntry, stateOfCase } from '../../casework/case-shape.ts'
import { type CaseDue, listCasesDue } from '../../casework/list-cases-due.ts'
import type { CaseConferenceEntry } from '../../casework/case-conference.ts'
import type { CaseFacts } from '../../casework/stage-of-case.ts'
import type { Transfer } from '../../casework/transfer/transfer-shape.ts'
import type { Family } from '../../families/family.ts'
import type { MeetingRecordEntry } from '../../groupwork/meeting-record.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import { recordsOverdue } from '../../groupwork/records-due.ts'
import type { SupportGroup } from '../../groupwork/support-group.ts'
import type { HomeVisitEntry } from '../../inquiry/observation/home-visit.ts'
import { addDays, type Day, daysBetween } from '../../kit/dates.ts'
import { groupedBy } from '../../kit/grouped-by.ts'
import type { Known } from '../evaluation-records.ts'
import type { WaveItem } from '../list-waves-open.ts'

export interface HandedIn {
  readonly id: string
  readonly subjectKind: 'servicePlan' | 'caseFile' | 'groupPlan' | 'transfer'
  readonly subjectId: string
  readonly familyId: string | null
  readonly groupId: string | null
  readonly submissions: Readonly<Record<string, Submission>>
}

/** What is overdue of goals and plans (GOA-6). */
const overdueAims = ['goalReview', 'goalEnds', 'action', 'planReview'] as const
type OverdueAim = (typeof overdueAims)[number]

export type WaitingSort =
  | 'review'
  | 'record'
  | 'wave'
  | OverdueAim
  | Exclude<CaseDue['what'], 'closing'>

/** One thing that waits: what, since when, and where it is found. */
export interface Waiting {
  readonly key: string
  readonly what: WaitingSort
  readonly since: Day
  readonly days: number
  readonly subjectKind: HandedIn['subjectKind'] | null
  readonly subjectId: string
  readonly familyId: string | null
  readonly groupId: string | null
}

export interface WaitingRecords {
  readonly today: Day
  readonly cases: readonly CaseFileEntry[]
  readonly conferences: readonly CaseConferenceEntry[]
  readonly visits: readonly HomeVisitEntry[]
  readonly transfers: readonly Known<Pick<Transfer, 'state'>>[]
  readonly groups: readonly Known<Pick<SupportGroup, 'title' | 'team' | 'state'>>[]
  readonly meetings: readonly MeetingEntry[]
  readonly meetingRecords: readonly MeetingRecordEntry[]
  /** Reviews of families' texts and of groups' plans. */
  readonly reviews: readonly HandedIn[]
  readonly goals: readonly GoalEntry[]
  readonly goalReviews: readonly GoalReview[]
  readonly families: readonly Known<Pick<Family, 'staff' | 'state'>>[]
  /** Of groups, as `listWavesOverdue` finds them. */
  readonly wavesOverdue: readonly Pick<WaveItem, 'waveId' | 'groupId' | 'dueOn'>[]
}

/** What waits, by whom it waits for. */
export function listWaiting(
  records: WaitingRecords,
  byFamily: ReadonlyMap<string, CaseFacts>,
): ReadonlyMap<string, readonly Waiting[]> {
  const byStaff = new Map<string, Waiting[]>()
  const add = (staffId: string, waiting: Waiting) =>
    byStaff.set(staffId, [...(byStaff.get(staffId) ?? []), waiting])
  for (const one of casesWaiting(records, byFamily)) add(one.staffId, one.waiting)
  for (const one of reviewsWaiting(records)) add(one.staffId, one.waiting)
  for (const one of recordsWaiting(records)) add(one.staffId, one.waiting)
  for (const one of wavesWaiting(records)) add(one.staffId, one.waiting)
  const plans = [...byFamily.values()].flatMap((facts) => facts.plans)
  for (const one of aimsWaiting(records, plans)) add(one.staffId, one.waiting)
  return byStaff
}

interface Assigned {
  readonly staffId: string
  readonly waiting: Waiting
}

/** CAS-8 with what is overdue today, family by family; closings wait with the reviews. */
function casesWaiting(
  { cases, conferences, visits, today }: WaitingRecords,
  byFamily: ReadonlyMap<string, CaseFacts>,
): readonly Assigned[] {
  const [conferencesOf, visitsOf] = [ofFamilies(conferences), ofFamilies(visits)]
  return cases.flatMap((its) => {
    const { contacts, followUps } = byFamily.get(its.familyId) ?? nothing
    const due = listCasesDue({
      ...{ cases: [its], contacts, followUps, today, approves: () => false },
      conferences: conferencesOf.get(its.familyId) ?? [],
      visits: visitsOf.get(its.familyId) ?? [],
    })
    return due.flatMap(({ key, what, caseId, familyId, on, inDays }): readonly Assigned[] =>
      // CAS-16: a risk waits from the first day on.
      (inDays >= 0 && what !== 'risk') || what === 'closing'
        ? []
        : [
            {
              staffId: its.workerId,
              waiting: {
                ...{ key, what, since: on, days: Math.max(0, -inDays), subjectKind: 'caseFile' },
                ...{ subjectId: caseId, familyId, groupId: null },
              },
            },
          ],
    )
  })
}

/** Handed in and not decided on: the time runs for the supervisor, it is shown with whoever waits. */
function reviewsWaiting({ reviews, cases, transfers, today }: WaitingRecords): readonly Assigned[] {
  const handedIn = reviews.flatMap((review): readonly Assigned[] => {
    const last = latestSubmission(review)
    if (last === null || stateOfReview(review) !== 'waiting') return []
    const its = cases.find(({ id }) => id === review.subjectId)
    // A closing may have been decided on the case itself, a referral on its own page, or taken back.
    if (its !== undefined && stateOfCase(its) !== 'closing') return []
    const handed = transfers.find(({ id }) => id === review.subjectId)
    if (handed !== undefined && handed.state !== 'asked') return []
    return [{ staffId: last.byId, waiting: waitingReview(review, last.on, today) }]
  })
  const named = new Set(handedIn.map(({ waiting }) => waiting.subjectId))
  const askedOnCase = cases.flatMap((its): readonly Assigned[] =>
    stateOfCase(its) !== 'closing' || its.closeAskedOn === null || named.has(its.id)
      ? []
      : [
          {
            staffId: its.closeAskedById ?? its.workerId,
            waiting: waitingReview(
              {
                ...{ id: its.id, subjectKind: 'caseFile', subjectId: its.id },
                ...{ familyId: its.familyId, groupId: null },
              },
              its.closeAskedOn,
              today,
            ),
          },
        ],
  )
  return [...handedIn, ...askedOnCase]
}

function waitingReview(
  { id, subjectKind, subjectId, familyId, groupId }: Omit<HandedIn, 'submissions'>,
  since: Day,
  today: Day,
): Waiting {
  return {
    ...{ key: `review:${id}`, what: 'review', since, days: Math.max(0, daysBetween(since, today)) },
    ...{ subjectKind, subjectId, familyId, groupId },
  }
}

/** GOA-6 with whoever serves the family: goals, actions and reviews of plans whose day has gone by. */
function aimsWaiting(
  { goals, goalReviews, families, today }: WaitingRecords,
  plans: CaseFacts['plans'],
): readonly Assigned[] {
  const servedBy = new Map(
    families.flatMap(({ id, staff, state }) => (state === 'open' ? [[id, staff] as const] : [])),
  )
  const due = listDue({
    ...{ today, goals, reviews: goalReviews, plans },
    // Whether a supervisor has seen a plan waits with the supervisor, not with the worker.
    ...{ supervises: () => false, inReview: () => true },
  })
  return due.flatMap(({ what, key, familyId, inDays }): readonly Assigned[] => {
    const sort = overdueAims.find((one) => one === what)
    if (sort === undefined || inDays >= 0) return []
    const waiting: Waiting = {
      ...{ key, what: sort, since: addDays(today, inDays), days: -inDays },
      ...{ subjectKind: null, subjectId: familyId, familyId, groupId: null },
    }
    return (servedBy.get(familyId) ?? []).map((staffId) => ({ staffId, waiting }))
  })
}

/** GRP-25: with everybody who leads the group. */
function recordsWaiting(records: WaitingRecords): readonly Assigned[] {
  const { meetings, meetingRecords, today } = records
  const leadersOf = leadersByGroup(records)
  return recordsOverdue(meetings, meetingRecords, today).flatMap(
    ({ meeting, strand, dueOn, daysLate }) =>
      leadersOf(meeting.groupId).map((staffId) => ({
        staffId,
        waiting: {
          ...{ key: `record:${meeting.id}:${strand}`, what: 'record' as const, since: dueOn },
          ...{ days: daysLate, subjectKind: null, subjectId: meeting.id },
          ...{ familyId: null, groupId: meeting.groupId },
        },
      })),
  )
}

/** SUP-12: with everybody who leads the group. */
function wavesWaiting(records: WaitingRecords): readonly Assigned[] {
  const leadersOf = leadersByGroup(records)
  return records.wavesOverdue.flatMap(({ waveId, groupId, dueOn }) =>
    groupId === null || dueOn === null || dueOn >= records.today
      ? []
      : leadersOf(groupId).map((staffId) => ({
          staffId,
          waiting: {
            ...{ key: `wave:${waveId}`, what: 'wave' as const, since: dueOn },
            ...{ days: daysBetween(dueOn, records.today), subjectKind: null, subjectId: waveId },
            ...{ familyId: null, groupId },
          },
        })),
  )
}

function leadersByGroup({ groups }: WaitingRecords): (groupId: string) => readonly string[] {
  const teams = new Map(groups.map(({ id, team }) => [id, team]))
  return (groupId) => {
    const team = teams.get(groupId) ?? {}
    return Object.keys(team).filter((staffId) => leads(team, staffId))
  }
}

export function leads(team: SupportGroup['team'], staffId: string): boolean {
  return leadingTeamRoles.some((role) => role === team[staffId])
}

export function ofFamilies<Row extends { readonly familyId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  return groupedBy(rows, ({ familyId }) => familyId)
}

export const nothing: CaseFacts = {
  pairs: [],
  profiles: [],
  plans: [],
  contacts: [],
  ratings: [],
  followUps: [],
}
