// Kept files are sealed anew beside the old ones; those leave the disk when nothing names them and no backup is reading.
// What cannot be read is never taken for gone: a disk that is not mounted looks like one whose files were deleted.
import { z } from 'zod'
import type { Pool } from 'pg'
import type { DataKey, FileStore } from '../files/store/file-store.ts'
import { FileTrouble } from '../files/store/file-trouble.ts'
import { transact } from '../database/transact.ts'
import { masterKeyLock } from './key-locks.ts'
import type { KeyRing } from './key-ring.ts'
import { keyNumber, keyThatSealed, keyToSeal, openBytes, sealBytes, type SealKey } from './seal.ts'
import { rowsOf, underEarlierKey, type SealedPlace } from './sealed-places.ts'

export interface FileKeys {
  readonly pool: Pool
  readonly keyRing: KeyRing
  readonly files: FileStore
}

interface NameRow {
  readonly id: string
  readonly owner: string
  readonly sealed: Buffer
}

/** `lost`: given up by whoever looks after the machine; there is nothing left that a key would open. */
const keptNameShape = z.object({
  name: z.string(),
  storeId: z.string(),
  lost: z.boolean().default(false),
})

export interface FileStep {
  /** The row that was looked at; the next look begins after it. */
  readonly id: string
  readonly owner: string
  readonly came: 'sealedAnew' | 'gone' | 'givenUp' | { readonly unread: string }
}

/**
 * The next file after this row; null when there is none. One that cannot be read keeps its place under the earlier key: its
 * disk may only be away, or still to be restored.
 */
export async function resealNextFile(
  deps: FileKeys,
  agencyId: string,
  place: SealedPlace,
  { after, givesUp }: { readonly after: string; readonly givesUp: ReadonlySet<string> },
): Promise<FileStep | null> {
  const found = await transact(deps.pool, agencyId, async (transaction) => {
    const [row] = await transaction.rows<NameRow>(
      `select p.id, ${place.owner} as owner, ${place.value} as sealed from ${underEarlierKey(place)} and p.id > $2 order by p.id limit 1`,
      [agencyId, after],
    )
    if (row === undefined) return null
    const key = (await deps.keyRing.keysFor(transaction, [row.owner])).get(row.owner)
    return key === undefined ? null : { row, key }
  })
  if (found === null) return null
  const { row, key } = found
  const { id, owner } = row
  const context = place.context(agencyId, id)
  const kept = keptNameShape.parse(JSON.parse(openBytes(key, row.sealed, context).toString('utf8')))
  const storeId = kept.lost
    ? null
    : await copyAnew(deps.files, kept.storeId, keyThatSealed(key, row.sealed), key)
  const isGivenUp = storeId === null && !kept.lost
  if (isGivenUp && !givesUp.has(kept.storeId)) {
    const isStill = await isNamed(deps, agencyId, place, row)
    return { id, owner, came: isStill ? { unread: kept.storeId } : 'gone' }
  }
  const anew = { ...kept, storeId: storeId ?? kept.storeId, lost: storeId === null }
  const name = sealBytes(key, Buffer.from(JSON.stringify(anew)), context)
  const named = await nameAnew(deps, agencyId, {
    place,
    row,
    key,
    name,
    leaves: storeId === null ? [] : [kept.storeId],
    givenUp: isGivenUp ? kept.storeId : null,
  })
  if (!named && storeId !== null) await deps.files.delete(storeId)
  if (!named) return { id, owner, came: 'gone' }
  return { id, owner, came: isGivenUp ? 'givenUp' : 'sealedAnew' }
}

const beyondReading: readonly string[] = ['FileMissing', 'FileAltered', 'FileKeyWrong']

/** Null: that file cannot be read at this moment. */
async function copyAnew(
  files: FileStore,
  storeId: string,
  opener: DataKey,
  key: SealKey,
): Promise<string | null> {
  try {
    const { bytes, name, type } = await files.get(storeId, opener)
    return (await files.put(bytes, { name, type }, keyToSeal(key))).id
  } catch (trouble) {
    if (trouble instanceof FileTrouble && beyondReading.includes(trouble.id)) return null
    throw trouble
  }
}

/** Does the row still name what was not there, or was the file removed, or sealed anew by another process, meanwhile? */
function isNamed(
  { pool }: FileKeys,
  agencyId: string,
  place: SealedPlace,
  { id, sealed }: NameRow,
): Promise<boolean> {
  return transact(pool, agencyId, async ({ rows }) => {
    const found = await rows(
      `select 1 from ${rowsOf(place)} where p.id = $2 and ${place.value} = $3`,
      [agencyId, id, sealed],
    )
    return found.length > 0
  })
}

/** False when the file was removed or named anew meanwhile. */
function nameAnew(
  { pool, keyRing }: FileKeys,
  agencyId: string,
  {
    place,
    row,
    key,
    name,
    leaves,
    givenUp,
  }: {
    readonly place: SealedPlace
    readonly row: NameRow
    readonly key: SealKey
    readonly name: Buffer
    readonly leaves: readonly string[]
    readonly givenUp: string | null
  },
): Promise<boolean> {
  return transact(pool, agencyId, async (transaction) => {
    const now = (await keyRing.keysFor(transaction, [row.owner])).get(row.owner)
    if (now === undefined || keyNumber(now) !== keyNumber(key)) return false
    const named = await transaction.rows(
      `update ${place.table} t set ${place.set} from (select $3::bytea as sealed) r
       where t.agency_id = $1 and t.id = $2 and ${place.where} and ${place.value.replaceAll('p.', 't.')} = $4 returning 1`,
      [agencyId, row.id, name, row.sealed],
    )
    if (named.length === 0) return false
    await transaction.rows(
      'update seal_key set files_left = files_left || $3::text[] where agency_id = $1 and owner = $2',
      [agencyId, row.owner, leaves],
    )
    if (givenUp !== null)
      await transaction.rows(
        "insert into audit (agency_id, action, scope, detail) values ($1, 'key.fileGivenUp', $2, jsonb_build_object('file', $3::text))",
        [agencyId, row.owner, givenUp],
      )
    return true
  })
}

/** A backup that is under way has read rows that name them: then they stay until the next time. Answers how many stay. */
export async function removeSuperseded(
  { pool, files }: FileKeys,
  agencyId: string,
): Promise<number> {
  return transact(pool, agencyId, async ({ rows }) => {
    const waiting = await rows<{ owner: string; files_left: readonly string[] }>(
      "select owner, files_left from seal_key where agency_id = $1 and files_left <> '{}' for update",
      [agencyId],
    )
    if (waiting.length === 0) return 0
    const left = waiting.flatMap((row) => row.files_left)
    const [lock] = await rows<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      masterKeyLock,
    ])
    if (lock?.taken !== true) return left.length
    for (const storeId of left) await files.delete(storeId)
    await rows("update seal_key set files_left = '{}' where agency_id = $1 and owner = any($2)", [
      agencyId,
      waiting.map(({ owner }) => owner),
    ])
    return 0
  })
}
