import type { Pool } from 'pg'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'

export interface NotedRead {
  readonly kind: string
  readonly id: string
  readonly purpose: string
  readonly claimedAt: string
}

/** Reads of files, also those made offline and reported later (NPR 36, G7). */
export async function noteReads(
  pool: Pool,
  actor: Actor,
  reads: readonly NotedRead[],
): Promise<void> {
  if (reads.length === 0) return
  await transact(pool, actor.agencyId, ({ rows }) =>
    rows(
      `insert into audit (agency_id, actor_id, action, kind, record_id, detail, claimed_at)
       select $1, $2, 'read.opened', kind, id, jsonb_build_object('purpose', purpose), "claimedAt"
       from jsonb_to_recordset($3::jsonb) as r (kind text, id uuid, purpose text, "claimedAt" timestamptz)`,
      [actor.agencyId, actor.staffId, JSON.stringify(reads)],
    ),
  )
}
