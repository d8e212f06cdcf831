import type { Approval } from '../access/approval.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Family } from './family.ts'

/** What is asked for with an approval: the name of the step that two people take. */
export const eraseAction = 'eraseFamily'

/**
 * Why a file is destroyed. One of these words and no free text: what is written about a family goes with the family,
 * and the reason has to outlast it.
 */
export const eraseGrounds = [
  'periodEnded',
  'familyAsked',
  'consentWithdrawn',
  'registeredByMistake',
] as const
export type EraseGround = (typeof eraseGrounds)[number]

/** The ground that an approval names; null when it names none of ours. */
export function eraseGroundOf(request: Pick<Approval, 'reason'>): EraseGround | null {
  return eraseGrounds.find((ground) => ground === request.reason) ?? null
}

/**
 * FAM-32, FAM-33: a family is erased when it is archived, no hold stands, and its erasing was asked for on one of the
 * grounds, for this very family, since it was last brought back. Whether a second person has agreed is asked of the
 * approval itself, when it is carried out.
 */
export function refuseErasing(
  family: Pick<Family, 'state' | 'heldSince' | 'reopenedAt'>,
  familyId: string,
  request: Approval | null,
): Refusal | null {
  if (family.state !== 'archived') return refusal('ArchiveFirst')
  if (family.heldSince !== null) return refusal('FamilyHeld')
  const isAsked =
    request !== null &&
    request.action === eraseAction &&
    request.subjectId === familyId &&
    request.requestedAt !== null &&
    request.requestedAt > (family.reopenedAt ?? '')
  if (!isAsked) return refusal('SecondPersonNeeded')
  return eraseGroundOf(request) === null ? refusal('GroundNeeded') : null
}
