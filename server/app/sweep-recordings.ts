// A recording that nobody may hear any more is not kept: its consent withdrawn, taken away, its interview removed, or never
// attached (INQ-31); nor is a worker's voice that was taken back (CON-16).
import { z } from 'zod'
import { consent } from '../../core/families/consent.ts'
import { consentState } from '../../core/families/consent-state.ts'
import { interview } from '../../core/inquiry/interview/interview.ts'
import { transact } from '../database/transact.ts'
import { repeatForever } from '../kit/repeat-forever.ts'
import { openBytes } from '../records/seal.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

const pauseMilliseconds = 3_600_000
const firstMilliseconds = 60_000
const keptNameShape = z.object({ storeId: z.string() })

interface LooseRow extends Record<string, unknown> {
  readonly id: string
  readonly key_owner: string
  readonly file_name: Buffer
}

/** Deletes recordings that nobody holds or whose consent was taken back, and that are older than so many hours; answers how many. */
export async function sweepRecordings(house: House, hours = 24): Promise<number> {
  const { rows } = await house.pool.query<{ id: string }>('select all_agencies() as id')
  let swept = 0
  for (const { id: agencyId } of rows) {
    const withdrawn = await listWithdrawn(house, agencyId, hours)
    const loose = await findLoose(house, agencyId, hours, withdrawn)
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

/**
 * Recordings that an interview holds and to which the child's consent was taken back, or refused after all, before today. A
 * file under a legal hold keeps them; nobody hears them there either.
 */
async function listWithdrawn(
  house: House,
  agencyId: string,
  hours: number,
): Promise<readonly string[]> {
  const families = await transact(house.pool, agencyId, ({ rows }) =>
    rows<{ family_id: string }>(
      `select distinct i.family_id from interview i
       join family f on f.agency_id = i.agency_id and f.id = i.family_id and f.body ->> 'heldSince' is null
       where i.agency_id = $1 and not i.removed and i.body ->> 'audioFileId' is not null`,
      [agencyId],
    ),
  )
  const ids = families.map((row) => row.family_id)
  if (ids.length === 0) return []
  const today = house.today()
  return lookAt(house, agencyId, async (look) => {
    const consents = await look.every(consent, 'familyId', ids)
    return (await look.every(interview, 'familyId', ids)).flatMap((its) => {
      if (its.audioFileId === null || its.childId === null) return []
      const { state, decision } = consentState(consents, its.childId, 'recording', today)
      const since = decision?.withdrawnOn ?? decision?.decidedOn ?? today
      const isOver = hours === 0 || since < today
      return isOver && (state === 'withdrawn' || state === 'refused') ? [its.audioFileId] : []
    })
  })
}

function findLoose(
  house: House,
  agencyId: string,
  hours: number,
  withdrawn: readonly string[],
): Promise<readonly { readonly fileId: string; readonly storeId: string }[]> {
  return transact(house.pool, agencyId, async (transaction) => {
    const rows = await transaction.rows<LooseRow>(
      `select id, key_owner, file_name from stored_file f
       where agency_id = $1 and purpose in ('interviewAudio', 'spokenWords')
         and created_at <= now() - make_interval(hours => $2)
         and (f.id = any($3::uuid[])
           or not exists (
             select 1 from interview i where i.agency_id = $1 and not i.removed and i.body ->> 'audioFileId' = f.id::text
             union all
             select 1 from spoken_words s where s.agency_id = $1 and not s.removed and s.body ->> 'audioFileId' = f.id::text))`,
      [agencyId, hours, withdrawn],
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
