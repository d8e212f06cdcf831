import {
  latestSubmission,
  type ReviewState,
  stateOfReview,
} from '../../assessment/review/review-state.ts'
import type { Review } from '../../assessment/review/review-shape.ts'
import { type CaseFile, stateOfCase } from '../case-shape.ts'

/**
 * SUP-10: where a closing stands that was handed in. The case has the last word, wherever it was decided: what was closed was
 * approved, what was taken back waits for nobody, and what is asked for again waits even before its words are handed in anew.
 */
export function stateOfClosingReview(
  review: Pick<Review, 'submissions'> | null,
  its: CaseFile,
): ReviewState {
  const said = stateOfReview(review)
  switch (stateOfCase(its)) {
    case 'closing':
      return 'waiting'
    case 'closed':
      return said === 'none' ? 'none' : 'approved'
    case 'undecided':
    case 'waiting':
    case 'open':
    case 'notTaken':
      return said === 'waiting' ? 'none' : said
  }
}

/** SUP-10: the closings that lie before a supervisor: with a version that nobody has decided on. */
export function listHandedIn(
  reviews: readonly Pick<Review, 'subjectId' | 'submissions'>[],
): ReadonlySet<string> {
  return new Set(
    reviews.filter((one) => stateOfReview(one) === 'waiting').map(({ subjectId }) => subjectId),
  )
}

/** SUP-10: the newest version was given back, and then it was approved on the case itself: that it came back is history. */
export function isOvertaken(
  review: Pick<Review, 'submissions'>,
  no: number,
  state: ReviewState,
): boolean {
  const last = latestSubmission(review)
  return state === 'approved' && last?.no === no && last.outcome === 'returned'
}
