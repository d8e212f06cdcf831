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
import { entryColumns, keyOf, type Memory } from './memory.ts'
import { stampColumn } from './opened-records.ts'
import type { StampedRow } from './row-parse.ts'

/** A prepared statement's name may have 63 characters, and two texts must never share one. */
function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** A record that somebody will ask for. */
export interface Wanted {
  readonly kind: string
  readonly id: string
}

/** A stored record and what tells its present state from every other. */
export interface Stamp extends Wanted {
  readonly stamp: string
}

/** Loads records, and remembers also which of them there are not. What is known is not asked again. */
export async function loadWanted(finder: Finder, wanted: readonly Wanted[]): Promise<void> {
  const { memory } = finder
  const unknown = wanted.filter(({ kind, id }) => !memory.entries.has(keyOf(kind, id)))
  await loadStamped(finder, await selectWanted<Stamp>(finder, `kind, id, ${stampColumn}`, unknown))
  for (const { kind, id } of unknown)
    if (!memory.entries.has(keyOf(kind, id))) memory.entries.set(keyOf(kind, id), null)
}

/** Of records just seen, only those are read in full that have not been opened before in this state. */
async function loadStamped(finder: Finder, stamps: readonly Stamp[]): Promise<void> {
  const { memory } = finder
  const fresh = stamps.filter(
    (stamp) => !memory.entries.has(keyOf(stamp.kind, stamp.id)) && !finder.recall(stamp),
  )
  await finder.remember(
    await selectWanted<StampedRow>(finder, `${entryColumns}, ${stampColumn}`, fresh),
  )
}

/** One statement per kind, sent together: a statement for each set of kinds would be as many as anybody cares to send. */
export async function selectWanted<Row extends QueryResultRow>(
  { transaction, kinds }: Pick<Finder, 'transaction' | 'kinds'>,
  columns: string,
  wanted: readonly Wanted[],
): Promise<readonly Row[]> {
  const byKind = new Map<string, Set<string>>()
  for (const { kind, id } of wanted)
    if (kinds(kind) !== null) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id))
  const found = await Promise.all(
    [...byKind].sort().map(([name, ids]) => {
      const text = `select '${name}'::text as ${columns} from ${tableOf(name)} where agency_id = $1 and id = any($2::uuid[])`
      return transaction.prepared<Row>(nameOf(text), text, [transaction.agencyId, [...ids]])
    }),
  )
  return found.flat()
}

export interface Finder {
  readonly transaction: Transaction
  readonly kinds: KindByName
  readonly memory: Memory
  readonly remember: (rows: readonly StampedRow[]) => Promise<void>
  /** Whether this very state of a record was opened before; then it is known from now on. */
  readonly recall: (stamp: Stamp) => boolean
  readonly entryOf: (kind: Kind, id: string) => Entry | null | Promise<Entry | null>
}

export async function findEntries(finder: Finder, need: Need): Promise<readonly Entry[]> {
  const { memory } = finder
  const kind = finder.kinds(need.kind)
  if (kind === null) return []
  const fields = Object.keys(need.where)
  const { id } = fields.length === 0 ? { id: finder.transaction.agencyId } : need.where
  if (id !== undefined && fields.length < 2) {
    const entry = await finder.entryOf(kind, id)
    return entry === null ? [] : [entry]
  }
  const key = keyOfNeed(need)
  if (!memory.finds.has(key)) await findStored(finder, kind, [need])
  const ids = memory.finds.get(key) ?? []
  const stored = await Promise.all(ids.map((storedId) => finder.entryOf(kind, storedId)))
  const fits = (entry: Entry): boolean =>
    fields.every((field) => matches(entry, field, need.where[field]))
  const found = new Map(
    stored.flatMap((entry) => (entry !== null && fits(entry) ? [[entry.id, entry]] : [])),
  )
  // What this transaction has written counts, not what was stored: it may fit now, or fit no longer.
  for (const entry of memory.writes.get(need.kind)?.values() ?? []) {
    if (fits(entry)) found.set(entry.id, entry)
    else found.delete(entry.id)
  }
  return [...found.values()]
}

function keyOfNeed({ kind, where }: Need): string {
  return JSON.stringify([kind, Object.entries(where).sort()])
}

/** Asks for several needs of one kind and one set of fields in one statement, and remembers what each found. */
async function findStored(finder: Finder, kind: Kind, needs: readonly Need[]): Promise<void> {
  const { transaction, memory } = finder
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
  const text = `select nth, '${kind.name}'::text as kind, id, ${stampColumn} from unnest(${wanted}) with ordinality as want (${names.join(', ')}, nth)
     join ${tableOf(kind.name)} e on e.agency_id = $1 and ${fits}`
  const rows = await transaction.prepared<Stamp & { readonly nth: string }>(nameOf(text), text, [
    transaction.agencyId,
    ...fields.map((field) => needs.map(({ where }) => where[field])),
  ])
  await loadStamped(finder, rows)
  const found = needs.map((): string[] => [])
  for (const { nth, id } of rows) found[Number(nth) - 1]?.push(id)
  needs.forEach((need, index) => {
    memory.finds.set(keyOfNeed(need), found[index] ?? [])
  })
}

/** Several look-ups in one statement for each kind and set of fields; asked for one by one afterwards, they are known. */
export async function findTogether(finder: Finder, needs: readonly Need[]): Promise<void> {
  const together = new Map<string, Map<string, Need>>()
  for (const need of needs) {
    if (finder.memory.finds.has(keyOfNeed(need))) continue
    const group = `${need.kind} ${fieldsOf(need)}`
    together.set(group, (together.get(group) ?? new Map()).set(keyOfNeed(need), need))
  }
  await Promise.all(
    [...together.values()].map(async (group) => {
      const [first] = group.values()
      const kind = first === undefined ? null : finder.kinds(first.kind)
      if (kind !== null) await findStored(finder, kind, [...group.values()])
    }),
  )
}

function fieldsOf({ where }: Need): string {
  return Object.keys(where).sort().join(' ')
}

/** What the rules of a whole batch will ask to see, fetched together: a guess from each change's own words, never relied on. */
export async function findAhead(finder: Finder, changes: readonly Change[]): Promise<void> {
  const needs: Need[] = []
  for (const change of changes) {
    const kind = finder.kinds(change.kind)
    const fields = kind === null ? null : await guessFields(finder, kind, change)
    if (kind !== null && fields !== null) needs.push(...kind.ruleNeeds(fields))
  }
  // A record by its id alone was loaded with the batch.
  await findTogether(
    finder,
    needs.filter((need) => !['', 'id'].includes(fieldsOf(need))),
  )
}

async function guessFields(finder: Finder, kind: Kind, change: Change): Promise<JsonObject | null> {
  if (change.verb !== 'create') return (await finder.entryOf(kind, change.recordId))?.fields ?? null
  const fields: Record<string, Json> = {}
  for (const field of kind.fieldNames) {
    const wanted = Object.hasOwn(change.fields, field) ? change.fields[field] : undefined
    if (wanted !== undefined && 'to' in wanted) fields[field] = wanted.to
  }
  const parsed = kind.parse(fields)
  return parsed.ok ? parsed.value : null
}

function matches(entry: Entry, field: string, wanted: string | undefined): boolean {
  return (field === 'id' ? entry.id : entry.fields[field]) === wanted
}
