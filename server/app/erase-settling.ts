// What an erasing leaves to be done outside the database; done again at every start, so that an interruption loses nothing of it.
import type { Pool } from 'pg'
import { dayOf } from '../../core/kit/dates.ts'
import type { FileStore } from '../files/store/file-store.ts'
import { transact } from '../database/transact.ts'
import { eraseRecords } from '../records/erase-records.ts'
import { noteErasure } from '../records/erasures.ts'
import { thawRecords } from '../records/freeze-records.ts'
import type { KeyRing } from '../records/key-ring.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import type { EraseLedger, LedgerEntry } from './erase-ledger.ts'
import { silenceElsewhere } from './silence-elsewhere.ts'

export interface Settling {
  readonly pool: Pool
  readonly keyRing: KeyRing
  readonly files: FileStore
  readonly eraseLedger: EraseLedger
  readonly now: () => string
}

/** Removes the files that wait to be removed, and writes into the ledger what it does not hold yet. */
export async function settleErased(settling: Settling, agencyId: string): Promise<void> {
  const { pool, files, eraseLedger } = settling
  const rows = await transact(pool, agencyId, (transaction) =>
    transaction.rows<{ family_id: string; erased_at: Date; files_left: readonly string[] }>(
      'select family_id, erased_at, files_left from erasure where agency_id = $1 order by position',
      [agencyId],
    ),
  )
  await sweepLate(pool, agencyId)
  const listed = new Set(eraseLedger.list().map(({ familyId }) => familyId))
  for (const { family_id: familyId, erased_at: erasedAt, files_left: left } of rows) {
    if (!listed.has(familyId))
      eraseLedger.append({ agencyId, familyId, erasedAt: erasedAt.toISOString() })
    if (left.length === 0) continue
    for (const storeId of left) await files.delete(storeId)
    await transact(pool, agencyId, (transaction) =>
      transaction.rows(
        "update erasure set files_left = '{}' where agency_id = $1 and family_id = $2 and files_left = $3",
        [agencyId, familyId, left],
      ),
    )
  }
}

/** An upload or a link that was under way while the family went: nobody can open the one, or is to open the other. */
async function sweepLate(pool: Pool, agencyId: string): Promise<void> {
  await transact(pool, agencyId, async ({ rows }) => {
    const erased = 'select family_id from erasure where agency_id = $1'
    await rows(`delete from family_link where agency_id = $1 and family_id in (${erased})`, [
      agencyId,
    ])
    await rows(`delete from sent_notice where agency_id = $1 and family_id in (${erased})`, [
      agencyId,
    ])
    await rows(`delete from transfer_link where agency_id = $1 and family_id in (${erased})`, [
      agencyId,
    ])
    await rows(
      `delete from stored_file where agency_id = $1 and key_owner in (select 'family:' || family_id from (${erased}) gone)`,
      [agencyId],
    )
  })
}

/** At the start: what was interrupted is completed, and what an older backup brought back goes again. Answers how many did. */
export async function settleErasures(settling: Settling): Promise<number> {
  const { rows } = await settling.pool.query<{ id: string }>('select all_agencies() as id')
  const agencies = new Set(rows.map(({ id }) => id))
  let again = 0
  for (const entry of settling.eraseLedger.list())
    if (agencies.has(entry.agencyId) && (await eraseAgain(settling, entry))) again += 1
  for (const agencyId of agencies) await settleErased(settling, agencyId)
  return again
}

/** A backup from before the erasing holds the family and its key. */
async function eraseAgain(
  { pool, keyRing, now }: Settling,
  { agencyId, familyId, erasedAt }: LedgerEntry,
): Promise<boolean> {
  const done = await transact(pool, agencyId, async (transaction) => {
    await takeLocks(transaction, ['agency', `family:${familyId}`])
    const [known] = await transaction.rows(
      'select 1 from erasure where agency_id = $1 and family_id = $2',
      [agencyId, familyId],
    )
    if (known !== undefined) return false
    await thawRecords(transaction, familyId)
    const openPort = () => openUnitOfWork(transaction, keyRing, now())
    const elsewhere = await silenceElsewhere(transaction, openPort, familyId, dayOf(erasedAt))
    const { counts, ...left } = await eraseRecords(transaction, keyRing, familyId)
    const erasure = {
      familyId,
      erasedAt,
      erasedBy: null,
      approvalId: null,
      codeHash: '',
      ground: null,
      alone: false,
      counts: elsewhere === 0 ? counts : { ...counts, wordsElsewhere: elsewhere },
    }
    await noteErasure(transaction, erasure, left)
    return true
  })
  if (done) keyRing.forget(agencyId, `family:${familyId}`)
  return done
}
