import { consent } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import { guardianship } from '../../families/guardianship.ts'
import { pair } from '../../families/pair.ts'
import { type ProgrammeTarget, programmeTargets } from '../../inquiry/programme-targets.ts'
import { equalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import type { Found, VerbContext } from '../../sync/kind.ts'
import { findGradedGuardianship } from './find-grade.ts'
import { type PairProfile, profileReader } from './profile-shape.ts'

/** PRF-7: targets that somebody has judged without saying why; “cannot say yet” needs no reason. */
export function listUnreasoned({
  judgements,
}: Pick<PairProfile, 'judgements'>): readonly ProgrammeTarget[] {
  return programmeTargets.filter((target) => {
    const judged = judgements[target]
    return judged !== undefined && judged.need !== 'unclear' && judged.reason.trim() === ''
  })
}

export function refuseUnfinished(fields: PairProfile): Refusal | null {
  if (Object.keys(fields.judgements).length === 0) return refusal('ProfileEmpty')
  const count = listUnreasoned(fields).length
  if (count > 0) return refusal('JudgementNeedsReason', { count })
  return fields.risk === null ? refusal('RiskNotJudged') : null
}

export function gradeOf(
  fields: PairProfile,
  found: Found,
  today: string,
): PairProfile['settledGrade'] {
  const childId = found.of(pair).find(({ id }) => id === fields.pairId)?.childId
  if (childId === undefined) return null
  const its = findGradedGuardianship(found.of(guardianship), childId, today)
  return its === null ? null : { guardianshipId: its.id, adultId: its.adultId, grade: its.grade }
}

/** PRF-7: what is settled is not changed any more. */
export function refuseSettled(after: PairProfile, before: PairProfile | null): Refusal | null {
  if (before?.state !== 'settled' || after.state !== 'settled') return null
  return equalJson(fieldsAsJson(after), fieldsAsJson(before)) ? null : refusal('ProfileSettled')
}

export function refuseUnserved(
  after: PairProfile,
  found: Found,
  { today }: VerbContext,
): Refusal | null {
  const its = found.of(pair).find(({ id }) => id === after.pairId)
  if (its?.familyId !== after.familyId) return refusal('PairOfAnotherChild')
  return refuseWithoutConsent(found.of(consent), its.childId, 'assessment', today)
}

/** PRF-8: versions follow each other; the next one begins when the last one is settled. */
export function refuseCreation(
  after: PairProfile,
  found: Found,
  context: VerbContext,
): Refusal | null {
  const { today } = context
  if (after.state !== 'draft' || after.settledEvidence !== null)
    return refusal('FieldNeedsVerb', { field: 'state' })
  if (after.begunOn > today)
    return refusal('DateInFuture', { field: 'begunOn', day: after.begunOn })
  const versions = found.of(profileReader)
  // A version that exists is written on under its own id: one that comes under another is a second of its number.
  if (versions.some(({ no }) => no === after.no)) return refusal('ProfileOutOfOrder')
  const last = versions
    .filter(({ no }) => no < after.no)
    .toSorted((left, right) => left.no - right.no)
    .at(-1)
  if ((last?.no ?? 0) !== after.no - 1) return refusal('ProfileOutOfOrder')
  if (last?.state === 'draft') return refusal('EarlierProfileOpen')
  if (after.tookOver) return refusal('FieldNeedsVerb', { field: 'tookOver' })
  return refuseForeignDecision(after, null, found, context)
}

/**
 * PRF-6: a suggestion is taken or declined by the person who says so, and declined with a reason; nobody takes away what another
 * has decided. What stands in the version before is taken over as it was decided there.
 */
export function refuseForeignDecision(
  after: PairProfile,
  before: PairProfile | null,
  found: Found,
  { actor }: VerbContext,
): Refusal | null {
  const decided = before?.suggestions ?? {}
  const last = found.of(profileReader).find(({ no }) => no === after.no - 1)
  const isTaken = Object.entries(decided).some(
    ([key, { byId }]) => after.suggestions[key] === undefined && byId !== actor.staffId,
  )
  if (isTaken) return refusal('DecisionOfSomebodyElse')
  for (const [key, decision] of Object.entries(after.suggestions)) {
    const known = [decided[key], last?.suggestions[key]].filter((one) => one !== undefined)
    if (known.some((one) => equalJson(fieldsAsJson(decision), fieldsAsJson(one)))) continue
    if (decision.byId !== actor.staffId) return refusal('DecisionOfSomebodyElse')
    if (decision.decision === 'declined' && decision.reason.trim() === '')
      return refusal('DecliningNeedsReason')
  }
  return null
}
