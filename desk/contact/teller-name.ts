import { type ContactTeller, contactTellers } from '../../core/contact/contact-entry.ts'
import type { Teller } from '../../core/contact/teller.ts'
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

/** CON-26: a caregiver by name where it is known which. */
export function nameTeller({ toldBy, tellerId }: Teller, contact: PairContact): string {
  const name = contact.nameOf(tellerId)
  return name === '' ? tellerName(toldBy, contact) : name
}

/** Grown people of the house beside the pair's own adult. */
export function listCaregivers({ people, pair, reaches }: PairContact): PairContact['people'] {
  return people.filter(
    ({ id, role, livesHere, alive }) =>
      role !== 'child' && alive && livesHere !== false && id !== pair.adultId && reaches(id),
  )
}

/** Everybody who may tell: worker, child, adult, and each caregiver by name. */
export function listTellers(contact: PairContact): readonly Teller[] {
  const caregivers = listCaregivers(contact)
  return contactTellers.flatMap((toldBy): readonly Teller[] =>
    toldBy === 'caregiver' && caregivers.length > 0
      ? caregivers.map(({ id: tellerId }) => ({ toldBy, tellerId }))
      : [{ toldBy, tellerId: null }],
  )
}
