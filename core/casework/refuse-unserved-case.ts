import { consent } from '../families/consent.ts'
import { refuseWithoutConsent } from '../families/consent-state.ts'
import { pair } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { refuseFamilyUnserved } from '../families/refuse-family-unserved.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need, VerbContext } from '../sync/kind.ts'
import { type CaseFile, caseReader, type CaseSubject, hasEnded } from './case-shape.ts'

export function needCaseSubject({ familyId, pairId, personId }: CaseSubject): readonly Need[] {
  return [
    { kind: consent.name, where: { familyId } },
    ...(pairId === null ? [] : [{ kind: pair.name, where: { id: pairId } }]),
    ...(personId === null ? [] : [{ kind: person.name, where: { id: personId, familyId } }]),
  ]
}

/** CAS-1: a case is on one pair or one person of its family, with consent to serve the child among them (FAM-10). */
export function refuseCaseSubject(
  { familyId, pairId, personId }: CaseSubject,
  found: Found,
  { today }: VerbContext,
): Refusal | null {
  if ((pairId === null) === (personId === null)) return refusal('CaseNeedsSubject')
  const consents = found.of(consent)
  if (pairId !== null) {
    const its = found.of(pair).find(({ id }) => id === pairId)
    return its?.familyId === familyId
      ? refuseWithoutConsent(consents, its.childId, 'service', today)
      : refusal('PairOfAnotherChild')
  }
  const its = found.of(person).find(({ id }) => id === personId)
  if (its?.familyId !== familyId) return refusal('NotInThisFamily')
  if (its.role === 'child') return refuseWithoutConsent(consents, its.id, 'service', today)
  return refuseFamilyUnserved(consents, today)
}

interface OfCase {
  readonly familyId: string
  readonly caseId: string
}

/** What every record of a case asks for: the case, and the consents of its family. */
export function needCase({ familyId, caseId }: OfCase): readonly Need[] {
  return [
    { kind: 'caseFile', where: { id: caseId } },
    { kind: consent.name, where: { familyId } },
    { kind: pair.name, where: { familyId } },
    { kind: person.name, where: { familyId } },
  ]
}

/** CAS-4: a record of a case belongs to a case of the same family, and is written while its subject may be served. */
export function refuseOfCase(record: OfCase, found: Found, context: VerbContext): Refusal | null {
  const its = caseOf(record, found)
  return its === null ? refusal('CaseOfAnotherFamily') : refuseCaseSubject(its, found, context)
}

function caseOf(record: OfCase, found: Found): CaseFile | null {
  const its = found.of(caseReader).find(({ id }) => id === record.caseId)
  return its?.familyId === record.familyId ? its : null
}

/** CAS-4: what happens after the end of a case is a follow-up, or a case that was opened again. */
export function refuseAfterEnd(
  record: OfCase & { readonly on: string },
  found: Found,
): Refusal | null {
  const its = caseOf(record, found)
  if (its === null || !hasEnded(its)) return null
  return record.on > (its.closedOn ?? its.decidedOn ?? '') ? refusal('CaseEnded') : null
}
