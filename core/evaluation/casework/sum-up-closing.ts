import { listGoalPoints } from '../../assessment/goals/goal-line.ts'
import type { GoalEntry } from '../../assessment/goals/goal.ts'
import type { GoalRating } from '../../assessment/goals/goal-rating.ts'
import type { GoalReview } from '../../assessment/goals/goal-review.ts'
import type { CaseFollowUp } from '../../casework/case-follow-up.ts'
import type { CaseFileEntry } from '../../casework/case-shape.ts'
import type { Pair } from '../../families/pair.ts'
import type { Day } from '../../kit/dates.ts'

export interface ClosingRecords {
  readonly pairs: readonly (Pair & { readonly id: string })[]
  readonly goals: readonly GoalEntry[]
  readonly ratings: readonly GoalRating[]
  readonly reviews: readonly GoalReview[]
  readonly followUps: readonly CaseFollowUp[]
}

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
  }
}

/** The goals of the case's pair, or of every pair that its person is in. */
function goalsOf(its: CaseFileEntry, { goals, pairs }: ClosingRecords): readonly GoalEntry[] {
  const inCase = new Set(
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
  return goals.filter(
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
