// Nothing a family wrote waits for ever: half-written answers end with their link, refused ones after their time.
import type { Pool } from 'pg'
import { transact } from '../database/transact.ts'
import { repeatForever } from '../kit/repeat-forever.ts'

const pauseMilliseconds = 3_600_000
const firstMilliseconds = 30_000

/** Empties what has waited too long; answers of how many links. That it happened is noted, what it was is gone. */
export async function sweepLinks(pool: Pool): Promise<number> {
  const { rows: stale } = await pool.query<{ agency_id: string; id: string }>(
    'select agency_id, id from stale_family_links()',
  )
  for (const { agency_id: agencyId, id } of stale)
    await transact(pool, agencyId, ({ rows }) =>
      rows(
        `with emptied as (
           update family_link set draft = null, draft_at = null, sent_refusal = null where agency_id = $1 and id = $2 returning id, family_id)
         insert into audit (agency_id, action, record_id, scope)
         select $1, 'link.answersExpired', id, 'family:' || family_id from emptied`,
        [agencyId, id],
      ),
    )
  return stale.length
}

interface Sweeper {
  readonly pool: Pool
  readonly log: (line: string) => void
}

export function sweepLinksForever({ pool, log }: Sweeper): () => void {
  return repeatForever({
    firstMilliseconds,
    pauseMilliseconds,
    run: () => sweepLinks(pool),
    onTrouble: (reason) => log(`links not swept this time: ${reason}`),
  })
}
