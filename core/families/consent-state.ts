import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Consent, ConsentPurpose } from './consent.ts'

export interface ConsentState {
  readonly state: 'given' | 'refused' | 'withdrawn' | 'notAsked'
  /** The decision that holds, or the last one that held. */
  readonly decision: (Consent & { readonly id: string }) | null
}

/**
 * Whether a purpose holds for a child on a day: the latest decision counts. With two guardians of different minds
 * on the same day, the narrower choice holds (P04).
 */
export function consentState(
  consents: readonly (Consent & { readonly id: string })[],
  childId: string,
  purpose: ConsentPurpose,
  day: string,
): ConsentState {
  const decisions = consents
    .filter(
      (consent) =>
        consent.subjectId === childId && consent.purpose === purpose && consent.decidedOn <= day,
    )
    .sort(
      (left, right) =>
        left.decidedOn.localeCompare(right.decidedOn) ||
        narrowness(left, day) - narrowness(right, day) ||
        left.id.localeCompare(right.id),
    )
  const decision = decisions.at(-1)
  if (decision === undefined) return { state: 'notAsked', decision: null }
  if (decision.decision === 'refused') return { state: 'refused', decision }
  const withdrawn = decision.withdrawnOn !== null && decision.withdrawnOn <= day
  return { state: withdrawn ? 'withdrawn' : 'given', decision }
}

function narrowness(consent: Consent, day: string): number {
  if (consent.decision === 'refused') return 2
  return consent.withdrawnOn !== null && consent.withdrawnOn <= day ? 1 : 0
}

/**
 * FAM-10: no purpose, no processing. The refusal says which consent is missing and how: not asked, refused, withdrawn,
 * or the child itself (heard from 8 years on) does not want it.
 */
export function refuseWithoutConsent(
  consents: readonly (Consent & { readonly id: string })[],
  childId: string,
  purpose: ConsentPurpose,
  day: string,
): Refusal | null {
  const { state, decision } = consentState(consents, childId, purpose, day)
  switch (state) {
    case 'notAsked':
      return refusal('ConsentNotAsked', { purpose })
    case 'refused':
      return refusal('ConsentRefused', { purpose })
    case 'withdrawn':
      return refusal('ConsentWithdrawn', { purpose, on: decision?.withdrawnOn ?? '' })
    case 'given':
      return decision?.assent.answer === 'refused' ? refusal('ChildDoesNotWant', { purpose }) : null
  }
}

/** Has any child of the family a guardian's consent to be served? Until then only contact data may be held. */
export function holdsServiceConsent(
  consents: readonly (Consent & { readonly id: string })[],
): boolean {
  return consents.some(
    (consent) =>
      consent.purpose === 'service' && consent.decision === 'given' && consent.withdrawnOn === null,
  )
}
