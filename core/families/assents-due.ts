import { ageOn, type Day } from '../kit/dates.ts'
import { consentsAbout, consentState, lastWordOfChild } from './consent-state.ts'
import { type Consent, type ConsentPurpose, consentPurposes } from './consent.ts'
import type { Person } from './person-shape.ts'

/** From 8 on the child's own view is asked; an unknown age is asked too. */
export function hearsAssent({ bornOn }: Pick<Person, 'bornOn'>, day: Day): boolean {
  return bornOn === null || ageOn(bornOn, day) >= 8
}

/**
 * FAM-68: what a guardian agreed to for a child who is old enough to be heard and has not been asked, on whichever paper. A word the
 * child gave earlier stays its word when a guardian is asked again.
 */
export function listUnaskedOfChild(
  child: Pick<Person, 'bornOn'> & { readonly id: string },
  consents: readonly (Consent & { readonly id: string })[],
  day: Day,
): readonly ConsentPurpose[] {
  if (!hearsAssent(child, day)) return []
  return consentPurposes.filter((purpose) => {
    const { state, decision } = consentState(consents, child.id, purpose, day)
    return (
      state === 'given' &&
      decision?.givenById !== child.id &&
      lastWordOfChild(consentsAbout(consents, child.id, purpose)) === null
    )
  })
}
