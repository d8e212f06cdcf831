// The engine's store inside one transaction: reads see own writes, everything is written in a few statements at the end.
import type { Json } from '../../core/kit/json.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind, Need } from '../../core/sync/kind.ts'
import type { AppliedChange, StorePort } from '../../core/sync/port.ts'
import { kindByName } from '../../core/kinds.ts'
import type { Transaction } from '../database/sql.ts'
import { columnOf, tableOf } from '../database/kind-tables.ts'
import type { KeyRing } from './key-ring.ts'
import { openChange, parseAnswer, rowToEntry, type EntryRow } from './row-parse.ts'
import { flushWrites, markArrived, type Writes } from './flush.ts'

export interface UnitOfWork extends StorePort {
  /** Loads ahead, in few statements, what a batch will ask for; and takes the locks that make check and act one. */
  readonly prepare: (changes: readonly Change[]) => Promise<void>
  /** Writes everything and answers the entries with their new positions. */
  readonly flush: () => Promise<ReadonlyMap<string, Entry>>
}

const entryColumns = 'kind, id, scope, position, version, key_owner, body, sealed, trail, removed'

interface Memory {
  readonly entries: Map<string, Entry | null>
  readonly answers: Map<string, { payloadHash: string; answer: AppliedChange['answer'] } | null>
  writes: Map<string, Entry>
  logs: AppliedChange[]
}

export function openUnitOfWork(
  transaction: Transaction,
  keyRing: KeyRing,
  now: string,
): UnitOfWork {
  const { agencyId } = transaction
  const memory: Memory = { entries: new Map(), answers: new Map(), writes: new Map(), logs: [] }
  const keyOf = (kind: string, id: string): string => `${kind}:${id}`

  const remember = async (rows: readonly EntryRow[]): Promise<readonly Entry[]> => {
    const keys = await keyRing.keysFor(transaction, [
      ...new Set(rows.filter((row) => row.sealed !== null).map((row) => row.key_owner)),
    ])
    return rows.map((row) => {
      const entry = rowToEntry(agencyId, row, keys.get(row.key_owner) ?? Buffer.alloc(0))
      memory.entries.set(keyOf(entry.kind, entry.id), entry)
      return memory.writes.get(keyOf(entry.kind, entry.id)) ?? entry
    })
  }

  const load = async (kind: Kind, id: string): Promise<Entry | null> => {
    const rows = await transaction.rows<EntryRow>(
      `select '${kind.name}' as ${entryColumns} from ${tableOf(kind.name)} where agency_id = $1 and id = $2`,
      [agencyId, id],
    )
    const [entry] = await remember(rows)
    if (entry === undefined) memory.entries.set(keyOf(kind.name, id), null)
    return entry ?? null
  }

  return {
    prepare: async (changes) => {
      await lockScopes(transaction, changes)
      await loadAhead(transaction, changes, memory, remember)
    },
    entry: async (kind, id) => {
      const key = keyOf(kind.name, id)
      return (
        memory.writes.get(key) ??
        memory.entries.get(key) ??
        (memory.entries.has(key) ? null : load(kind, id))
      )
    },
    find: (need) => findEntries(transaction, need, memory, remember),
    answered: async (changeId) => {
      const logged = memory.logs.find((log) => log.change.id === changeId)
      if (logged !== undefined) return { payloadHash: logged.payloadHash, answer: logged.answer }
      return memory.answers.get(changeId) ?? null
    },
    heldFor: (recordIds) => loadHeld(transaction, keyRing, recordIds),
    put: (entry) => {
      memory.writes.set(keyOf(entry.kind, entry.id), entry)
    },
    log: (applied) => {
      memory.logs.push(applied)
    },
    checkpoint: () => {
      const writes = new Map(memory.writes)
      const logs = memory.logs.length
      return () => {
        memory.writes = writes
        memory.logs = memory.logs.slice(0, logs)
      }
    },
    arrived: (deviceId, sequence) => markArrived(transaction, deviceId, sequence),
    flush: () => {
      const writes: Writes = { entries: [...memory.writes.values()], logs: memory.logs, now }
      return flushWrites(transaction, keyRing, writes)
    },
  }
}

/** The scopes a change will lie in: known from its own fields when it creates, from the stored record otherwise. */
async function lockScopes(transaction: Transaction, changes: readonly Change[]): Promise<void> {
  const scopes = new Set<string>()
  const unknown: string[] = []
  for (const change of changes) {
    const kind = kindByName(change.kind)
    if (kind === null) continue
    const places = change.verb === 'create' ? placesOf(kind, change) : null
    if (places === null) unknown.push(change.recordId)
    else for (const place of places) scopes.add(place)
  }
  if (unknown.length > 0) {
    const rows = await transaction.rows<{ scope: string; key_owner: string }>(
      'select scope, key_owner from entry where agency_id = $1 and id = any($2)',
      [transaction.agencyId, unknown],
    )
    for (const row of rows) scopes.add(row.scope).add(row.key_owner)
  }
  const names = [...scopes].sort()
  if (names.length === 0) return
  await transaction.rows(
    'select pg_advisory_xact_lock(key) from (select hashtextextended(name, 0) as key from unnest($1::text[]) as name order by 1) as ordered',
    [names.map((name) => `${transaction.agencyId}|${name}`)],
  )
}

