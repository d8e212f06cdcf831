// A family that is only stored: its rows lie in a drawer that nothing of the house looks into, as they were, under the same key.
import { person } from '../../core/families/person.ts'
import type { Day } from '../../core/kit/dates.ts'
import { allKinds } from '../../core/kinds.ts'
import { quoteName } from '../database/sql.ts'
import { tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import { takeLocks } from './prepare-batch.ts'
import { type EntryRow, rowToEntry } from './row-parse.ts'

/** What is known of a frozen family without opening its drawer. */
export interface FrozenFamily {
  readonly familyId: string
  readonly code: string
  readonly frozenAt: string
  readonly frozenBy: string
  readonly ground: string
  readonly held: boolean
  readonly lastServiceOn: string | null
}

/** Tables of its own records in every scope, and of what hangs on it beside them. */
const kindTables = allKinds
  .filter((kind) => kind.scope.of === 'family' || kind.key.of === 'family')
  .map(({ name }) => tableOf(name))
const wordsTable = tableOf('approval')

interface Drawer {
  readonly table: string
  readonly where: string
}

const drawers: readonly Drawer[] = [
  ...kindTables.map((table) => ({ table, where: '(key_owner = $3 or scope = $3)' })),
  { table: quoteName('family_link'), where: 'family_id = $2' },
  { table: quoteName('sent_notice'), where: 'family_id = $2' },
  { table: quoteName('transfer_link'), where: 'family_id = $2' },
  { table: quoteName('transfer_received'), where: 'family_id = $2' },
  { table: quoteName('stored_file'), where: 'key_owner = $3' },
]

/** Whose rows may lie in a drawer, sealed as they were: a change of keys reaches them there (sealed-places.ts). */
export const drawerTables: readonly string[] = [...drawers.map(({ table }) => table), wordsTable]

/**
 * P10: takes every row of the family out of the tables that anything reads, in the caller's transaction, which holds its lock.
 * What waits in nobody's table is in no feed, search, count, export, paper or link. Answers how many rows went.
 */
export async function freezeRecords(
  transaction: Transaction,
  family: Omit<FrozenFamily, 'held'> & { readonly held: boolean },
): Promise<number> {
  const { agencyId, rows } = transaction
  const { familyId } = family
  const owner = `family:${familyId}`
  let moved = 0
  const scopes = new Set<string>()
  for (const { table, where } of drawers) {
    const gone = await rows<{ scope: string | null }>(
      `with gone as (delete from ${table} where agency_id = $1 and ($2::uuid is not null) and ($3::text is not null) and ${where} returning *)
       insert into frozen_row (agency_id, family_id, place, id, body)
       select $1, $2, $4, gone.id, to_jsonb(gone) from gone returning body ->> 'scope' as scope`,
      [agencyId, familyId, owner, table],
    )
    moved += gone.length
    for (const { scope } of gone)
      if (scope !== null && scope !== owner && scope !== 'agency') scopes.add(scope)
  }
  await rows(
    `insert into frozen_family (agency_id, family_id, code, frozen_at, frozen_by, ground, held, last_service_on, scopes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      agencyId,
      familyId,
      family.code,
      family.frozenAt,
      family.frozenBy,
      family.ground,
      family.held,
      family.lastServiceOn,
      [...scopes],
    ],
  )
  return moved
}

/** The words of a request about the family go into the drawer too: its row stays, for it says who agreed to what. */
export async function keepWords(
  { agencyId, rows }: Transaction,
  familyId: string,
  approvalIds: readonly string[],
): Promise<void> {
  await rows(
    `insert into frozen_row (agency_id, family_id, place, id, body)
     select agency_id, $2, $4, id, jsonb_build_object('sealed', sealed) from approval where agency_id = $1 and id = any($3::uuid[])`,
    [agencyId, familyId, approvalIds, wordsTable],
  )
}

/** Puts everything back where it was, at new places in the feed, so that devices learn of it. Without a frozen family nothing happens. */
export async function thawRecords(transaction: Transaction, familyId: string): Promise<number> {
  const { agencyId, rows } = transaction
  const own = [agencyId, familyId]
  const places = await rows<{ place: string; fields: readonly string[] }>(
    `select place, array_agg(distinct field) as fields from frozen_row, jsonb_object_keys(body) as field
     where agency_id = $1 and family_id = $2 group by place`,
    own,
  )
  const scopes = await rows<{ scope: string }>(
    "select distinct body ->> 'scope' as scope from frozen_row where agency_id = $1 and family_id = $2 and body ? 'scope' union select 'agency'",
    own,
  )
  await takeLocks(
    transaction,
    scopes.map(({ scope }) => scope),
  )
  await moveHeads(
    transaction,
    scopes.map(({ scope }) => scope),
  )
  let back = 0
  for (const { place, fields } of places)
    back +=
      place === wordsTable
        ? await giveWordsBack(transaction, familyId)
        : await putBack(transaction, familyId, place, fields)
  await rows('delete from frozen_row where agency_id = $1 and family_id = $2', own)
  await rows('delete from frozen_family where agency_id = $1 and family_id = $2', own)
  return back
}

async function moveHeads(
  { agencyId, rows }: Transaction,
  scopes: readonly string[],
): Promise<void> {
  await rows(
    `insert into scope_head (agency_id, scope, position) select $1, scope, 1 from unnest($2::text[]) as scope order by scope
     on conflict (agency_id, scope) do update set position = scope_head.position + 1`,
    [agencyId, scopes],
  )
}

/** Columns that a later version added take what a new row has; what the database computes it computes again. */
async function putBack(
  { agencyId, rows }: Transaction,
  familyId: string,
  place: string,
  fields: readonly string[],
): Promise<number> {
  const table = drawers.find((drawer) => drawer.table === place)?.table
  if (table === undefined) throw new Error(`Bug: ${place} is no drawer of ours`)
  const known = await rows<{ name: string }>(
    `select a.attname as name from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [table],
  )
  const names = known.map(({ name }) => name).filter((name) => fields.includes(name))
  const values = names.map((name) =>
    name === 'position' ? 'coalesce(h.position, r.position)' : `r.${quoteName(name)}`,
  )
  const columns = names.map(quoteName).join(', ')
  const head = names.includes('scope')
    ? 'left join scope_head h on h.agency_id = $1 and h.scope = r.scope'
    : ''
  const [counted] = await rows<{ count: number }>(
    `with back as (
       insert into ${table} (${columns})
       select ${values.join(', ')} from frozen_row f cross join lateral jsonb_populate_record(null::${table}, f.body) r ${head}
       where f.agency_id = $1 and f.family_id = $2 and f.place = $3 returning 1)
     select count(*)::int as count from back`,
    [agencyId, familyId, place],
  )
  return counted?.count ?? 0
}

async function giveWordsBack({ agencyId, rows }: Transaction, familyId: string): Promise<number> {
  const back = await rows(
    `update approval a set sealed = (f.body ->> 'sealed')::bytea, version = a.version + 1, position = h.position
     from frozen_row f, scope_head h
     where f.agency_id = $1 and f.family_id = $2 and f.place = $3 and a.agency_id = $1 and a.id = f.id
       and h.agency_id = $1 and h.scope = a.scope returning a.id`,
    [agencyId, familyId, wordsTable],
  )
  return back.length
}

const columns = `family_id as "familyId", code, to_char(frozen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "frozenAt",
  frozen_by as "frozenBy", ground, held, to_char(last_service_on, 'YYYY-MM-DD') as "lastServiceOn"`

export async function findFrozen(
  { agencyId, rows }: Transaction,
  familyId: string,
): Promise<FrozenFamily | null> {
  const [found] = await rows<FrozenFamily>(
    `select ${columns} from frozen_family where agency_id = $1 and family_id = $2`,
    [agencyId, familyId],
  )
  return found ?? null
}

export function listFrozen({ agencyId, rows }: Transaction): Promise<readonly FrozenFamily[]> {
  return rows<FrozenFamily>(
    `select ${columns} from frozen_family where agency_id = $1 order by code, family_id`,
    [agencyId],
  )
}

/** The groups out of which rows of this frozen family were taken. */
export async function groupsOfFrozen(
  { agencyId, rows }: Transaction,
  familyId: string,
): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    `select distinct substr(scope, 7) as id from frozen_family, unnest(scopes) as scope
     where agency_id = $1 and family_id = $2 and scope like 'group:%' order by id`,
    [agencyId, familyId],
  )
  return found.map(({ id }) => id)
}

