import type { Review } from '../../../core/assessment/review/review-shape.ts'
import { latestSubmission, stateOfReview } from '../../../core/assessment/review/review-state.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { stateOfCase } from '../../../core/casework/case-shape.ts'
import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import { stateOfClosingReview } from '../../../core/casework/supervision/state-of-closing-review.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { groupReview } from '../../../core/groupwork/supervision/group-review.ts'
import { text } from '../../kit/index.ts'
import { type LocalRecord, useRecords } from '../../sync/index.ts'
import { useSubjectNames } from '../use-case.ts'
import type { ReviewedKind } from './use-review.ts'

export interface OpenReview {
  readonly review: LocalRecord<Review>
  readonly state: 'waiting' | 'returned'
  readonly subjectKind: ReviewedKind
  readonly about: string
}

/** What waits for a supervisor or was given back, as far as this person sees it; the longest waiting first. */
export function useOpenReviews(): readonly OpenReview[] {
  const files = useRecords(fileReview)
  const groups = useRecords(groupReview)
  const plans = useRecords(servicePlan)
  const cases = useRecords(caseFile)
  const transfers = useRecords(transfer)
  const supportGroups = useRecords(supportGroup)
  const nameOf = useSubjectNames()
  const ofFiles = files.flatMap((review): readonly OpenReview[] => {
    const { subjectKind, subjectId } = review
    const plan = plans.find(({ id }) => id === subjectId)
    const its = cases.find(({ id }) => id === subjectId)
    const state = its === undefined ? stateOfReview(review) : stateOfClosingReview(review, its)
    if (state !== 'waiting' && state !== 'returned') return []
    const handed = transfers.find(({ id }) => id === subjectId)
    // Nor a referral that was decided on its own page, or taken back.
    const awaited = state === 'waiting' ? 'asked' : 'drafted'
    if (handed !== undefined && handed.state !== awaited) return []
    if (handed !== undefined)
      return [
        { review, state, subjectKind, about: text('transfer:to', { name: handed.receiverOrg }) },
      ]
    const subject = plan ?? its
    const whole = subject?.pairId === null && subject.personId === null
    const about =
      subject === undefined ? '' : whole ? text('supervision:record.kind.family') : nameOf(subject)
    return [{ review, state, subjectKind, about }]
  })
  const ofGroups = groups.flatMap((review): readonly OpenReview[] => {
    const state = stateOfReview(review)
    if (state !== 'waiting' && state !== 'returned') return []
    const about = supportGroups.find(({ id }) => id === review.groupId)?.title ?? ''
    return [{ review, state, subjectKind: 'groupPlan', about }]
  })
  return [...ofFiles, ...ofGroups].toSorted((left, right) =>
    sinceOf(left).localeCompare(sinceOf(right)),
  )
}

export interface AskedClosing {
  readonly caseId: string
  readonly about: string
  readonly on: string
  readonly byId: string | null
}

/** Closings asked for on the case itself that nobody has handed in as a text: they wait for the same person. */
export function useAskedClosings(): readonly AskedClosing[] {
  const files = useRecords(fileReview)
  const nameOf = useSubjectNames()
  const handed = new Set(
    files.flatMap((review) =>
      Object.keys(review.submissions).length === 0 ? [] : [review.subjectId],
    ),
  )
  return useRecords(caseFile)
    .flatMap((its) =>
      stateOfCase(its) === 'closing' && its.closeAskedOn !== null && !handed.has(its.id)
        ? [{ caseId: its.id, about: nameOf(its), on: its.closeAskedOn, byId: its.closeAskedById }]
        : [],
    )
    .toSorted((left, right) => left.on.localeCompare(right.on))
}

function sinceOf({ review }: OpenReview): string {
  return latestSubmission(review)?.on ?? ''
}
