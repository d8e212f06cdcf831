// What a batch will ask for, loaded before it is judged: locks first, then everything in statements that are sent together.
import type { Json } from '../../core/kit/json.ts'
import type { Change } from '../../core/sync/change.ts'
import { recordsMentioned, recordsNamed } from '../../core/sync/refuse-erased.ts'
import type { Kind } from '../../core/sync/kind.ts'
import type { KindByName } from '../../core/sync/port.ts'
import type { Transaction } from '../database/sql.ts'
import { readDevices } from './device-count.ts'
import { findAhead, loadWanted, selectWanted, type Finder, type Wanted } from './find-entries.ts'
import { loadHeld } from './held-changes.ts'
import type { KeyRing } from './key-ring.ts'
import type { Memory } from './memory.ts'
import { isId } from './plain-ids.ts'
import { sealHashLike } from './payload-hash.ts'
import { parseAnswer } from './row-parse.ts'

export async function prepareBatch(
  finder: Finder,
  keyRing: KeyRing,
  changes: readonly Change[],
): Promise<void> {
  const { transaction, memory } = finder
  const unplaced = await findUnplaced(finder, changes)
  const recordIds = changes.map((change) => change.recordId)
  // The database takes them in this order, each with a look of its own: what is read was committed when the locks were held.
  await Promise.all([
    takeLocks(transaction, [...placesAhead(finder.kinds, changes), ...unplaced]),
    loadAnswers(transaction, keyRing, changes, memory),
    loadErased(finder, changes),
    loadDevices(transaction, changes, memory),
    loadWanted(finder, wantedBy(finder.kinds, changes)),
    loadHeld(transaction, keyRing, recordIds, memory),
    findAhead(
      finder,
      changes.filter(({ verb }) => verb === 'create'),
    ),
  ])
  const others = changes.filter(({ verb }) => verb !== 'create')
  if (others.length === 0) return
  await Promise.all([loadWanted(finder, wantedAround(finder, others)), findAhead(finder, others)])
}

/** Locks where these changes lie. */
export async function lockScopes(
  finder: Pick<Finder, 'transaction' | 'kinds'>,
  changes: readonly Change[],
): Promise<void> {
  const unplaced = await findUnplaced(finder, changes)
  await takeLocks(finder.transaction, [...placesAhead(finder.kinds, changes), ...unplaced])
}

/** The scopes that changes name themselves. A device's count is locked like a scope: read here and written at the end. */
function placesAhead(kinds: KindByName, changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => [
    `device:${change.deviceId}`,
    ...(placesNamed(kinds, change) ?? []),
  ])
}

/** Where the stored records lie whose changes do not say it. */
async function findUnplaced(
  finder: Pick<Finder, 'transaction' | 'kinds'>,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const wanted = changes
    .filter((change) => placesNamed(finder.kinds, change) === null)
    .map(({ kind, recordId }) => ({ kind, id: recordId }))
  const rows = await selectWanted<{ scope: string; key_owner: string }>(
    finder,
    'kind, scope, key_owner',
    wanted,
  )
  return rows.flatMap(({ scope, key_owner: owner }) => [scope, owner])
}

/** Held until the transaction ends: whoever changes anything here waits. */
export async function takeLocks(
  transaction: Transaction,
  scopes: readonly string[],
): Promise<void> {
  const names = [...new Set(scopes)].sort()
  if (names.length === 0) return
  await transaction.prepared(
    'lock scopes',
    'select pg_advisory_xact_lock(key) from (select hashtextextended(name, 0) as key from unnest($1::text[]) as name order by 1) as ordered',
    [names.map((name) => `${transaction.agencyId}|${name}`)],
  )
}

/** Scope and key owner, when the change creates its record and names them. */
function placesNamed(kinds: KindByName, change: Change): readonly string[] | null {
  const kind = kinds(change.kind)
  if (kind === null || change.verb !== 'create') return null
  const scope = placeOf(kind.scope, change)
  const key = placeOf(kind.key, change)
  return scope === null || key === null ? null : [scope, key]
}

