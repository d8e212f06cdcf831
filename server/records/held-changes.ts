// Changes that wait for a record: what the change log holds, corrected by what this transaction has decided.
import type { Change } from '../../core/sync/change.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import type { HeldChange, Memory } from './memory.ts'
import { openChange } from './row-parse.ts'

interface HeldRow {
  readonly id: string
  readonly payload: Buffer
  readonly key_owner: string
  readonly waits_for: readonly string[]
}

/** Learns what waits for these records, so that a batch asks once. */
export async function loadHeld(
  transaction: Transaction,
  keyRing: KeyRing,
  recordIds: readonly string[],
  memory: Memory,
): Promise<void> {
  const { agencyId } = transaction
  const unknown = [...new Set(recordIds)].filter((id) => !memory.askedForHeld.has(id))
  if (unknown.length === 0) return
  const rows = await transaction.prepared<HeldRow>(
    'held',
    "select id, payload, key_owner, waits_for from change_log where agency_id = $1 and status = 'held' and waits_for && $2::uuid[]",
    [agencyId, unknown],
  )
  const keys = await keyRing.keysToOpen(transaction, [...new Set(rows.map((row) => row.key_owner))])
  for (const id of unknown) memory.askedForHeld.add(id)
  for (const { id, payload, key_owner: owner, waits_for: waitsFor } of rows) {
    const change = openChange(agencyId, id, payload, keys.get(owner) ?? Buffer.alloc(0))
    memory.held.set(id, { change, waitsFor })
  }
}

/** A batch may set a change aside and bring what it waits for; in device order. */
export function heldIn(memory: Memory, recordIds: readonly string[]): readonly Change[] {
  const held = new Map<string, HeldChange>(memory.held)
  for (const { change, answer } of memory.lastWords.values()) {
    if (answer.status === 'held') held.set(change.id, { change, waitsFor: answer.waitsFor })
    else held.delete(change.id)
  }
  return [...held.values()]
    .filter(({ waitsFor }) => waitsFor.some((id) => recordIds.includes(id)))
    .map(({ change }) => change)
    .sort(
      (left, right) =>
        compareTexts(left.deviceId, right.deviceId) || left.deviceSeq - right.deviceSeq,
    )
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
