// Everything of one family: found by what the kinds declare, so that a new kind is reached without anybody thinking of it.
import { z } from 'zod'
import { refusal } from '../../core/kit/outcome.ts'
import { allKinds } from '../../core/kinds.ts'
import { tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'
import { thawRecords } from './freeze-records.ts'
import { KeyDestroyed, type KeyRing } from './key-ring.ts'
import { openBytes } from './seal.ts'

export interface ErasedRecords {
  /** How many rows of each kind, with `changes`, `links` and `files` beside them; nothing where there was none. */
  readonly counts: Readonly<Record<string, number>>
  /** Names in the file store of what is still to be removed from the disk. */
  readonly storeIds: readonly string[]
  /** Staff who had to stay out of it: what stays about it elsewhere stays closed to them. */
  readonly keptOut: readonly string[]
}

/**
 * Removes a family in the caller's transaction, which holds its lock: its records in every scope, their changes but for
 * stubs without words, its links and drafts, its files' rows and its key. Asked again it finds nothing more.
 */
export async function eraseRecords(
  transaction: Transaction,
  keyRing: KeyRing,
  familyId: string,
): Promise<ErasedRecords> {
  const owner = `family:${familyId}`
  await thawRecords(transaction, familyId)
  const keptOut = await listKeptOut(transaction, familyId)
  const storeIds = await listStoreIds(transaction, keyRing, owner)
  const counts: Record<string, number> = {}
  const recordIds = [familyId]
  for (const kind of allKinds) {
    if (kind.scope.of !== 'family' && kind.key.of !== 'family') continue
    const rows = await transaction.rows<{ id: string }>(
      `delete from ${tableOf(kind.name)} where agency_id = $1 and (key_owner = $2 or scope = $2) returning id`,
      [transaction.agencyId, owner],
    )
    if (rows.length > 0) counts[kind.name] = rows.length
    recordIds.push(...rows.map(({ id }) => id))
  }
  const ofFamily = (table: string, column: string, value: string) =>
    countGone(transaction, `delete from ${table} where agency_id = $1 and ${column} = $2`, value)
  const beside = {
    changes: await stubChanges(transaction, owner, recordIds),
    links: await ofFamily('family_link', 'family_id', familyId),
    notices: await ofFamily('sent_notice', 'family_id', familyId),
    transferLinks: await ofFamily('transfer_link', 'family_id', familyId),
    transferPapers: await ofFamily('transfer_received', 'family_id', familyId),
    files: await ofFamily('stored_file', 'key_owner', owner),
    uploads: await ofFamily('upload', 'key_owner', owner),
  }
  for (const [name, count] of Object.entries(beside)) if (count > 0) counts[name] = count
  await transaction.rows('delete from scope_head where agency_id = $1 and scope = $2', [
    transaction.agencyId,
    owner,
  ])
  await destroyKey(transaction, owner)
  return { counts, storeIds, keptOut }
}

async function listKeptOut(
  { agencyId, rows }: Transaction,
  familyId: string,
): Promise<readonly string[]> {
  const found = await rows<{ staff_id: string }>(
    "select distinct staff_id::text from excluded_staff where agency_id = $1 and family_id = $2 and state = 'standing' and not removed",
    [agencyId, familyId],
  )
  return found.map(({ staff_id: staffId }) => staffId)
}

const keptNameShape = z.object({ storeId: z.string() })

/** Where the files lie is sealed with the key that is about to go. */
async function listStoreIds(
  transaction: Transaction,
  keyRing: KeyRing,
  owner: string,
): Promise<readonly string[]> {
  const { agencyId } = transaction
  const [superseded] = await transaction.rows<{ files_left: readonly string[] }>(
    'select files_left from seal_key where agency_id = $1 and owner = $2',
    [agencyId, owner],
  )
  const left = superseded?.files_left ?? []
  const files = await transaction.rows<{ id: string; file_name: Buffer }>(
    'select id, file_name from stored_file where agency_id = $1 and key_owner = $2',
    [agencyId, owner],
  )
  if (files.length === 0) return left
  try {
    const key = (await keyRing.keysFor(transaction, [owner])).get(owner)
    if (key === undefined) return left
    const named = files.map(({ id, file_name: sealed }) => {
      const name = openBytes(key, sealed, `file|${agencyId}|${id}`).toString('utf8')
      return keptNameShape.parse(JSON.parse(name)).storeId
    })
    return [...left, ...named]
  } catch (trouble) {
    if (trouble instanceof KeyDestroyed) return left
    throw trouble
  }
}

/**
 * What was applied, held or refused keeps its number, its moment and its author, so that it is known when it comes again;
 * its words go. A fingerprint that another key could still open goes too.
 */
function stubChanges(
  transaction: Transaction,
  owner: string,
  recordIds: readonly string[],
): Promise<number> {
  const { id, details } = refusal('RecordMissing')
  return countGone(
    transaction,
    `update change_log set status = 'erased', payload = '', waits_for = null,
       payload_hash = case when key_owner = $2 and payload_hash ~ '^h[0-9]+:' then payload_hash else '' end,
       answer = jsonb_build_object('changeId', id, 'status', 'refused', 'refusal', $4::jsonb)
     where agency_id = $1 and status <> 'erased'
       and (key_owner = $2 or record_id = any($3::uuid[]) or (status = 'held' and waits_for && $3::uuid[]))`,
    owner,
    recordIds,
    JSON.stringify({ id, details }),
  )
}

async function countGone(
  { agencyId, rows }: Transaction,
  text: string,
  ...values: readonly unknown[]
): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    `with gone as (${text} returning 1) select count(*)::int as count from gone`,
    [agencyId, ...values],
  )
  return counted?.count ?? 0
}

/** The key's row stays without the key: it says that there was one, and keeps another from being made. */
async function destroyKey({ agencyId, rows }: Transaction, owner: string): Promise<void> {
  await rows(
    `insert into seal_key (agency_id, owner, wrapped, destroyed_at) values ($1, $2, null, now())
     on conflict (agency_id, owner) do update set wrapped = null, earlier = null, files_left = '{}',
       destroyed_at = coalesce(seal_key.destroyed_at, now())`,
    [agencyId, owner],
  )
}