/** How many frozen families each of these groups is without. */
export async function countFrozenIn(
  { agencyId, rows }: Transaction,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ id: string; families: number }>(
    `select substr(scope, 7) as id, count(*)::int as families from frozen_family, unnest(scopes) as scope
     where agency_id = $1 and scope = any($2) group by scope`,
    [agencyId, groupIds.map((id) => `group:${id}`)],
  )
  return new Map(found.map(({ id, families }) => [id, families]))
}

/** Scopes beside the family's own out of which rows were taken, each with a mark that changes when that happens again. */
export async function frozenMarks({
  agencyId,
  prepared,
}: Transaction): Promise<ReadonlyMap<string, string>> {
  const marked = await prepared<{ scope: string; mark: string }>(
    'frozen marks',
    `select scope, left(md5(string_agg(family_id::text || frozen_at::text, ' ' order by family_id)), 8) as mark
     from frozen_family, unnest(scopes) as scope where agency_id = $1 group by scope`,
    [agencyId],
  )
  return new Map(marked.map(({ scope, mark }) => [scope, mark]))
}

/** Days of birth of the children of frozen families: all that is ever read out of a drawer, to tell when its time is over (RIG-12). */
export async function readDrawnBirths(
  transaction: Transaction,
  keyRing: KeyRing,
  familyIds: readonly string[],
): Promise<readonly { readonly familyId: string; readonly bornOn: Day | null }[]> {
  const { agencyId } = transaction
  const rows = await transaction.rows<EntryRow>(
    `select '${person.name}' as kind, id, body ->> 'scope' as scope, body ->> 'position' as position,
       (body -> 'version')::int as version, body ->> 'key_owner' as key_owner, body -> 'body' as body,
       (body ->> 'sealed')::bytea as sealed, body -> 'trail' as trail, false as removed
     from frozen_row where agency_id = $1 and family_id = any($2::uuid[]) and place = $3
       and not (body ->> 'removed')::boolean`,
    [agencyId, familyIds, tableOf(person.name)],
  )
  const keys = await keyRing.keysToOpen(transaction, [...new Set(rows.map((row) => row.key_owner))])
  return rows
    .map((row) => rowToEntry(agencyId, row, keys.get(row.key_owner) ?? Buffer.alloc(0)))
    .map((entry) => person.read(entry.fields))
    .filter(({ role }) => role === 'child')
    .map(({ familyId, bornOn }) => ({ familyId, bornOn }))
}
