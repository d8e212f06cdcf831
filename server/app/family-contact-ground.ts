// What a contact link's pages stand on: one pair of the family, what is agreed between them, and what the holder told.
import { cardShown, type CardShown, listShownCards } from '../../core/contact/card-shown.ts'
import {
  type Card,
  chooseForWeek,
  listCards,
  listCardsOfWeek,
} from '../../core/contact/cards/index.ts'
import { contactEntry, type ContactEntry } from '../../core/contact/contact-entry.ts'
import { contactPlan } from '../../core/contact/contact-plan.ts'
import { type ContactPlanEntry, contactPlanInForce } from '../../core/contact/contact-plan-shape.ts'
import { noContact, type NoContact } from '../../core/contact/no-contact.ts'
import { pledge, type PledgeEntry } from '../../core/contact/pledge.ts'
import { refuseChildUnserved } from '../../core/contact/refuse-pair-unserved.ts'
import { isSameTeller, type Teller } from '../../core/contact/teller.ts'
import { type Availability, availability } from '../../core/families/availability.ts'
import { mondayOf } from '../../core/families/availability-on.ts'
import { consent } from '../../core/families/consent.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { type Pair, pair } from '../../core/families/pair.ts'
import { person, type Person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { ageOn, type Day } from '../../core/kit/dates.ts'
import type { House } from './house.ts'
import { readShippedCards } from './read-cards.ts'
import { lookAt } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

type Entry<Fields> = Fields & { readonly id: string }

export interface ContactGround {
  readonly pair: Entry<Pair>
  readonly child: Entry<Person>
  readonly adult: Entry<Person>
  readonly people: readonly Entry<Person>[]
  /** Whose account it is: the adult of the pair tells of themselves, whoever else holds the link is a caregiver. */
  readonly teller: 'adult' | 'caregiver'
  /** CON-26: which caregiver it is. */
  readonly tellerId: string | null
  readonly entries: readonly Entry<ContactEntry>[]
  readonly silences: readonly Entry<NoContact>[]
  readonly plans: readonly ContactPlanEntry[]
  readonly pledges: readonly PledgeEntry[]
  readonly given: readonly Entry<CardShown>[]
  readonly adultTimes: Availability | null
  /** FAM-4: nobody has agreed to be served, or no longer. */
  readonly isUnserved: boolean
}

/** As whom the holder of a link tells of a pair's contact. */
export function tellerOf(
  { personId }: Pick<FamilyLink, 'personId'>,
  adultId: string,
): Pick<ContactGround, 'teller' | 'tellerId'> {
  return personId === adultId
    ? { teller: 'adult', tellerId: null }
    : { teller: 'caregiver', tellerId: personId }
}

/** Null where the pair is gone, or its adult is kept away from the child: then the link has ended (CPL-7). */
export async function readContactGround(
  house: House,
  link: FamilyLink,
): Promise<ContactGround | null> {
  const { agencyId, familyId, pairId } = link
  if (pairId === null) return null
  return lookAt(house, agencyId, async (look) => {
    const own = await look.one(pair, pairId)
    const people = await look.many(person, { familyId })
    const child = people.find(({ id }) => id === own?.childId)
    const adult = people.find(({ id }) => id === own?.adultId)
    if (own === null || child === undefined || adult === undefined) return null
    if (!mayReach(await look.many(restrictedParty, { familyId }), adult.id, child.id)) return null
    const { teller, tellerId } = tellerOf(link, adult.id)
    const told = (one: Teller) => isSameTeller(one, { toldBy: teller, tellerId })
    const [adultTimes = null] = await look.many(availability, { personId: adult.id })
    return {
      ...{ pair: own, child, adult, people, teller, tellerId, adultTimes },
      entries: (await look.many(contactEntry, { pairId })).filter(told),
      silences: (await look.many(noContact, { pairId })).filter(told),
      plans: await look.many(contactPlan, { pairId }),
      pledges: await look.many(pledge, { pairId }),
      given: await look.many(cardShown, { pairId }),
      isUnserved:
        refuseChildUnserved(await look.many(consent, { familyId }), child.id, house.today()) !==
        null,
    }
  })
}

/** The card that the worker gave this week, else the one of the week; a caregiver has cards of their own. */
export function findCardOfWeek(ground: ContactGround, today: Day): Card | null {
  const cards = readShippedCards()
  const { pair: own, teller, child, given, plans } = ground
  if (teller === 'caregiver')
    return chooseForWeek(listCards(cards, { who: 'guardian' }), {
      ...{ forId: `${own.id} guardian`, day: today, filter: {}, shown: [] },
    })
  const monday = mondayOf(today)
  const last = given
    .filter(({ on }) => on >= monday)
    .toSorted((left, right) => right.on.localeCompare(left.on))[0]
  const chosen = cards.find(({ id }) => id === last?.cardId)
  if (chosen !== undefined) return chosen
  const age = child.bornOn === null ? null : ageOn(child.bornOn, today)
  return chooseForWeek(listCardsOfWeek(cards, { age, plan: contactPlanInForce(plans, own.id) }), {
    ...{ forId: own.id, day: today, filter: {}, shown: listShownCards(given, own.id, monday) },
  })
}