function placeOf(rule: Kind['scope'] | Kind['key'], change: Change): string | null {
  if (rule.of === 'agency') return 'agency'
  const owner = rule.field === 'id' ? change.recordId : valueNamed(change, rule.field)
  return typeof owner === 'string' ? `${rule.of}:${owner}` : null
}

function valueNamed(change: Change, field: string): Json | undefined {
  const wanted = change.fields[field]
  return wanted !== undefined && 'to' in wanted ? wanted.to : undefined
}

async function loadAnswers(
  transaction: Transaction,
  keyRing: KeyRing,
  changes: readonly Change[],
  memory: Memory,
): Promise<void> {
  const answered = await transaction.prepared<{
    id: string
    payload_hash: string
    key_owner: string
    answer: unknown
  }>(
    'answered',
    "select id, payload_hash, key_owner, answer from change_log where agency_id = $1 and id = any($2) and status <> 'erased'",
    [transaction.agencyId, changes.map((change) => change.id)],
  )
  const keys = await keyRing.keysToOpen(transaction, [
    ...new Set(answered.map(({ key_owner: owner }) => owner)),
  ])
  for (const { id, payload_hash: payloadHash, key_owner: owner, answer } of answered)
    memory.answers.set(id, {
      payloadHash,
      answer: parseAnswer(answer),
      sealHash: sealHashLike(payloadHash, keys.get(owner) ?? Buffer.alloc(0)),
    })
}

/** Families that were erased or are only stored, and the records that went with them, among what these changes name or are about. */
async function loadErased(
  { transaction, kinds, memory }: Finder,
  changes: readonly Change[],
): Promise<void> {
  const named = changes.flatMap((change) => recordsNamed(kinds, change)).filter(isId)
  // What is only stored may still be spoken of: an incident may have touched it.
  const mentioned = changes.flatMap((change) => recordsMentioned(kinds, change)).filter(isId)
  const rows = await transaction.prepared<{ id: string }>(
    'erased',
    `select family_id as id from erasure where agency_id = $1 and family_id = any($2::uuid[] || $3::uuid[])
     union select record_id from change_log where agency_id = $1 and record_id = any($2::uuid[] || $3::uuid[]) and status = 'erased'
     union select id from frozen_row where agency_id = $1 and id = any($2::uuid[]) and place <> '"approval"'`,
    [transaction.agencyId, [...new Set(named)], [...new Set(mentioned)]],
  )
  for (const { id } of rows) memory.erased.add(id)
}

async function loadDevices(
  transaction: Transaction,
  changes: readonly Change[],
  memory: Memory,
): Promise<void> {
  const deviceIds = [...new Set(changes.map((change) => change.deviceId))]
  for (const count of await readDevices(transaction, deviceIds))
    memory.devices.set(count.deviceId, count)
}

/** The record itself, who acts, and what the change points at. */
function wantedBy(kinds: KindByName, changes: readonly Change[]): readonly Wanted[] {
  return changes.flatMap((change) => {
    const kind = kinds(change.kind)
    if (kind === null) return []
    const references = Object.entries(kind.references).flatMap(([field, target]) => {
      const id = valueNamed(change, field)
      return isId(id) ? { kind: target, id } : []
    })
    return [
      { kind: kind.name, id: change.recordId },
      { kind: 'staff', id: change.actorId },
      ...references,
    ]
  })
}

/** What the stored records of these changes point at: rights and rules ask for it. */
function wantedAround({ kinds, memory }: Finder, changes: readonly Change[]): readonly Wanted[] {
  return changes.flatMap((change) => {
    const kind = kinds(change.kind)
    const stored = memory.entries.get(`${change.kind}:${change.recordId}`)
    if (kind === null || stored === null || stored === undefined) return []
    return Object.entries(kind.references).flatMap(([field, target]) => {
      const id = stored.fields[field]
      return typeof id === 'string' ? { kind: target, id } : []
    })
  })
}
