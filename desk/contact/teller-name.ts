import type { ContactTeller } from '../../core/contact/contact-entry.ts'
import { text } from '../kit/index.ts'
import type { PairContact } from './use-pair-contact.ts'

/** By name where there is one: “the adult” is nobody's name. */
export function tellerName(
  teller: ContactTeller,
  { childName, adultName }: Pick<PairContact, 'childName' | 'adultName'>,
): string {
  switch (teller) {
    case 'child':
      return childName
    case 'adult':
      return adultName
    case 'caregiver':
    case 'staff':
      return text(`contact:teller.${teller}`)
  }
}
