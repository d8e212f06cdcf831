import { pairProfile } from '../../assessment/profile/pair-profile.ts'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import { consent, type Consent } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import { person } from '../../families/person.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import type { Found, Need } from '../../sync/kind.ts'
import { caseReader } from '../case-shape.ts'
import type { Transfer } from './transfer-shape.ts'

export function needTransfer({ familyId, caseId }: Pick<Transfer, 'familyId' | 'caseId'>): Need[] {
  return [
    { kind: person.name, where: { familyId } },
    { kind: pairProfile.name, where: { familyId } },
    { kind: servicePlan.name, where: { familyId } },
    ...(caseId === null ? [] : [{ kind: 'caseFile', where: { id: caseId } }]),
  ]
}

export function needSharing({ familyId }: Pick<Transfer, 'familyId'>): Need[] {
  return [{ kind: consent.name, where: { familyId } }]
}

/** TRF-1: whom it is about, its case and its parts all belong to this family. */
export function refuseForeignParts(after: Transfer, found: Found): Refusal | null {
  const own = new Set(
    found.of(person).flatMap(({ id, familyId }) => (familyId === after.familyId ? [id] : [])),
  )
  if (after.subjectIds.some((id) => !own.has(id))) return refusal('NotInThisFamily')
  const its = found.of(caseReader).find(({ id }) => id === after.caseId)
  if (after.caseId !== null && its?.familyId !== after.familyId)
    return refusal('CaseOfAnotherFamily')
  const known = new Set([
    ...found.of(pairProfile).flatMap((one) => ofFamily(after, one, 'profile')),
    ...found.of(servicePlan).flatMap((one) => ofFamily(after, one, 'plan')),
  ])
  return after.parts.some((part) => part.includes(':') && !known.has(part))
    ? refusal('PartOfAnotherFamily')
    : null
}

function ofFamily(
  { familyId }: Transfer,
  one: { readonly id: string; readonly familyId: string },
  part: string,
): readonly string[] {
  return one.familyId === familyId ? [`${part}:${one.id}`] : []
}

/** Of a whole case why it goes away; of one service what shall be done: nobody is asked for what the other needs. */
const neededFor = {
  wholeCase: ['receiverOrg', 'reason', 'purpose', 'subjectIds', 'parts'],
  service: ['receiverOrg', 'expectation', 'purpose', 'subjectIds', 'parts'],
} as const satisfies Record<Transfer['what'], readonly (keyof Transfer)[]>
export type NeededWord = (typeof neededFor)[Transfer['what']][number]

/** TRF-2: everything without which nobody is asked to agree (PIPL 23), whether it is there already or not. */
export function needsWord({ what }: Pick<Transfer, 'what'>, field: keyof Transfer): boolean {
  return neededFor[what].some((needed) => needed === field)
}

/** TRF-2: what is still missing, in the order in which the form asks for it. */
export function listMissing(its: Transfer): readonly NeededWord[] {
  return neededFor[its.what].filter((field) => [its[field]].flat().join('').trim() === '')
}

/** TRF-2: before any of them is missing nobody is asked to agree. */
export function refuseUnfinished(its: Transfer): Refusal | null {
  const [missing] = listMissing(its)
  return missing === undefined ? null : refusal('TransferUnfinished', { field: missing })
}

/**
 * TRF-3: consent to share of everybody whom it is about, as it stands that day; or a ground of the law in a category and in
 * words, to which somebody else agrees.
 */
export function refuseGround(
  its: Transfer,
  consents: readonly (Consent & { readonly id: string })[],
  today: string,
): Refusal | null {
  if (its.ground === 'override')
    return its.overrideCategory === null || its.overrideWords.trim() === ''
      ? refusal('OverrideNeedsWords')
      : null
  for (const id of its.subjectIds) {
    const refused = refuseWithoutConsent(consents, id, 'transfer', today)
    if (refused !== null) return refused
  }
  return null
}
