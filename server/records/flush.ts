// What a transaction has decided, written in a handful of statements: positions, records, change log, audit.
import { keyOwnerOf, type Entry } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import type { AppliedChange, KindByName } from '../../core/sync/port.ts'
import { tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'
import { writeDevices } from './device-count.ts'
import type { KeyRing } from './key-ring.ts'
import { takeUnsent, type Memory } from './memory.ts'
import { entryToRow, sealChange } from './row-parse.ts'
import { sealHash } from './payload-hash.ts'
import { openSealer, type Seal, type SealKey } from './seal.ts'

/**
 * Sends what has been decided since the last time; may be called again before the database has answered. Keys may have
 * to be fetched first: meanwhile a later flush waits, or a record could be written over by what it was before.
 */
export async function flushWrites(
  transaction: Transaction,
  keyRing: KeyRing,
  kinds: KindByName,
  memory: Memory,
  now: string,
): Promise<void> {
  const { entries, logs, devices } = takeUnsent(memory)
  const scopes = [...new Set(entries.map((entry) => entry.scope))]
    .filter((scope) => !memory.advanced.has(scope))
    .sort()
  for (const scope of scopes) memory.advanced.add(scope)
  const owners = entries
    .map((entry) => ownerOf(kinds, entry))
    .concat(logs.map((log) => log.keyOwner))
  const ready = Promise.all([keyRing.keysFor(transaction, [...new Set(owners)]), memory.turn])
  memory.turn = ready
  const [keys] = await ready
  const seal = openSealer(entries.length + logs.length)
  // Sent together: the database takes them one after the other, and nothing is committed unless all of them are answered.
  const [positions] = await Promise.all([
    advanceScopes(transaction, scopes),
    ...[...byKind(kinds, entries)].map(([kind, ofKind]) =>
      writeEntries(transaction, seal, kind, ofKind, keys),
    ),
    writeLogs(transaction, seal, logs, now, keys),
    endSessions(transaction, logs),
    writeDevices(transaction, devices),
  ])
  for (const [scope, position] of positions) memory.positions.set(scope, position)
}

function kindOf(kinds: KindByName, entry: Entry): Kind {
  const kind = kinds(entry.kind)
  if (kind === null) throw new Error(`Bug: no kind ${entry.kind}`)
  return kind
}

function ownerOf(kinds: KindByName, entry: Entry): string {
  return keyOwnerOf(kindOf(kinds, entry), entry.id, entry.fields)
}

function byKind(kinds: KindByName, entries: readonly Entry[]): ReadonlyMap<Kind, readonly Entry[]> {
  const groups = new Map<Kind, Entry[]>()
  for (const entry of entries) {
    const kind = kindOf(kinds, entry)
    const group = groups.get(kind)
    if (group === undefined) groups.set(kind, [entry])
    else group.push(entry)
  }
  return groups
}

/**
 * One new position per touched scope, shared by all that this transaction writes there. The scope's row stays locked
 * until the commit, so positions become visible in their own order and a cursor never jumps over one (S13). The
 * records' rows take it from there.
 */
async function advanceScopes(
  transaction: Transaction,
  scopes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (scopes.length === 0) return new Map()
  const rows = await transaction.prepared<{ scope: string; position: string }>(
    'advance scopes',
    `insert into scope_head (agency_id, scope, position) select $1, scope, 1 from unnest($2::text[]) as scope order by scope
     on conflict (agency_id, scope) do update set position = scope_head.position + 1 returning scope, position`,
    [transaction.agencyId, scopes],
  )
  return new Map(rows.map((row) => [row.scope, Number(row.position)]))
}

async function writeEntries(
  transaction: Transaction,
  seal: Seal,
  kind: Kind,
  entries: readonly Entry[],
  keys: ReadonlyMap<string, SealKey>,
): Promise<void> {
  const rows = entries.map((entry) =>
    entryToRow(
      seal,
      transaction.agencyId,
      kind,
      entry,
      keys.get(keyOwnerOf(kind, entry.id, entry.fields)) ?? Buffer.alloc(0),
    ),
  )
  await transaction.prepared(
    `write ${kind.name}`,
    `insert into ${tableOf(kind.name)} (agency_id, id, scope, position, version, key_owner, body, sealed, trail, removed)
     select $1, id, scope, h.position, version, "keyOwner", body, decode(sealed, 'base64'), trail, removed
     from jsonb_to_recordset($2::jsonb) as r (id uuid, scope text, version integer, "keyOwner" text, body jsonb, sealed text, trail jsonb, removed boolean)
     join scope_head h using (scope) where h.agency_id = $1
     on conflict (agency_id, id) do update set position = excluded.position, version = excluded.version, body = excluded.body,
       sealed = excluded.sealed, trail = excluded.trail, removed = excluded.removed, updated_at = now()`,
    [transaction.agencyId, JSON.stringify(rows)],
  )
}

const endingSessions: readonly string[] = ['suspend', 'changeRoles']

/** R39: whoever was suspended or given other roles signs in anew; an old cookie does not come back to life. */
async function endSessions(
  transaction: Transaction,
  logs: readonly AppliedChange[],
): Promise<void> {
  const ended = logs.filter(
    ({ change, answer }) =>
      change.kind === 'staff' &&
      answer.status === 'applied' &&
      endingSessions.includes(change.verb),
  )
  if (ended.length === 0) return
  await transaction.rows('delete from login_session where agency_id = $1 and staff_id = any($2)', [
    transaction.agencyId,
    ended.map(({ change }) => change.recordId),
  ])
}

/** The change and its audit row, together with what they did: all in the transaction of the change itself. */
async function writeLogs(
  transaction: Transaction,
  seal: Seal,
  logs: readonly AppliedChange[],
  now: string,
  keys: ReadonlyMap<string, SealKey>,
): Promise<void> {
  if (logs.length === 0) return
  const lastWord = new Map(logs.map((log, index) => [log.change.id, index]))
  const rows = logs.map((log, index) => {
    const { change, answer } = log
    const key = keys.get(log.keyOwner) ?? Buffer.alloc(0)
    return {
      last: lastWord.get(change.id) === index,
      id: change.id,
      record: change.recordId,
      kind: change.kind,
      verb: change.verb,
      actor: change.actorId,
      device: change.deviceId,
      seq: change.deviceSeq,
      claimed: change.claimedAt,
      scope: log.scope,
      owner: log.keyOwner,
      status: answer.status,
      answer,
      hash: sealHash(key, log.payloadHash),
      payload: sealChange(seal, transaction.agencyId, change, key).toString('base64'),
      waits: answer.status === 'held' ? answer.waitsFor : null,
    }
  })
  await transaction.prepared(
    'log changes',
    `with r as (select * from jsonb_to_recordset($2::jsonb) as r (last boolean, id uuid, record uuid, kind text, verb text, actor uuid, device uuid, seq bigint, claimed timestamptz,
       scope text, owner text, status text, answer jsonb, hash text, payload text, waits uuid[])),
     logged as (
       insert into change_log (agency_id, id, record_id, kind, verb, actor_id, device_id, device_seq, claimed_at, arrived_at, scope, key_owner, status, answer, payload_hash, payload, waits_for)
       select $1, id, record, kind, verb, actor, device, seq, claimed, $3, scope, owner, status, answer, hash, decode(payload, 'base64'), waits from r where last
       on conflict (agency_id, id) do update set status = excluded.status, answer = excluded.answer, scope = excluded.scope, waits_for = excluded.waits_for,
         key_owner = excluded.key_owner, payload = excluded.payload, payload_hash = excluded.payload_hash)
     insert into audit (agency_id, at, actor_id, device_id, action, kind, record_id, scope, change_id, detail, claimed_at, payload_hash)
     select $1, $3, actor, device, 'change.' || status, kind, record, scope, id, jsonb_build_object('verb', verb, 'status', status), claimed, hash from r`,
    [transaction.agencyId, JSON.stringify(rows), now],
  )
}
