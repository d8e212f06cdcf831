import { type CardShown, cardShown } from '../../core/contact/card-shown.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { type ContactMatch, contactMatch } from '../../core/contact/contact-match.ts'
import { contactPlan } from '../../core/contact/contact-plan.ts'
import type { ContactPlanEntry } from '../../core/contact/contact-plan-shape.ts'
import { logOfPair } from '../../core/contact/contact-series.ts'
import type { PairLog } from '../../core/contact/list-contact-weeks.ts'
import { noContact, type NoContact } from '../../core/contact/no-contact.ts'
import { type Pledge, pledge } from '../../core/contact/pledge.ts'
import { consent } from '../../core/families/consent.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { migration } from '../../core/families/migration.ts'
import { orderPairs } from '../../core/families/order-pairs.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { refuseFamilyUnserved } from '../../core/families/refuse-family-unserved.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import { type LocalRecord, useMay, useRecords, useToday } from '../sync/index.ts'

export type KnownPair = ReturnType<typeof useFamilyPairs>['pairs'][number]

/** The pairs of a family in the order of every page (FAM-37), with everybody's name. */
export function useFamilyPairs(familyId: string) {
  const today = useToday()
  const people = useRecords(person, { familyId })
  const stays = useRecords(migration, { familyId })
  const pairs = orderPairs(useRecords(pair, { familyId }), { people, stays, today })
  const nameOf = (id: string | null): string => people.find((one) => one.id === id)?.name ?? ''
  return { familyId, pairs, people, nameOf }
}

type KnownFamily = ReturnType<typeof useFamilyPairs>

export interface PairContact extends Pick<KnownFamily, 'familyId' | 'people' | 'nameOf'> {
  readonly pair: KnownPair
  readonly childName: string
  readonly adultName: string
  readonly childBornOn: string | null
  readonly log: PairLog
  readonly entries: readonly LocalRecord<PairLog['accounts'][number]>[]
  /** Days of which somebody says that there was no contact, the last first. */
  readonly silences: readonly LocalRecord<NoContact & { readonly id: string }>[]
  readonly pledges: readonly LocalRecord<Pledge & { readonly id: string }>[]
  readonly plans: readonly LocalRecord<ContactPlanEntry>[]
  /** Cards that were given, the last first. */
  readonly cards: readonly LocalRecord<CardShown & { readonly id: string }>[]
  /** What a person has decided of two accounts. */
  readonly matches: readonly LocalRecord<ContactMatch & { readonly id: string }>[]
  /** CPL-7: whether somebody may be planned with for this child. */
  readonly reaches: (personId: string) => boolean
  /** The adult is kept away from the child: what is on record is read, nothing is planned. */
  readonly keptAway: boolean
  readonly mayWrite: boolean
  readonly consented: boolean
  /** Something for the two together may be written. */
  readonly mayPlan: boolean
  /** Why nothing new is written; null where it may be. */
  readonly unserved: Refusal | null
}

/** All that is kept of one pair's contact. */
export function usePairContact(
  { familyId, people, nameOf }: KnownFamily,
  its: KnownPair | undefined,
): PairContact | null {
  const today = useToday()
  const contacts = useRecords(contactEntry, { familyId })
  const noContacts = useRecords(noContact, { familyId })
  const contactMatches = useRecords(contactMatch, { familyId })
  const pledges = useRecords(pledge, { familyId })
  const plans = useRecords(contactPlan, { familyId })
  const cards = useRecords(cardShown, { familyId })
  const restrictions = useRecords(restrictedParty, { familyId })
  const consents = useRecords(consent, { familyId })
  const mayWrite = useMay('contactEntry', 'create', `family:${familyId}`)
  if (its === undefined) return null
  const unserved = refuseFamilyUnserved(consents, today)
  const reaches = (personId: string) => mayReach(restrictions, personId, its.childId)
  const ofPair = (one: { readonly pairId: string }) => one.pairId === its.id
  return {
    ...{ familyId, people, nameOf },
    pair: its,
    childName: nameOf(its.childId),
    adultName: nameOf(its.adultId),
    childBornOn: people.find(({ id }) => id === its.childId)?.bornOn ?? null,
    log: logOfPair(its.id, { contacts, noContacts, contactMatches }),
    entries: contacts.filter(ofPair),
    silences: noContacts
      .filter(ofPair)
      .toSorted((left, right) => right.until.localeCompare(left.until)),
    pledges: pledges
      .filter(ofPair)
      .toSorted((left, right) => right.madeOn.localeCompare(left.madeOn)),
    plans: plans.filter(ofPair),
    cards: cards.filter(ofPair).toSorted((left, right) => right.on.localeCompare(left.on)),
    matches: contactMatches.filter(ofPair),
    reaches,
    keptAway: !reaches(its.adultId),
    mayWrite,
    consented: unserved === null,
    mayPlan: mayWrite && unserved === null && reaches(its.adultId),
    unserved,
  }
}
