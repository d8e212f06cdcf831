import type { Approval } from './approval.ts'
import { hoursAlone } from './approval.ts'
import { keyAgreementDays } from './change-keys.ts'
import { staff } from './staff.ts'

export interface ApprovalDue<Entry extends Approval> {
  readonly request: Entry
  /** `decide`: somebody else asked and this person may agree. `carryOut`: it was agreed to (or nobody else is there), and whoever asked does it. */
  readonly what: 'decide' | 'carryOut'
}

const dayMilliseconds = 86_400_000

/**
 * ACC-45: what waits for this person as the second one, and what they asked for and may now do; the longest waiting first.
 * Nobody is asked about their own request (ACC-10) or their own account; an agreement is named as long as one of keys holds.
 */
export function listApprovalsDue<Entry extends Approval>(all: {
  readonly requests: readonly Entry[]
  readonly staffId: string
  /** An instant. */
  readonly now: string
  readonly approves: boolean
  /** The only active member of staff (ACC-11). */
  readonly isAlone: boolean
}): readonly ApprovalDue<Entry>[] {
  const { staffId, now, approves, isAlone } = all
  const since = (at: string | null) => Date.parse(now) - Date.parse(at ?? now)
  const whatOf = (its: Entry): ApprovalDue<Entry>['what'] | null => {
    const own = its.requestedById === staffId
    const ofSelf = its.subjectKind === staff.name && its.subjectId === staffId
    if (its.state === 'requested' && !own) return approves && !ofSelf ? 'decide' : null
    if (!own) return null
    if (its.state === 'approved')
      return since(its.decidedAt) <= keyAgreementDays * dayMilliseconds ? 'carryOut' : null
    const slept = since(its.requestedAt) >= (hoursAlone / 24) * dayMilliseconds
    return its.state === 'requested' && isAlone && slept ? 'carryOut' : null
  }
  return all.requests
    .flatMap((request) => {
      const what = whatOf(request)
      return what === null ? [] : [{ request, what }]
    })
    .toSorted((left, right) =>
      (left.request.requestedAt ?? '').localeCompare(right.request.requestedAt ?? ''),
    )
}
