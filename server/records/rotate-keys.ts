// A new key for an owner: first it stands beside the old one, then everything is sealed anew, then the old one is destroyed.
// Stopped anywhere, both keys are there and the next run goes on.
import { randomBytes } from 'node:crypto'
import { transact } from '../database/transact.ts'
import { finishChanges } from './finish-changes.ts'
import type { KeyChanging, KeyProgress, KeysChanged } from './key-changing.ts'
import { masterKeyLock, takeKeys, wrapPlace } from './key-locks.ts'
import { sealBytes } from './seal.ts'

const ownersAtOnce = 200

/** Whose keys there are; those changed in the last hours are left out, so that a run that was stopped is not begun anew. */
export function listOwners(
  { pool }: Pick<KeyChanging, 'pool'>,
  agencyId: string,
  hours: number,
): Promise<readonly string[]> {
  return transact(pool, agencyId, async ({ rows }) => {
    const found = await rows<{ owner: string }>(
      `select owner from seal_key where agency_id = $1 and wrapped is not null
         and (changed_at is null or changed_at < now() - make_interval(hours => $2)) order by owner`,
      [agencyId, hours],
    )
    return found.map(({ owner }) => owner)
  })
}

/** Whose keys are older than this moment: an agreement of then speaks of these, whenever it is gone on with. */
export function listOwnersBefore(
  { pool }: Pick<KeyChanging, 'pool'>,
  agencyId: string,
  moment: string,
): Promise<readonly string[]> {
  return transact(pool, agencyId, async ({ rows }) => {
    const found = await rows<{ owner: string }>(
      `select owner from seal_key where agency_id = $1 and wrapped is not null
         and coalesce(changed_at, created_at) < $2::timestamptz order by owner`,
      [agencyId, moment],
    )
    return found.map(({ owner }) => owner)
  })
}

/** Gives these owners new keys and seals everything of theirs anew; what an earlier run left is finished with it. */
export async function rotateKeys(
  deps: KeyChanging,
  agencyId: string,
  owners: readonly string[],
  onProgress: (progress: KeyProgress) => void = () => undefined,
): Promise<KeysChanged> {
  await beginChanges(deps, agencyId, owners)
  return finishChanges(deps, agencyId, onProgress)
}

/** Some owners after the others: cut off between two lots, those left are the ones with older keys. */
export async function beginChanges(
  deps: KeyChanging,
  agencyId: string,
  owners: readonly string[],
): Promise<void> {
  for (let from = 0; from < owners.length; from += ownersAtOnce)
    await beginChange(deps, agencyId, owners.slice(from, from + ownersAtOnce))
}

/** The exclusive lock waits for everybody who seals with the old key: afterwards nobody does. */
export async function beginChange(
  { pool, keyRing, agreedAt = null }: KeyChanging,
  agencyId: string,
  owners: readonly string[],
): Promise<void> {
  await transact(pool, agencyId, async (transaction) => {
    const { rows } = transaction
    await takeKeys(transaction, owners)
    await rows('select pg_advisory_xact_lock_shared($1)', [masterKeyLock])
    const [inForce] = await rows<{ id: string }>('select id from master_key', [])
    const master = keyRing.findMaster(inForce?.id ?? null)
    const stored = await rows<{ owner: string; generation: number }>(
      `select owner, generation from seal_key where agency_id = $1 and owner = any($2) and wrapped is not null and earlier is null
         and ($3::timestamptz is null or coalesce(changed_at, created_at) < $3) for update`,
      [agencyId, owners, agreedAt],
    )
    const wrapped = stored.map(({ owner, generation }) =>
      sealBytes(master, randomBytes(32), wrapPlace(agencyId, owner, generation + 1)),
    )
    await rows(
      `update seal_key k set earlier = k.wrapped, wrapped = r.wrapped, generation = k.generation + 1, changed_at = greatest(now(), $4::timestamptz)
       from unnest($2::text[], $3::bytea[]) as r (owner, wrapped) where k.agency_id = $1 and k.owner = r.owner`,
      [agencyId, stored.map(({ owner }) => owner), wrapped, agreedAt],
    )
  })
  for (const owner of owners) keyRing.forget(agencyId, owner)
}
