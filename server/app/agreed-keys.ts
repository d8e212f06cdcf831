// What was agreed to about keys and made use of within the last days: whose keys it still means. Everything is read from the
// database, so a change that was cut off between two owners is gone on with by whoever comes next.
import type { Approval } from '../../core/access/approval.ts'
import { changeKeysAction, keyAgreementDays } from '../../core/access/change-keys.ts'
import { transact } from '../database/transact.ts'
import { beginChanges, listOwnersBefore } from '../records/rotate-keys.ts'
import type { KeyChanging } from '../records/key-changing.ts'
import type { House } from './house.ts'

export type Agreed = Pick<Approval, 'subjectKind' | 'subjectId' | 'carriedOutAt'>

/** Oldest first. */
function listAgreed(house: House, agencyId: string): Promise<readonly Agreed[]> {
  return transact(house.pool, agencyId, ({ rows }) =>
    rows<Agreed & Record<string, unknown>>(
      `select subject_kind as "subjectKind", subject_id as "subjectId", body ->> 'carriedOutAt' as "carriedOutAt" from approval
       where agency_id = $1 and not removed and action = $2 and state = 'carriedOut'
         and (body ->> 'carriedOutAt')::timestamptz >= $3::timestamptz - make_interval(days => $4)
       order by (body ->> 'carriedOutAt')::timestamptz`,
      [agencyId, changeKeysAction, house.now(), keyAgreementDays],
    ),
  )
}

/** Whose keys the agreement means: those that were there when it was made use of, and have not been changed since. */
async function ownersMeant(
  house: House,
  agencyId: string,
  { subjectKind, subjectId, carriedOutAt }: Agreed,
): Promise<readonly string[]> {
  const owners = await listOwnersBefore(house, agencyId, carriedOutAt ?? house.now())
  return subjectKind === 'family' ? owners.filter((one) => one === `family:${subjectId}`) : owners
}

/** Gives every owner a new key whom the agreement still means; what is sealed is not touched yet. */
export async function beginAgreed(
  house: House,
  agencyId: string,
  agreed: Agreed,
  deps: KeyChanging,
): Promise<void> {
  const owners = await ownersMeant(house, agencyId, agreed)
  await beginChanges({ ...deps, agreedAt: agreed.carriedOutAt }, agencyId, owners)
}

/** For the server itself: everything that was agreed to, in the order in which it was. */
export async function beginAllAgreed(house: House, agencyId: string): Promise<void> {
  for (const agreed of await listAgreed(house, agencyId))
    await beginAgreed(house, agencyId, agreed, { ...house, actorId: null })
}

/** Is anybody's key older than what was agreed to about it? */
export async function isAnyMeant(house: House, agencyId: string): Promise<boolean> {
  for (const agreed of await listAgreed(house, agencyId))
    if ((await ownersMeant(house, agencyId, agreed)).length > 0) return true
  return false
}
