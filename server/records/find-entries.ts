// Looking records up inside a transaction: in few statements, ahead of the rules that will ask.
import { createHash } from 'node:crypto'
import type { QueryResultRow } from 'pg'
import type { Json, JsonObject } from '../../core/kit/json.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind, Need } from '../../core/sync/kind.ts'
import type { KindByName } from '../../core/sync/port.ts'
import { columnOf, tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'
import { entryColumns, type Memory, type Remember } from './memory.ts'
import type { EntryRow } from './row-parse.ts'

/** A prepared statement's name may have 63 characters, and two texts must never share one. */
function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** A record that somebody will ask for. */
export interface Wanted {
  readonly kind: string
  readonly id: string
}

/** Loads records in one statement, and remembers also which of them there are not. What is known is not asked again. */
export async function loadWanted(finder: Finder, wanted: readonly Wanted[]): Promise<void> {
  const { memory } = finder
  const unknown = wanted.filter(({ kind, id }) => !memory.entries.has(`${kind}:${id}`))
  await finder.remember(await selectWanted<EntryRow>(finder, entryColumns, unknown))
  for (const { kind, id } of unknown)
    if (!memory.entries.has(`${kind}:${id}`)) memory.entries.set(`${kind}:${id}`, null)
}

/** One statement over the tables of these kinds: planned once for each set of kinds that travels together. */
export async function selectWanted<Row extends QueryResultRow>(
  { transaction, kinds }: Pick<Finder, 'transaction' | 'kinds'>,
  columns: string,
  wanted: readonly Wanted[],
): Promise<readonly Row[]> {
  const byKind = new Map<string, Set<string>>()
  for (const { kind, id } of wanted)
    if (kinds(kind) !== null) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id))
  if (byKind.size === 0) return []
  const known = [...byKind].sort()
  const parts = known.map(
    ([name], index) =>
      `select '${name}'::text as ${columns} from ${tableOf(name)} where agency_id = $1 and id = any($${index + 2}::uuid[])`,
  )
  const text = parts.join(' union all ')
  return transaction.prepared<Row>(nameOf(text), text, [
    transaction.agencyId,
    ...known.map(([, ids]) => [...ids]),
  ])
}

export interface Finder {
  readonly transaction: Transaction
  readonly kinds: KindByName
  readonly memory: Memory
  readonly remember: Remember
  readonly entryOf: (kind: Kind, id: string) => Promise<Entry | null>
}

export async function findEntries(finder: Finder, need: Need): Promise<readonly Entry[]> {
  const { memory } = finder
  const kind = finder.kinds(need.kind)
  if (kind === null) return []
  const fields = Object.keys(need.where)
  const { id } = need.where
  if (id !== undefined && fields.length === 1) {
    const entry = await finder.entryOf(kind, id)
    return entry === null ? [] : [entry]
  }
  const key = keyOfNeed(need)
  const ids = memory.finds.get(key) ?? (await findStored(finder, kind, [need])).get(key) ?? []
  const stored = await Promise.all(ids.map((storedId) => finder.entryOf(kind, storedId)))
  const found = new Map(stored.flatMap((entry) => (entry === null ? [] : [[entry.id, entry]])))
  for (const entry of memory.writes.values())
    if (entry.kind === need.kind) found.set(entry.id, entry)
  // What this transaction has written counts, not what was stored: it may fit now, or fit no longer.
  return [...found.values()].filter((entry) =>
    fields.every((field) => matches(entry, field, need.where[field])),
  )
}

function keyOfNeed({ kind, where }: Need): string {
  return JSON.stringify([kind, Object.entries(where).sort()])
}

/** Asks for several needs of one kind and one set of fields in one statement, and remembers what each found. */
async function findStored(
  { transaction, memory, remember }: Finder,
  kind: Kind,
  needs: readonly Need[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const fields = Object.keys(needs[0]?.where ?? {}).sort()
  const searchable = fields.every(
    (field) => field === 'id' || kind.columns.includes(field) || field in kind.references,
  )
  if (!searchable || fields.length === 0)
    throw new Error(`Bug: ${kind.name} is not looked up by ${fields.join(', ')}`)
  const names = fields.map((_, index) => `w${index}`)
  const types = fields.map((field) =>
    field === 'id' || field in kind.references ? 'uuid' : 'text',
  )
  const wanted = types.map((type, index) => `$${index + 2}::${type}[]`).join(', ')
  const fits = fields.map((field, index) => `e.${columnOf(field)} = want.w${index}`).join(' and ')
  const text = `select nth, '${kind.name}'::text as ${entryColumns} from unnest(${wanted}) with ordinality as want (${names.join(', ')}, nth)
     join ${tableOf(kind.name)} e on e.agency_id = $1 and ${fits}`
  const rows = await transaction.prepared<EntryRow & { readonly nth: string }>(nameOf(text), text, [
    transaction.agencyId,
    ...fields.map((field) => needs.map(({ where }) => where[field])),
  ])
  await remember(rows)
  const found = new Map<string, readonly string[]>(
    needs.map((need, index) => [
      keyOfNeed(need),
      rows.filter(({ nth }) => Number(nth) === index + 1).map(({ id }) => id),
    ]),
  )
  for (const [key, ids] of found) memory.finds.set(key, ids)
  return found
}

/** What the rules of a whole batch will ask to see, fetched together: a guess from each change's own words, never relied on. */
export async function findAhead(finder: Finder, changes: readonly Change[]): Promise<void> {
  const together = new Map<string, Map<string, Need>>()
  for (const change of changes) {
    const kind = finder.kinds(change.kind)
    const fields = kind === null ? null : await guessFields(finder, kind, change)
    if (kind === null || fields === null) continue
    for (const need of kind.ruleNeeds(fields)) {
      const names = Object.keys(need.where).sort().join(' ')
      if (names === 'id' || names === '') continue
      const group = `${need.kind} ${names}`
      together.set(group, (together.get(group) ?? new Map()).set(keyOfNeed(need), need))
    }
  }
  await Promise.all(
    [...together.values()].map(async (needs) => {
      const [first] = needs.values()
      const kind = first === undefined ? null : finder.kinds(first.kind)
      if (kind !== null) await findStored(finder, kind, [...needs.values()])
    }),
  )
}

async function guessFields(finder: Finder, kind: Kind, change: Change): Promise<JsonObject | null> {
  if (change.verb !== 'create') return (await finder.entryOf(kind, change.recordId))?.fields ?? null
  const fields: Record<string, Json> = {}
  for (const [path, wanted] of Object.entries(change.fields))
    if ('to' in wanted && kind.fieldNames.includes(path)) fields[path] = wanted.to
  const parsed = kind.parse(fields)
  return parsed.ok ? parsed.value : null
}

function matches(entry: Entry, field: string, wanted: string | undefined): boolean {
  return (field === 'id' ? entry.id : entry.fields[field]) === wanted
}