function placesOf(kind: Kind, change: Change): readonly string[] | null {
  const fields: Record<string, Json> = {}
  for (const [path, field] of Object.entries(change.fields))
    if ('to' in field) fields[path] = field.to
  const place = (rule: Kind['scope'] | Kind['key']): string | null => {
    if (rule.of === 'agency') return 'agency'
    const owner = rule.field === 'id' ? change.recordId : fields[rule.field]
    return typeof owner === 'string' ? `${rule.of}:${owner}` : null
  }
  const scope = place(kind.scope)
  const key = place(kind.key)
  return scope === null || key === null ? null : [scope, key]
}

type Remember = (rows: readonly EntryRow[]) => Promise<readonly Entry[]>

async function loadAhead(
  transaction: Transaction,
  changes: readonly Change[],
  memory: Memory,
  remember: Remember,
): Promise<void> {
  const { agencyId } = transaction
  const answered = await transaction.rows<{ id: string; payload_hash: string; answer: unknown }>(
    'select id, payload_hash, answer from change_log where agency_id = $1 and id = any($2)',
    [agencyId, changes.map((change) => change.id)],
  )
  for (const row of answered)
    memory.answers.set(row.id, { payloadHash: row.payload_hash, answer: parseAnswer(row.answer) })
  const wanted = new Map<string, Set<string>>()
  const want = (kind: string, id: string): void => {
    wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
  }
  for (const change of changes) {
    const kind = kindByName(change.kind)
    if (kind === null) continue
    want(kind.name, change.recordId)
    want('staff', change.actorId)
    for (const [field, target] of Object.entries(kind.references)) {
      const value = change.fields[field]
      if (value !== undefined && 'to' in value && typeof value.to === 'string')
        want(target, value.to)
    }
  }
  const ids = [...new Set([...wanted.values()].flatMap((set) => [...set]))]
  await remember(
    await transaction.rows<EntryRow>(
      `select ${entryColumns} from entry where agency_id = $1 and kind = any($2) and id = any($3)`,
      [agencyId, [...wanted.keys()], ids],
    ),
  )
  for (const [kind, set] of wanted) {
    for (const id of set)
      if (!memory.entries.has(`${kind}:${id}`)) memory.entries.set(`${kind}:${id}`, null)
  }
}

async function findEntries(
  transaction: Transaction,
  need: Need,
  memory: Memory,
  remember: Remember,
): Promise<readonly Entry[]> {
  const kind = kindByName(need.kind)
  if (kind === null) return []
  const fields = Object.keys(need.where)
  const searchable = fields.every(
    (field) => field === 'id' || kind.columns.includes(field) || field in kind.references,
  )
  if (!searchable || fields.length === 0)
    throw new Error(`Bug: ${need.kind} is not looked up by ${fields.join(', ')}`)
  const conditions = fields
    .map((field, index) => `${columnOf(field)} = $${index + 2}`)
    .join(' and ')
  const rows = await transaction.rows<EntryRow>(
    `select '${kind.name}' as ${entryColumns} from ${tableOf(kind.name)} where agency_id = $1 and ${conditions}`,
    [transaction.agencyId, ...Object.values(need.where)],
  )
  const stored = await remember(rows)
  const own = [...memory.writes.values()].filter(
    (entry) =>
      entry.kind === need.kind && fields.every((field) => matches(entry, field, need.where[field])),
  )
  const known = new Set(stored.map((entry) => entry.id))
  return [...stored, ...own.filter((entry) => !known.has(entry.id))]
}

function matches(entry: Entry, field: string, wanted: string | undefined): boolean {
  return (field === 'id' ? entry.id : entry.fields[field]) === wanted
}

async function loadHeld(
  transaction: Transaction,
  keyRing: KeyRing,
  recordIds: readonly string[],
): Promise<readonly Change[]> {
  if (recordIds.length === 0) return []
  const rows = await transaction.rows<{ id: string; payload: Buffer; key_owner: string }>(
    "select id, payload, key_owner from change_log where agency_id = $1 and status = 'held' and waits_for && $2::uuid[] order by device_id, device_seq",
    [transaction.agencyId, recordIds],
  )
  const keys = await keyRing.keysFor(transaction, [...new Set(rows.map((row) => row.key_owner))])
  const held = rows.map((row) =>
    openChange(
      transaction.agencyId,
      row.id,
      row.payload,
      keys.get(row.key_owner) ?? Buffer.alloc(0),
    ),
  )
  // They may lie in scopes that this batch did not know of when it took its locks.
  await lockScopes(transaction, held)
  return held
}
