import type { Approval } from '../access/approval.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Family } from './family.ts'

/** What is asked for with an approval: to leave a family to storage alone, and to take it out again. */
export const freezeAction = 'freezeFamily'
export const thawAction = 'thawFamily'

/** Why a file is only stored. One of these words and no free text: the list of frozen files says it without opening any. */
export const freezeGrounds = ['periodRuns', 'consentWithdrawn', 'familyAsked', 'dispute'] as const
export type FreezeGround = (typeof freezeGrounds)[number]

export function freezeGroundOf(request: Pick<Approval, 'reason'>): FreezeGround | null {
  return freezeGrounds.find((ground) => ground === request.reason) ?? null
}

/**
 * RIG-10: an archived file is frozen when somebody asked for it on one of the grounds since it was last brought back. Whether a
 * second person has agreed is asked of the approval itself, when it is carried out. A hold is no hindrance: it keeps the file.
 */
export function refuseFreezing(
  family: Pick<Family, 'state' | 'reopenedAt'>,
  familyId: string,
  request: Approval | null,
): Refusal | null {
  if (family.state !== 'archived') return refusal('ArchiveFirst')
  if (!isAbout(request, freezeAction, familyId) || request.requestedAt <= (family.reopenedAt ?? ''))
    return refusal('SecondPersonNeeded')
  return freezeGroundOf(request) === null ? refusal('GroundNeeded') : null
}

const shortestReason = 10

/** RIG-11: taking a file out of storage is asked for with a reason, after it was frozen, and agreed to by a second person. */
export function refuseThawing(
  frozenAt: string,
  familyId: string,
  request: Approval | null,
): Refusal | null {
  if (!isAbout(request, thawAction, familyId) || request.requestedAt <= frozenAt)
    return refusal('SecondPersonNeeded')
  return [...request.reason.trim()].length < shortestReason
    ? refusal('ReasonTooShort', { least: shortestReason })
    : null
}

function isAbout(
  request: Approval | null,
  action: string,
  familyId: string,
): request is Approval & { readonly requestedAt: string } {
  return (
    request !== null &&
    request.action === action &&
    request.subjectId === familyId &&
    request.requestedAt !== null
  )
}
