// Chains the audit: each row's hash covers the row before it, so that a row altered or taken out behind our back is named.
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { transact } from '../database/transact.ts'
import { repeatForever } from '../kit/repeat-forever.ts'

const pauseMilliseconds = 5_000
const rowsAtOnce = 2_000

interface AuditRow {
  readonly seq: string
  readonly text: string
  readonly chain: Buffer | null
}

const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`

// An array keeps empty places, so that no value can be moved to a neighbouring column; times do not hang on a session's zone.
const rowText = `jsonb_build_array(seq, ${utc('at')}, actor_id, device_id, action, kind, record_id, scope, change_id, detail, ${utc('claimed_at')}, payload_hash)::text`

export function linkOf(previous: Buffer, text: string): Buffer {
  return createHash('sha256').update(previous).update(text).digest()
}

/** Seals what has been committed; rows of transactions still open wait, so that the chain has one order. */
export async function sealAudit(pool: Pool, agencyId: string): Promise<number> {
  return transact(pool, agencyId, async ({ rows }) => {
    await rows("select pg_advisory_xact_lock(hashtextextended('audit|' || $1, 0))", [agencyId])
    const [last] = await rows<{ chain: Buffer }>(
      'select chain from audit where agency_id = $1 and chain is not null order by seq desc limit 1',
      [agencyId],
    )
    // seq is drawn before the commit: a lower one may still be open. Only rows older than every open transaction are sealed.
    const open = await rows<AuditRow>(
      `select seq, ${rowText} as text, chain from audit where agency_id = $1 and chain is null
       and seq < coalesce((select min(seq) from audit where agency_id = $1 and chain is null and tx >= pg_snapshot_xmin(pg_current_snapshot())), 9223372036854775807)
       order by seq limit $2`,
      [agencyId, rowsAtOnce],
    )
    let chain = last?.chain ?? Buffer.alloc(32)
    const links = open.map((row) => {
      chain = linkOf(chain, row.text)
      return { seq: row.seq, chain: chain.toString('base64') }
    })
    if (links.length > 0) {
      await rows(
        "update audit a set chain = decode(l.chain, 'base64') from jsonb_to_recordset($2::jsonb) as l (seq bigint, chain text) where a.agency_id = $1 and a.seq = l.seq",
        [agencyId, JSON.stringify(links)],
      )
    }
    return links.length
  })
}

/** Names the first row whose link does not hold; null when the whole chain does. */
export async function findBrokenLink(pool: Pool, agencyId: string): Promise<number | null> {
  return transact(pool, agencyId, async ({ rows }) => {
    let chain: Buffer = Buffer.alloc(32)
    for (let after = '0'; ; ) {
      const page = await rows<AuditRow>(
        `select seq, ${rowText} as text, chain from audit where agency_id = $1 and chain is not null and seq > $2 order by seq limit $3`,
        [agencyId, after, rowsAtOnce],
      )
      for (const row of page) {
        chain = linkOf(chain, row.text)
        if (row.chain === null || !chain.equals(row.chain)) return Number(row.seq)
        after = row.seq
      }
      if (page.length < rowsAtOnce) return null
    }
  })
}

interface Sealer {
  readonly pool: Pool
  readonly log: (line: string) => void
}

export function sealAuditForever({ pool, log }: Sealer): () => void {
  return repeatForever({
    firstMilliseconds: pauseMilliseconds,
    pauseMilliseconds,
    run: async () => {
      const { rows } = await pool.query<{ id: string }>(
        'select agencies_with_unsealed_audit() as id',
      )
      for (const { id } of rows) while ((await sealAudit(pool, id)) === rowsAtOnce);
    },
    onTrouble: (reason) => log(`audit not sealed this time: ${reason}`),
  })
}
