import { latestSubmission, stateOfReview } from '../../assessment/review/review-state.ts'
import type { Submission } from '../../assessment/review/review-shape.ts'
import { type Day, daysBetween } from '../../kit/dates.ts'
import type { SupervisionQuestion } from './supervision-question.ts'
import {
  listActionsDue,
  listSignatures,
  type SupervisionRecordEntry,
} from './supervision-record.ts'

/** So many days ahead a task or a supervision is named. */
export const supervisionDaysAhead = 3

export interface SupervisionDue {
  readonly key: string
  readonly what: 'action' | 'sign' | 'meeting' | 'waiting' | 'returned' | 'questions'
  /** Of the record or of the review; of questions, of the oldest. */
  readonly id: string
  readonly words: string
  /** How many questions wait; 1 of all else. */
  readonly count: number
  readonly on: Day | null
  /** Negative when overdue; null without a day. */
  readonly inDays: number | null
}

type Question = Pick<SupervisionQuestion, 'parties' | 'on' | 'takenUpIn'> & { readonly id: string }

export interface ReviewToLookAt {
  readonly id: string
  readonly submissions: Readonly<Record<string, Submission>>
  /** Whether this person may decide on it. */
  readonly decides: boolean
}

/**
 * SUP-8: what supervision asks of one person: reviews to decide on that are not their own, own texts that were given back, records to
 * sign, tasks agreed, the next supervision, and for a supervisor the questions that nobody has taken up, counted. Soonest first.
 */
export function listSupervisionDue(all: {
  readonly staffId: string
  readonly today: Day
  readonly records: readonly SupervisionRecordEntry[]
  readonly reviews: readonly ReviewToLookAt[]
  readonly questions: readonly Question[]
}): readonly SupervisionDue[] {
  const { staffId, today, records } = all
  const make = (
    what: SupervisionDue['what'],
    id: string,
    on: Day | null,
    part: { readonly key?: string; readonly words?: string; readonly count?: number } = {},
  ): SupervisionDue => ({
    ...{ what, id, on, words: part.words ?? '', count: part.count ?? 1 },
    key: `${what}:${id}:${part.key ?? ''}`,
    inDays: on === null ? null : daysBetween(today, on),
  })
  const reviewed = all.reviews.flatMap((review) => reviewDue(review, staffId, make))
  const actions = listActionsDue(records, staffId)
    .filter(({ dueOn }) => dueOn === null || daysBetween(today, dueOn) <= supervisionDaysAhead)
    .map(({ recordId, key, what, dueOn }) => make('action', recordId, dueOn, { key, words: what }))
  const unsigned = records
    .filter((its) =>
      listSignatures(its).some(
        (one) => one.staffId === staffId && (one.on === null || one.changedSince),
      ),
    )
    .map(({ id, on }) => make('sign', id, on))
  const asked = all.questions
    .filter(({ parties, takenUpIn }) => takenUpIn === null && parties[staffId] === 'supervisor')
    .toSorted((left, right) => left.on.localeCompare(right.on))
  const [oldest] = asked
  const questions =
    oldest === undefined ? [] : [make('questions', oldest.id, oldest.on, { count: asked.length })]
  return [
    ...[...reviewed, ...unsigned, ...actions],
    ...[...meetingsDue(all, make), ...questions],
  ].toSorted((left, right) => (left.on ?? '9999').localeCompare(right.on ?? '9999'))
}

type Make = (what: SupervisionDue['what'], id: string, on: Day | null) => SupervisionDue

function reviewDue(review: ReviewToLookAt, staffId: string, make: Make): readonly SupervisionDue[] {
  const last = latestSubmission(review)
  const own = last?.byId === staffId
  switch (stateOfReview(review)) {
    case 'waiting':
      return review.decides && !own ? [make('waiting', review.id, last?.on ?? null)] : []
    case 'returned':
      return own ? [make('returned', review.id, last.decidedOn)] : []
    case 'none':
    case 'approved':
      return []
  }
}

/** The day agreed for the next time, unless the same people have met since. */
function meetingsDue(
  { records, today }: Parameters<typeof listSupervisionDue>[0],
  make: Make,
): readonly SupervisionDue[] {
  const sides = ({ parties }: SupervisionRecordEntry) => Object.keys(parties).sort().join()
  return records.flatMap((its) => {
    const met = records.some((other) => other.on > its.on && sides(other) === sides(its))
    return its.nextOn !== null && !met && daysBetween(today, its.nextOn) <= supervisionDaysAhead
      ? [make('meeting', its.id, its.nextOn)]
      : []
  })
}
