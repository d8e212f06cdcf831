import { addDays, type Day } from '../kit/dates.ts'
import { mustAskAgain, type ConsentNotice } from './consent-notice.ts'
import { consentState } from './consent-state.ts'
import { consentPurposes, type Consent, type ConsentPurpose } from './consent.ts'

type KnownConsent = Consent & { readonly id: string }

/** So many days before its last day a consent stands on Today. */
export const runOutNoticeDays = 30

export interface ConsentDue {
  readonly familyId: string
  readonly childId: string
  readonly purpose: ConsentPurpose
  /** Two guardians disagree; it has run out; guardianship has passed on; only somebody who is kept away agreed; it will run out; or what was agreed to has changed since. */
  readonly why: 'disagreement' | 'ranOut' | 'passedOn' | 'keptAway' | 'runsOut' | 'changed'
  /** The last day on which it holds; null where none was named. */
  readonly until: Day | null
}

/**
 * FAM-45: what is to be asked again, per child and purpose, the most pressing first. One line for each: who disagrees is not asked
 * about a new wording. Whoever refused or took back is not asked again: nobody is nagged (NDR).
 */
export function listConsentsDue(
  consents: readonly KnownConsent[],
  notice: Pick<ConsentNotice, 'versions' | 'purposes'>,
  today: Day,
): readonly ConsentDue[] {
  const bySubject = new Map<string, KnownConsent[]>()
  for (const one of consents) {
    const known = bySubject.get(one.subjectId)
    if (known === undefined) bySubject.set(one.subjectId, [one])
    else known.push(one)
  }
  return [...bySubject.values()]
    .flatMap((own) => consentPurposes.flatMap((purpose) => dueOf(own, purpose, notice, today)))
    .toSorted(
      (left, right) =>
        order.indexOf(left.why) - order.indexOf(right.why) ||
        (left.until ?? '').localeCompare(right.until ?? ''),
    )
}

const order: readonly string[] = [
  'disagreement',
  'ranOut',
  'passedOn',
  'keptAway',
  'runsOut',
  'changed',
]

function dueOf(
  own: readonly KnownConsent[],
  purpose: ConsentPurpose,
  notice: Pick<ConsentNotice, 'versions' | 'purposes'>,
  today: Day,
): readonly ConsentDue[] {
  const [first] = own
  if (first === undefined) return []
  const { state, decision, disagreement } = consentState(own, first.subjectId, purpose, today)
  const why = whyDue({ state, decision, disagreement }, notice, today)
  if (why === null || decision === null) return []
  const { familyId, subjectId } = first
  return [{ familyId, childId: subjectId, purpose, why, until: decision.validUntil }]
}

function whyDue(
  {
    state,
    decision,
    disagreement,
  }: Pick<ReturnType<typeof consentState>, 'state' | 'decision' | 'disagreement'>,
  notice: Pick<ConsentNotice, 'versions' | 'purposes'>,
  today: Day,
): ConsentDue['why'] | null {
  if (disagreement) return 'disagreement'
  if (state === 'expired') return 'ranOut'
  if (state !== 'given' || decision === null) return null
  const { validUntil } = decision
  if (decision.guardianUntil !== null && decision.guardianUntil <= today) return 'passedOn'
  if (decision.yieldsSince !== null && decision.yieldsSince <= today) return 'keptAway'
  if (validUntil !== null && validUntil <= addDays(today, runOutNoticeDays)) return 'runsOut'
  return mustAskAgain(decision, notice) ? 'changed' : null
}
