import { listGoalPoints } from '../../assessment/goals/goal-line.ts'
import type { GoalEntry } from '../../assessment/goals/goal.ts'
import type { GoalRating } from '../../assessment/goals/goal-rating.ts'
import type { GoalReview } from '../../assessment/goals/goal-review.ts'
import type { CaseFollowUp } from '../../casework/case-follow-up.ts'
import type { CaseFileEntry } from '../../casework/case-shape.ts'
import type { PairProfile } from '../../assessment/profile/profile-shape.ts'
import type { ServicePlan } from '../../assessment/plan/plan-shape.ts'
import type { CaseContact } from '../../casework/case-contact.ts'
import type { Pair } from '../../families/pair.ts'
import type { Day } from '../../kit/dates.ts'

export interface ClosingRecords {
  readonly pairs: readonly (Pair & { readonly id: string })[]
  readonly goals: readonly GoalEntry[]
  readonly ratings: readonly GoalRating[]
  readonly reviews: readonly GoalReview[]
  readonly followUps: readonly CaseFollowUp[]
  readonly contacts: readonly Pick<CaseContact, 'caseId'>[]
  readonly profiles: readonly Pick<PairProfile, 'pairId' | 'state'>[]
  readonly plans: readonly Pick<ServicePlan, 'pairId' | 'personId'>[]
}

/** What a case usually has before it ends, in the order of the work. */
export const closingGrounds = ['contacts', 'profile', 'goals', 'plan'] as const
export type ClosingGround = (typeof closingGrounds)[number]

export interface ClosingSummary {
  /** How many goals of the case stand where at the end. */
  readonly goals: {
    readonly reached: number
    readonly partly: number
    readonly notReached: number
    readonly unrated: number
  }
  /** Whose own words about the ending are on record. That somebody agrees is in the words: nothing else says so. */
  readonly heard: { readonly child: boolean; readonly adult: boolean }
  /** The days still ahead of whoever follows up, soonest first, and how many looks there were already. */
  readonly followUp: { readonly plannedOn: readonly Day[]; readonly done: number }
  /** What is not on record. It forbids nothing: a case may end on its first day, and then this says so. */
  readonly missing: readonly ClosingGround[]
}

const expected = 0
const lessThanExpected = -1

/** CAS-17: what a supervisor wants to know before anything else of a closing, worked out from the records and typed by nobody. */
export function sumUpClosing(its: CaseFileEntry, records: ClosingRecords): ClosingSummary {
  const levels = goalsOf(its, records).map((goal) => lastLevel(goal, its.closedOn, records))
  const count = (is: (level: number) => boolean) =>
    levels.filter((level) => level !== null && is(level)).length
  const followUps = records.followUps.filter(({ caseId }) => caseId === its.id)
  return {
    goals: {
      reached: count((level) => level >= expected),
      partly: count((level) => level === lessThanExpected),
      notReached: count((level) => level < lessThanExpected),
      unrated: levels.filter((level) => level === null).length,
    },
    heard: { child: its.childWords.trim() !== '', adult: its.adultWords.trim() !== '' },
    followUp: {
      plannedOn: followUps
        .flatMap(({ plannedOn, doneOn }) => (doneOn === null ? [plannedOn] : []))
        .toSorted(),
      done: followUps.filter(({ doneOn }) => doneOn !== null).length,
    },
    missing: listMissing(its, records),
  }
}

/** CAS-18: of contacts, a settled profile, goals and a plan those that are not there. A profile is of a pair: without one none is missed. */
function listMissing(its: CaseFileEntry, records: ClosingRecords): readonly ClosingGround[] {
  const inCase = pairsOf(its, records)
  const isThere: Readonly<Record<ClosingGround, boolean>> = {
    contacts: records.contacts.some(({ caseId }) => caseId === its.id),
    profile:
      inCase.size === 0 ||
      records.profiles.some(({ pairId, state }) => state === 'settled' && inCase.has(pairId)),
    goals: goalsOf(its, records).length > 0,
    plan: records.plans.some(
      ({ pairId, personId }) =>
        inCase.has(pairId ?? '') || (its.personId !== null && personId === its.personId),
    ),
  }
  return closingGrounds.filter((ground) => !isThere[ground])
}

/** The case's pair, or every pair that its person is in. */
function pairsOf(
  its: CaseFileEntry,
  { pairs }: Pick<ClosingRecords, 'pairs'>,
): ReadonlySet<string> {
  return new Set(
    pairs
      .filter(
        ({ id, familyId, childId, adultId }) =>
          familyId === its.familyId &&
          (its.pairId === null
            ? [childId, adultId].includes(its.personId ?? '')
            : id === its.pairId),
      )
      .map(({ id }) => id),
  )
}

function goalsOf(its: CaseFileEntry, records: ClosingRecords): readonly GoalEntry[] {
  const inCase = pairsOf(its, records)
  return records.goals.filter(
    ({ familyId, pairId }) => familyId === its.familyId && inCase.has(pairId ?? ''),
  )
}

/** As the worker saw it last, up to the end of the case: what is rated at a follow-up says nothing about the ending. */
function lastLevel(
  goal: GoalEntry,
  until: Day | null,
  { ratings, reviews }: ClosingRecords,
): number | null {
  const own = ratings.filter(({ ratedBy }) => ratedBy === 'staff')
  const points = listGoalPoints(goal, own, reviews)
  const inTime = points.filter(
    ({ on, level, of }) => level !== null && of !== 'followUp' && (until === null || on <= until),
  )
  return inTime.at(-1)?.level ?? null
}
