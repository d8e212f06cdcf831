// Seals anew what an earlier key has sealed, some rows at a time, while everybody goes on working.
import { hash } from 'node:crypto'
import { hashChange } from '../../core/sync/apply.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import { sealHash } from './payload-hash.ts'
import { openChange } from './row-parse.ts'
import { openBytes, sealBytes, type SealKey } from './seal.ts'
import { underEarlierKey, type SealedPlace } from './sealed-places.ts'

interface OldRow {
  readonly id: string
  readonly owner: string
  readonly sealed: Buffer
}

/** Answers how many rows were sealed anew; 0 when none is left. Each row is locked: a change to it comes before or after. */
export async function resealSome(
  transaction: Transaction,
  keyRing: KeyRing,
  place: SealedPlace,
  most: number,
): Promise<number> {
  const { agencyId } = transaction
  const rows = await transaction.rows<OldRow>(
    `select p.${place.id} as id, ${place.owner} as owner, ${place.value} as sealed
     from ${underEarlierKey(place)} order by p.${place.id} limit $2 for update of p`,
    [agencyId, most],
  )
  if (rows.length === 0) return 0
  const keys = await keyRing.keysFor(transaction, [...new Set(rows.map(({ owner }) => owner))])
  const anew = rows.map(({ id, owner, sealed }) => {
    const key = keys.get(owner)
    if (key === undefined) throw new Error(`Bug: no key of ${owner}`)
    const context = place.context(agencyId, id)
    return sealBytes(key, openBytes(key, sealed, context), context)
  })
  await transaction.rows(
    `update ${place.table} t set ${place.set}
     from unnest($2::uuid[], $3::bytea[]) as r (id, sealed) where t.agency_id = $1 and ${place.where} and t.${place.id} = r.id`,
    [agencyId, rows.map(({ id }) => id), anew],
  )
  if (place.column === 'payload') await rehash(transaction, keys, rows)
  return rows.length
}

/** A repeated change is known again by its fingerprint under the key in force: made anew from the change itself. */
async function rehash(
  transaction: Transaction,
  keys: ReadonlyMap<string, SealKey>,
  rows: readonly OldRow[],
): Promise<void> {
  const { agencyId } = transaction
  const hashes = rows.map(({ id, owner, sealed }) => {
    const key = keys.get(owner) ?? Buffer.alloc(0)
    const change = openChange(agencyId, id, sealed, key)
    return sealHash(
      key,
      hashChange(change, (text) => hash('sha256', text)),
    )
  })
  await transaction.rows(
    `update change_log t set payload_hash = r.hash
     from unnest($2::uuid[], $3::text[]) as r (id, hash) where t.agency_id = $1 and t.id = r.id`,
    [agencyId, rows.map(({ id }) => id), hashes],
  )
}
