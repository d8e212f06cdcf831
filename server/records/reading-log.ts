// Who looked into which file when, for whoever answers for it; and that they looked is in it too.
import {
  readingShape,
  readingsPerPage,
  type ReadingFilter,
  type ReadingLog,
} from '../../core/access/reading-log.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import { standingOf } from './standing-of.ts'

interface ReadingRow {
  readonly place: string
  readonly happened: Date
  readonly arrived: Date
  readonly actor_id: string
  readonly action: string
  readonly kind: string | null
  readonly purpose: string | null
  readonly room: string | null
  readonly records: number | null
  readonly family_id: string | null
  readonly code: string | null
}

const actions = ['read.opened', 'read.delivered', 'read.log'] as const

/** Ids of a family's own records: somebody who opens a consent or a person has opened the file. */
const ofFamily = `((a.action = 'read.delivered' and a.scope = 'family:' || $2::text) or a.record_id = any(array(
  select e.id from entry e where e.agency_id = $1 and e.scope = 'family:' || $2::text union select $2::uuid)))`

/**
 * Supervision is for those who take part and for nobody else (D12). Concerns are for supervisors only, and so is how much is written about them; and what other agencies do is nobody's here. So
 * the rows that somebody sees are counted among themselves: a gap in the numbers would tell of what is not shown (S20).
 */
function seenBy({ roles }: Actor, keptOut: readonly string[]): string {
  const shown = roles.includes('supervisor')
    ? ''
    : `and coalesce(kind, '') not like 'concern%' and coalesce(scope, '') not like 'concern:%'`
  const ofSupervision = `and coalesce(kind, '') not like 'supervision%' and coalesce(scope, '') not like 'supervision:%'`
  // FAM-57: of a family that somebody is kept out of they learn nothing here either.
  const ofOthers =
    keptOut.length === 0
      ? 'and cardinality($9::text[]) = 0'
      : `and coalesce(scope, '') <> all ($9::text[]) and 'family:' || coalesce(record_id::text, '') <> all ($9::text[])
         and not exists (select 1 from entry k where k.agency_id = $1 and k.id = audit.record_id and k.scope = any ($9::text[]))`
  return `select *, row_number() over (order by seq) as place from audit
    where agency_id = $1 and actor_id is not null and action = any($3) ${ofSupervision} ${shown} ${ofOthers}`
}

/** The question itself is noted first, so the answer holds it (R59). */
export async function readReadingLog(
  transaction: Transaction,
  keyRing: KeyRing,
  actor: Actor,
  filter: ReadingFilter,
  zone: string,
): Promise<ReadingLog> {
  await noteLogRead(transaction, actor, filter)
  const { familyId, staffId, from, to, delivered, before } = filter
  const wanted = actions.filter((action) => delivered || action !== 'read.delivered')
  const standing = await standingOf(transaction, keyRing, actor)
  const keptOut = [...(standing.excluded ?? [])]
  const rows = await transaction.rows<ReadingRow>(
    `select a.place, coalesce(a.claimed_at, a.at) as happened, a.at as arrived, a.actor_id, a.action, a.kind,
       a.detail ->> 'purpose' as purpose, a.detail ->> 'room' as room, (a.detail ->> 'records')::int as records, f.id as family_id, f.code
     from (${seenBy(actor, keptOut)}) a
     left join lateral (select e.scope from entry e where e.agency_id = $1 and e.id = a.record_id limit 1) r on a.scope is null
     left join family f on f.agency_id = $1
       and 'family:' || f.id::text = coalesce(a.scope, case when a.kind = 'family' then 'family:' || a.record_id::text end, r.scope)
     where a.agency_id = $1 and a.actor_id is not null and a.action = any($3) ${familyId === null ? 'and $2::uuid is null' : `and ${ofFamily}`}
       and ($4::uuid is null or a.actor_id = $4)
       and ($5::date is null or (a.at at time zone $8)::date >= $5)
       and ($6::date is null or (a.at at time zone $8)::date <= $6)
       and ($7::bigint is null or a.place < $7)
     order by a.place desc limit ${readingsPerPage + 1}`,
    [transaction.agencyId, familyId, wanted, staffId, from, to, before, zone, keptOut],
  )
  const readings = rows.slice(0, readingsPerPage).map((row) =>
    readingShape.parse({
      seq: Number(row.place),
      at: row.happened.toISOString(),
      arrivedAt: row.arrived.toISOString(),
      staffId: row.actor_id,
      how: row.action.slice('read.'.length),
      kind: row.kind,
      purpose: row.purpose ?? '',
      room: row.room,
      records: row.records ?? 0,
      familyId: row.family_id,
      familyCode: row.code,
    }),
  )
  return { readings, more: rows.length > readingsPerPage }
}

/** A page further is the same question. */
async function noteLogRead(
  { agencyId, rows }: Transaction,
  { staffId }: Actor,
  { familyId, staffId: about, before }: ReadingFilter,
): Promise<void> {
  if (before !== null) return
  await rows(
    `insert into audit (agency_id, actor_id, action, kind, record_id, detail)
     values ($1, $2, 'read.log', $3, $4, jsonb_build_object('purpose', 'log', 'about', $5::text))`,
    [agencyId, staffId, familyId === null ? 'staff' : 'family', familyId ?? about, about],
  )
}
