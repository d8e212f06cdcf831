// The engine's store inside one transaction: reads see own writes, everything is written in a few statements at the end.
import type { Json } from '../../core/kit/json.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { kindByName } from '../../core/kinds.ts'
import type { KindByName, StorePort } from '../../core/sync/port.ts'
import type { Transaction } from '../database/sql.ts'
import { tableOf } from '../database/kind-tables.ts'
import type { KeyRing } from './key-ring.ts'
import { parseAnswer, rowToEntry, type EntryRow } from './row-parse.ts'
import { noteArrived, readDevices } from './device-count.ts'
import { findAhead, findEntries, loadWanted, type Finder } from './find-entries.ts'
import { heldIn, loadHeld } from './held-changes.ts'
import { entryColumns, openMemory, type Memory, type Remember } from './memory.ts'
import { flushWrites, type Writes } from './flush.ts'

export interface UnitOfWork extends StorePort {
  /** Loads ahead, in few statements, what a batch will ask for; and takes the locks that make check and act one. */
  readonly prepare: (changes: readonly Change[]) => Promise<void>
  /** Loads several records in one statement. */
  readonly loadTogether: (
    wanted: readonly { readonly kind: Kind; readonly id: string }[],
  ) => Promise<void>
  /** Writes everything and answers the entries with their new positions. */
  readonly flush: () => Promise<ReadonlyMap<string, Entry>>
}

export function openUnitOfWork(
  transaction: Transaction,
  keyRing: KeyRing,
  now: string,
  kinds: KindByName = kindByName,
): UnitOfWork {
  const memory = openMemory()
  return {
    ...openReads(openFinder(transaction, keyRing, kinds, memory), keyRing),
    ...openWrites(memory),
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

function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`
}

/** Looks records up once: what was seen or written before is answered from memory. */
function openFinder(
  transaction: Transaction,
  keyRing: KeyRing,
  kinds: KindByName,
  memory: Memory,
): Finder {
  const { agencyId } = transaction
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
  return { transaction, kinds, memory, remember, entryOf }
}

type Reads = Pick<
  UnitOfWork,
  'prepare' | 'loadTogether' | 'entry' | 'find' | 'answered' | 'heldFor'
>

function openReads(finder: Finder, keyRing: KeyRing): Reads {
  const { transaction, kinds, memory, remember, entryOf } = finder
  return {
    prepare: async (changes) => {
      await lockScopes(transaction, kinds, changes)
      await loadAhead(transaction, kinds, changes, memory, remember)
      const recordIds = changes.map((change) => change.recordId)
      await loadHeld(transaction, keyRing, recordIds, memory)
      await findAhead(finder, changes)
    },
    loadTogether: async (wanted) => {
      const byKind = new Map<string, Set<string>>()
      for (const { kind, id } of wanted)
        byKind.set(kind.name, (byKind.get(kind.name) ?? new Set()).add(id))
      await remember(await loadWanted(transaction, kinds, byKind))
    },
    entry: entryOf,
    find: (need) => findEntries(finder, need),
    answered: async (changeId) => {
      const logged = memory.logs.findLast((log) => log.change.id === changeId)
      if (logged !== undefined) return { payloadHash: logged.payloadHash, answer: logged.answer }
      return memory.answers.get(changeId) ?? null
    },
    heldFor: async (recordIds) => {
      await loadHeld(transaction, keyRing, recordIds, memory)
      const held = heldIn(memory, recordIds)
      // They may lie in scopes that this batch did not know of when it took its locks.
      await lockScopes(transaction, kinds, held)
      return held
    },
  }
}

function openWrites(memory: Memory): Pick<UnitOfWork, 'put' | 'log' | 'checkpoint' | 'arrived'> {
  return {
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

async function loadAhead(
  transaction: Transaction,
  kinds: KindByName,
  changes: readonly Change[],
  memory: Memory,
  remember: Remember,
): Promise<void> {
  const { agencyId } = transaction
  const answered = await transaction.prepared<{
    id: string
    payload_hash: string
    answer: unknown
  }>(
    'answered',
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
  await remember(await loadWanted(transaction, kinds, wanted))
  for (const [kind, set] of wanted) {
    for (const id of set)
      if (!memory.entries.has(`${kind}:${id}`)) memory.entries.set(`${kind}:${id}`, null)
  }
}
