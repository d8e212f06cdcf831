// The second half of a change of keys: everything that an earlier key still seals is sealed anew, then that key is destroyed.
// A key whose files cannot all be read stays until they can be, or are given up.
import { transact } from '../database/transact.ts'
import type { KeyChanging, KeyProgress, KeysChanged } from './key-changing.ts'
import { isAmong, lookForOld, type Old, untilNone } from './look-for-old.ts'
import { resealSome } from './reseal.ts'
import { removeSuperseded } from './rotate-files.ts'
import { sealedPlaces } from './sealed-places.ts'
import { noteUnread, ownersWaiting, resealFiles, type UnreadFile } from './unread-files.ts'

interface Tally {
  keys: number
  values: number
  files: number
  givenUp: number
}

const rowsAtOnce = 200
const mostRounds = 5

export async function finishChanges(
  deps: KeyChanging,
  agencyId: string,
  onProgress: (progress: KeyProgress) => void = () => undefined,
): Promise<KeysChanged> {
  const made: Tally = { keys: 0, values: 0, files: 0, givenUp: 0 }
  let of: number | null = null
  let unread: readonly UnreadFile[] = []
  let waiting: readonly string[] = []
  for (let round = 1; (await countChanging(deps, agencyId, waiting)) > 0; round += 1) {
    if (round > mostRounds)
      throw new Error('Bug: something is sealed with an earlier key again and again')
    const old = await transact(deps.pool, agencyId, lookForOld)
    of ??= old.reduce((sum, { count }) => sum + count, 0)
    const all = of
    const tell = () => onProgress({ done: made.values + made.files, of: all })
    tell()
    await resealValues(deps, agencyId, old, (some) => {
      made.values += some
      tell()
    })
    unread = await resealFiles(deps, agencyId, old, (came) => {
      if (came === 'givenUp') made.givenUp += 1
      else made.files += 1
      tell()
    })
    const { keys, left } = await destroyEarlier(deps, agencyId)
    made.keys += keys
    waiting = ownersWaiting(left, unread)
  }
  await noteUnread(deps, agencyId, unread)
  const filesLeft = await removeSuperseded(deps, agencyId)
  return { ...made, unread: unread.map(({ storeId }) => storeId), filesLeft }
}

async function resealValues(
  deps: KeyChanging,
  agencyId: string,
  old: readonly Old[],
  onSome: (some: number) => void,
): Promise<void> {
  for (const place of sealedPlaces.filter((one) => isAmong(old, one)))
    await untilNone(async () => {
      const some = await transact(deps.pool, agencyId, (transaction) =>
        resealSome(transaction, deps.keyRing, place, place.atOnce ?? rowsAtOnce),
      )
      onSome(some)
      return some > 0
    })
}

/** How many owners have an earlier key, but for those that wait for files. */
async function countChanging(
  { pool }: KeyChanging,
  agencyId: string,
  waiting: readonly string[],
): Promise<number> {
  return transact(pool, agencyId, async ({ rows }) => {
    const [counted] = await rows<{ count: number }>(
      'select count(*)::int as count from seal_key where agency_id = $1 and earlier is not null and owner <> all($2)',
      [agencyId, waiting],
    )
    return counted?.count ?? 0
  })
}

/** The old key goes only where nothing in the whole database is left under it. */
async function destroyEarlier(
  deps: KeyChanging,
  agencyId: string,
): Promise<{ readonly keys: number; readonly left: readonly Old[] }> {
  const { left, done } = await transact(deps.pool, agencyId, async (transaction) => {
    // One picture of everything: a family that is frozen or taken out again moves between places while they are looked at.
    await transaction.rows('set transaction isolation level repeatable read', [])
    const left = await lookForOld(transaction)
    const busy = new Set(left.map(({ owner }) => owner))
    const done = await transaction.rows<{ owner: string }>(
      `with gone as (update seal_key set earlier = null, files_missing = 0
         where agency_id = $1 and earlier is not null and owner <> all($2) returning owner, generation),
       noted as (insert into audit (agency_id, actor_id, action, scope, detail)
         select $1, $3, 'key.changed', owner, jsonb_build_object('key', generation) from gone)
       select owner from gone`,
      [agencyId, [...busy], deps.actorId],
    )
    return { left, done }
  })
  for (const { owner } of done) deps.keyRing.forget(agencyId, owner)
  return { keys: done.length, left }
}
