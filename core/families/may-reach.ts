import { type Day, dayInChina, type Instant } from '../kit/dates.ts'
import type { Guardianship } from './guardianship.ts'
import type { RestrictedParty } from './restricted-party.ts'

type Restriction = Pick<RestrictedParty, 'familyId' | 'personId' | 'childId' | 'state' | 'liftedAt'>

/** The restrictions that stand on this person, for this child or for every child; with null, for any child. */
export function restrictionsOn<One extends Restriction>(
  restrictions: readonly One[],
  personId: string,
  childId: string | null,
): readonly One[] {
  return restrictions.filter(
    (one) =>
      one.state === 'standing' &&
      one.personId === personId &&
      (childId === null || one.childId === null || one.childId === childId),
  )
}

/**
 * FAM-52: may anything about this child reach this person: a link, a paper, a photo, a copy, a reminder to ring? With null
 * for the child: anything about the family at all.
 */
export function mayReach(
  restrictions: readonly Restriction[],
  personId: string,
  childId: string | null,
): boolean {
  return restrictionsOn(restrictions, personId, childId).length === 0
}

/** FAM-52: an audience without those who are kept away; nobody stands in their place. */
export function audienceOf<One extends { readonly id: string }>(
  people: readonly One[],
  restrictions: readonly Restriction[],
  childId: string | null,
): readonly One[] {
  return people.filter(({ id }) => mayReach(restrictions, id, childId))
}

/** FAM-54: papers, copies and cards of this family name neither school nor street nor anybody's number while one stands. */
export function hidesWhereabouts(
  restrictions: readonly Pick<Restriction, 'familyId' | 'state'>[],
  familyId: string,
): boolean {
  return restrictions.some((one) => one.familyId === familyId && one.state === 'standing')
}

interface Handed {
  readonly personId: string
  readonly childId: string
  /** When it was made, as an instant. */
  readonly madeAt: string
}

/**
 * FAM-53: what was handed to somebody before a restriction is dead while it stands and stays dead when it is lifted: what is
 * meant for them then is made anew.
 */
export function isCutOff(restrictions: readonly Restriction[], handed: Handed): boolean {
  return restrictions.some(
    (one) =>
      one.personId === handed.personId &&
      (one.childId === null || one.childId === handed.childId) &&
      (one.state === 'standing' || (one.liftedAt !== null && handed.madeAt < one.liftedAt)),
  )
}

type Bond = Pick<Guardianship, 'childId' | 'adultId' | 'kind' | 'until'>

/** The bonds by which this person was the child's legal guardian, when all of them have ended; none for whoever still is, or never was. */
export function listEndedBonds<One extends Bond>(
  bonds: readonly One[],
  { personId, childId }: Pick<Handed, 'personId' | 'childId'>,
  today: Day,
): readonly One[] {
  const own = bonds.filter(
    (bond) =>
      bond.kind === 'legalGuardian' && bond.adultId === personId && bond.childId === childId,
  )
  return own.every(({ until }) => until !== null && until <= today) ? own : []
}

/**
 * FAM-56 [P28]: what was made for the child's legal guardian ends with the guardianship: made before its last day, or before the end
 * was written down. A parent who never was the guardian loses nothing by it; what is made afterwards is made knowingly.
 */
export function isFromGuardianship(
  ended: readonly (Pick<Guardianship, 'until'> & { readonly writtenAt: Instant })[],
  madeAt: Instant,
): boolean {
  return ended.some(
    ({ until, writtenAt }) => madeAt < writtenAt || (until !== null && dayInChina(madeAt) < until),
  )
}
