import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Consent } from './consent.ts'
import { consentState, holdsServiceConsent, refusePurpose } from './consent-state.ts'

/**
 * FAM-4: nothing but what it takes to reach a family is kept until somebody consented to serve one of its children. Says which: taken
 * back (the last day of it), refused or run out, and never asked only where nobody was.
 */
export function refuseFamilyUnserved(
  consents: readonly (Consent & { readonly id: string })[],
  day: string,
): Refusal | null {
  if (holdsServiceConsent(consents, day)) return null
  const children = [...new Set(consents.map(({ subjectId }) => subjectId))]
  const takenBack = children.flatMap((childId) => {
    const { state, decision } = consentState(consents, childId, 'service', day)
    return state === 'withdrawn' ? [decision?.withdrawnOn ?? ''] : []
  })
  const on = takenBack.toSorted().at(-1)
  if (on !== undefined) return refusal('ServiceWithdrawn', { on })
  const told = children.map((childId) => refusePurpose(consents, childId, 'service', day))
  return (
    told.find((one) => one !== null && one.id !== 'ConsentNotAsked') ??
    refusal('ConsentNotAsked', { purpose: 'service' })
  )
}
