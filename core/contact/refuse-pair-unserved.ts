import { consent, type Consent } from '../families/consent.ts'
import { refusePurpose } from '../families/consent-state.ts'
import { mayReach } from '../families/may-reach.ts'
import { pair } from '../families/pair.ts'
import { needRestrictions, restrictionReader } from '../families/restricted-party.ts'
import { refuseFamilyUnserved } from '../families/refuse-family-unserved.ts'
import type { Day } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need, VerbContext } from '../sync/kind.ts'

interface OfPair {
  readonly familyId: string
  readonly pairId: string
}

export function needPairServed({ familyId, pairId }: OfPair): readonly Need[] {
  return [
    { kind: 'consent', where: { familyId } },
    { kind: 'pair', where: { id: pairId } },
  ]
}

/** CON-1: what is kept of a pair's contact is about a pair of this family, and kept with consent to be served. */
export function refusePairUnserved(
  { familyId, pairId }: OfPair,
  found: Found,
  { today }: VerbContext,
): Refusal | null {
  const its = found.of(pair).find(({ id }) => id === pairId)
  if (its?.familyId !== familyId) return refusal('PairOfAnotherChild')
  return refuseChildUnserved(found.of(consent), its.childId, today)
}

/** CON-1: somebody has agreed to serve one of the family's children, and nobody's yes for this very one was refused, taken back or ran out. */
export function refuseChildUnserved(
  consents: readonly (Consent & { readonly id: string })[],
  childId: string,
  day: Day,
): Refusal | null {
  const unserved = refuseFamilyUnserved(consents, day)
  if (unserved !== null) return unserved
  const own = refusePurpose(consents, childId, 'service', day)
  // Of a child who was never asked about the family's yes is enough (FAM-4).
  return own?.id === 'ConsentNotAsked' ? null : own
}

export function needPairReached({ familyId }: OfPair): readonly Need[] {
  return [needRestrictions(familyId)]
}

/** CPL-7: nothing is planned, promised or handed to do together with somebody who is kept away from the child (FAM-52). */
export function refusePairKeptAway({ pairId }: OfPair, found: Found): Refusal | null {
  const adultId = found.of(pair).find(({ id }) => id === pairId)?.adultId
  return adultId === undefined ? null : refuseKeptAway(pairId, adultId, found)
}

/** CPL-7: the same of somebody else who would take part, such as the caregiver who helps. */
export function refuseKeptAway(pairId: string, personId: string, found: Found): Refusal | null {
  const childId = found.of(pair).find(({ id }) => id === pairId)?.childId ?? null
  return mayReach(found.of(restrictionReader), personId, childId)
    ? null
    : refusal('ContactPartyKeptAway')
}
