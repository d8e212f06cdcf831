// The engine's store inside one transaction: reads see own writes, everything is written in a few statements at the end.
import type { Json } from '../../core/kit/json.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind, Need } from '../../core/sync/kind.ts'
import { kindByName } from '../../core/kinds.ts'
import type { AppliedChange, KindByName, StorePort } from '../../core/sync/port.ts'
import type { Transaction } from '../database/sql.ts'
import { columnOf, tableOf } from '../database/kind-tables.ts'
import type { KeyRing } from './key-ring.ts'
import { openChange, parseAnswer, rowToEntry, type EntryRow } from './row-parse.ts'
import { noteArrived, readDevices, type DeviceCount } from './device-count.ts'
import { flushWrites, type Writes } from './flush.ts'

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
  readonly devices: Map<string, DeviceCount>
  readonly counted: Set<string>
  writes: Map<string, Entry>
  logs: AppliedChange[]
}

export function openUnitOfWork(
  transaction: Transaction,
  keyRing: KeyRing,
  now: string,
  kinds: KindByName = kindByName,
): UnitOfWork {
  const { agencyId } = transaction
  const memory: Memory = {
    entries: new Map(),
    answers: new Map(),
    devices: new Map(),
    counted: new Set(),
    writes: new Map(),
    logs: [],
  }
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

  const entryOf = async (kind: Kind, id: string): Promise<Entry | null> => {
    const key = keyOf(kind.name, id)
    return (
      memory.writes.get(key) ??
      memory.entries.get(key) ??
      (memory.entries.has(key) ? null : load(kind, id))
    )
  }

  return {
    prepare: async (changes) => {
      await lockScopes(transaction, kinds, changes)
      await loadAhead(transaction, kinds, changes, memory, remember)
    },
    entry: entryOf,
    find: (need) => findEntries({ transaction, kinds, memory, remember, entryOf }, need),
    answered: async (changeId) => {
      const logged = memory.logs.findLast((log) => log.change.id === changeId)
      if (logged !== undefined) return { payloadHash: logged.payloadHash, answer: logged.answer }
      return memory.answers.get(changeId) ?? null
    },
    heldFor: async (recordIds) => {
      const held = heldIn(await loadHeld(transaction, keyRing, recordIds), memory.logs, recordIds)
      // They may lie in scopes that this batch did not know of when it took its locks.
      await lockScopes(transaction, kinds, held)
      return held
    },
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
    arrived: async (deviceId, sequence) => {
      const before = memory.devices.get(deviceId) ?? { deviceId, highest: 0, missing: [] }
      if (sequence.length === 0) return before.missing
      const after = noteArrived(before, sequence)
      memory.devices.set(deviceId, after)
      memory.counted.add(deviceId)
      return after.missing
    },
    flush: () => {
      const writes: Writes = {
        devices: [...memory.devices.values()].filter(({ deviceId }) =>
          memory.counted.has(deviceId),
        ),
        entries: [...memory.writes.values()],
        logs: memory.logs,
        now,
      }
      return flushWrites(transaction, keyRing, kinds, writes)
    },
  }
}

/** The scopes a change will lie in: known from its own fields when it creates, from the stored record otherwise. */
async function lockScopes(
  transaction: Transaction,
  kinds: KindByName,
  changes: readonly Change[],
): Promise<void> {
  // A device's count is locked like a scope: it is read here and written at the end.
  const scopes = new Set(changes.map((change) => `device:${change.deviceId}`))
  const unknown: string[] = []
  for (const change of changes) {
    const kind = kinds(change.kind)
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
  kinds: KindByName,
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
  const deviceIds = [...new Set(changes.map((change) => change.deviceId))]
  for (const count of await readDevices(transaction, deviceIds))
    memory.devices.set(count.deviceId, count)
  const wanted = new Map<string, Set<string>>()
  const want = (kind: string, id: string): void => {
    wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
  }
  for (const change of changes) {
    const kind = kinds(change.kind)
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

interface Finder {
  readonly transaction: Transaction
  readonly kinds: KindByName
  readonly memory: Memory
  readonly remember: Remember
  readonly entryOf: (kind: Kind, id: string) => Promise<Entry | null>
}

async function findEntries(finder: Finder, need: Need): Promise<readonly Entry[]> {
  const { transaction, memory } = finder
  const kind = finder.kinds(need.kind)
  if (kind === null) return []
  const fields = Object.keys(need.where)
  const { id } = need.where
  if (id !== undefined && fields.length === 1) {
    const entry = await finder.entryOf(kind, id)
    return entry === null ? [] : [entry]
  }
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
  const found = new Map((await finder.remember(rows)).map((entry) => [entry.id, entry]))
  for (const entry of memory.writes.values())
    if (entry.kind === need.kind) found.set(entry.id, entry)
  // What this transaction has written counts, not what was stored: it may fit now, or fit no longer.
  return [...found.values()].filter((entry) =>
    fields.every((field) => matches(entry, field, need.where[field])),
  )
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
  return rows.map((row) =>
    openChange(
      transaction.agencyId,
      row.id,
      row.payload,
      keys.get(row.key_owner) ?? Buffer.alloc(0),
    ),
  )
}

/** What waits after this transaction's own decisions: a batch may set a change aside and bring what it waits for. */
function heldIn(
  stored: readonly Change[],
  logs: readonly AppliedChange[],
  recordIds: readonly string[],
): readonly Change[] {
  const held = new Map(stored.map((change) => [change.id, change]))
  for (const { change, answer } of logs) {
    if (answer.status === 'held' && answer.waitsFor.some((id) => recordIds.includes(id)))
      held.set(change.id, change)
    else held.delete(change.id)
  }
  return [...held.values()].sort(
    (left, right) =>
      compareTexts(left.deviceId, right.deviceId) || left.deviceSeq - right.deviceSeq,
  )
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
