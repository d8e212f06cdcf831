import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Approval } from './approval.ts'

/** What an approval of changing keys is called. Its subject is the agency, for all of them, or one family. */
export const changeKeysAction = 'changeKeys'

/** For so many days what was agreed to may be done, and gone on with where it was stopped. */
export const keyAgreementDays = 7

/** How a change of keys stands. No count of keys is in it: that would tell how many concerns there are. */
export const keyStateShape = z.object({
  state: z.enum(['resting', 'changing']),
  /** Of what was to be sealed anew; null while that is being counted. */
  percent: z.number().int().min(0).max(100).nullable(),
  /** When keys of the agency or of families were last made, of those whose change is completed. */
  changedAt: instantShape.nullable(),
  /** Some files could not be found or read: the keys that open them stay. */
  waitsForFiles: z.boolean().default(false),
  /** How many, but for those of concerns. */
  filesMissing: z.number().int().min(0).default(0),
})
export type KeyState = z.infer<typeof keyStateShape>

type Request = Pick<
  Approval,
  'action' | 'subjectKind' | 'subjectId' | 'state' | 'requestedAt' | 'decidedAt' | 'carriedOutAt'
>

/**
 * ACC-36: does this approval speak of changing the keys of this agency, or of one family, and is its yes young enough?
 * Whether a second person gave it is asked when it is carried out; one that was carried out may be gone on with.
 */
export function refuseKeyChange(
  request: Request | null,
  agencyId: string,
  now: string,
): Refusal | null {
  const isOurs =
    request !== null &&
    request.action === changeKeysAction &&
    (request.subjectKind === 'family' ||
      (request.subjectKind === 'agency' && request.subjectId === agencyId))
  if (!isOurs) return refusal('SecondPersonNeeded')
  const { carriedOutAt, decidedAt, requestedAt } = request
  const agreedAt = Date.parse(carriedOutAt ?? decidedAt ?? requestedAt ?? '')
  const isYoung = Date.parse(now) - agreedAt <= keyAgreementDays * 86_400_000
  return isYoung ? null : refusal('KeyAgreementOld', { count: keyAgreementDays })
}
