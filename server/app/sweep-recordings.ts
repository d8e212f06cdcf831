// A recording that no interview holds any more is not kept: taken away, its interview removed, or never attached (INQ-31).
import { z } from 'zod'
import { transact } from '../database/transact.ts'
import { repeatForever } from '../kit/repeat-forever.ts'
import { openBytes } from '../records/seal.ts'
import type { House } from './house.ts'

const pauseMilliseconds = 3_600_000
const firstMilliseconds = 60_000
const keptNameShape = z.object({ storeId: z.string() })

interface LooseRow extends Record<string, unknown> {
  readonly id: string
  readonly key_owner: string
  readonly file_name: Buffer
}

/** Deletes recordings that nobody holds and that are older than so many hours; answers how many. */
export async function sweepRecordings(house: House, hours = 24): Promise<number> {
  const { rows } = await house.pool.query<{ id: string }>('select all_agencies() as id')
  let swept = 0
  for (const { id: agencyId } of rows) {
    const loose = await findLoose(house, agencyId, hours)
    for (const { fileId, storeId } of loose) {
      // The bytes go first: a row without them is swept again, bytes without a row would be found by nobody.
      await house.files.delete(storeId)
      await transact(house.pool, agencyId, ({ rows: run }) =>
        run(
          `with gone as (delete from stored_file where agency_id = $1 and id = $2 returning id, key_owner)
           insert into audit (agency_id, action, record_id, scope) select $1, 'file.swept', id, key_owner from gone`,
          [agencyId, fileId],
        ),
      )
      swept += 1
    }
  }
  return swept
}

function findLoose(
  house: House,
  agencyId: string,
  hours: number,
): Promise<readonly { readonly fileId: string; readonly storeId: string }[]> {
  return transact(house.pool, agencyId, async (transaction) => {
    const rows = await transaction.rows<LooseRow>(
      `select id, key_owner, file_name from stored_file f
       where agency_id = $1 and purpose = 'interviewAudio' and created_at <= now() - make_interval(hours => $2)
         and not exists (select 1 from interview i where i.agency_id = $1 and not i.removed
           and i.body ->> 'audioFileId' = f.id::text)`,
      [agencyId, hours],
    )
    if (rows.length === 0) return []
    const owners = [...new Set(rows.map((row) => row.key_owner))]
    const keys = await house.keyRing.keysToOpen(transaction, owners)
    return rows.flatMap(({ id, key_owner: owner, file_name: sealed }) => {
      const key = keys.get(owner)
      if (key === undefined) return []
      const name = openBytes(key, sealed, `file|${agencyId}|${id}`).toString('utf8')
      return [{ fileId: id, storeId: keptNameShape.parse(JSON.parse(name)).storeId }]
    })
  })
}

export function sweepRecordingsForever(house: House): () => void {
  return repeatForever({
    firstMilliseconds,
    pauseMilliseconds,
    run: () => sweepRecordings(house),
    onTrouble: (reason) => house.log(`recordings not swept this time: ${reason}`),
  })
}
