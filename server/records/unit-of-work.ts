// The engine's store inside one transaction: reads see own writes, everything is written in a few statements at the end.
import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind, Need } from '../../core/sync/kind.ts'
import { kindByName } from '../../core/kinds.ts'
import type { KindByName } from '../../core/sync/port.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import { rowToEntry, type StampedRow } from './row-parse.ts'
import { noteArrived } from './device-count.ts'
import { findEntries, findTogether, loadWanted, type Finder, type Stamp } from './find-entries.ts'
import { type GatePort, readKeptOutOfGone } from './kept-out.ts'
import { heldIn, loadHeld } from './held-changes.ts'
import { decideChange, decideEntry, keyOf, markPlace, openMemory, type Memory } from './memory.ts'
import { lockScopes, prepareBatch } from './prepare-batch.ts'
import { flushWrites } from './flush.ts'

export interface UnitOfWork extends GatePort {
  /** Loads ahead, in few statements, what a batch will ask for; and takes the locks that make check and act one. */
  readonly prepare: (changes: readonly Change[]) => Promise<void>
  /** Loads several records in one statement. */
  readonly loadTogether: (
    wanted: readonly { readonly kind: Kind; readonly id: string }[],
  ) => Promise<void>
  /** Looks several times in one statement; `find` then answers each of them from memory. */
  readonly findTogether: (needs: readonly Need[]) => Promise<void>
  /** Sends what has been decided since the last time. Must have answered before the transaction is committed. */
  readonly flush: () => Promise<void>
  /** How many changes have been decided since the last flush. */
  readonly unsent: () => number
  /** The record as this transaction leaves it, in its place; what it has not written stands as it was. */
  readonly placed: (entry: Entry) => Entry
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
    flush: () => flushWrites(transaction, keyRing, kinds, memory, now),
    unsent: () => memory.logs.length,
    placed: (entry) => {
      const written = memory.writes.get(entry.kind)?.get(entry.id)
      return written === undefined
        ? entry
        : { ...written, position: memory.positions.get(written.scope) ?? 0 }
    },
  }
}

/** Looks records up once: what was seen or written before is answered from memory. */
function openFinder(
  transaction: Transaction,
  keyRing: KeyRing,
  kinds: KindByName,
  memory: Memory,
): Finder {
  const { agencyId } = transaction
  const { opened } = keyRing
  const remember = async (rows: readonly StampedRow[]): Promise<void> => {
    const keys = await keyRing.keysToOpen(transaction, [
      ...new Set(rows.filter((row) => row.sealed !== null).map((row) => row.key_owner)),
    ])
    for (const row of rows) {
      const entry = rowToEntry(agencyId, row, keys.get(row.key_owner) ?? Buffer.alloc(0))
      memory.entries.set(keyOf(entry.kind, entry.id), entry)
      // What this transaction has written itself may yet be rolled back.
      if (memory.advanced.size === 0)
        opened.keep(agencyId, { stamp: row.stamp, owner: row.key_owner, entry })
    }
  }
  const recall = ({ kind, id, stamp }: Stamp): boolean => {
    const entry = opened.find(agencyId, kind, id, stamp)
    if (entry !== null) memory.entries.set(keyOf(kind, id), entry)
    return entry !== null
  }
  const entryOf = (kind: Kind, id: string): Entry | null | Promise<Entry | null> => {
    const key = keyOf(kind.name, id)
    const known = memory.writes.get(kind.name)?.get(id) ?? memory.entries.get(key)
    return known === undefined ? load(kind, id) : known
  }
  const load = async (kind: Kind, id: string): Promise<Entry | null> => {
    await loadWanted(finder, [{ kind: kind.name, id }])
    return memory.entries.get(keyOf(kind.name, id)) ?? null
  }
  const finder: Finder = { transaction, kinds, memory, remember, recall, entryOf }
  return finder
}

type Reads = Pick<
  UnitOfWork,
  | 'prepare'
  | 'loadTogether'
  | 'findTogether'
  | 'entry'
  | 'find'
  | 'answered'
  | 'isErased'
  | 'heldFor'
  | 'keptOutOfGone'
>

function openReads(finder: Finder, keyRing: KeyRing): Reads {
  const { transaction, memory, entryOf } = finder
  let gone: Promise<ReadonlyMap<string, readonly string[]>> | null = null
  return {
    prepare: (changes) => prepareBatch(finder, keyRing, changes),
    loadTogether: (wanted) =>
      loadWanted(
        finder,
        wanted.map(({ kind, id }) => ({ kind: kind.name, id })),
      ),
    findTogether: (needs) => findTogether(finder, needs),
    entry: async (kind, id) => entryOf(kind, id),
    find: (need) => findEntries(finder, need),
    answered: async (changeId) => {
      const logged = memory.lastWords.get(changeId)
      if (logged !== undefined) return { payloadHash: logged.payloadHash, answer: logged.answer }
      return memory.answers.get(changeId) ?? null
    },
    keptOutOfGone: async (familyId) => {
      gone ??= readKeptOutOfGone(transaction)
      return (await gone).get(familyId) ?? []
    },
    isErased: (recordId) => memory.erased.has(recordId),
    heldFor: async (recordIds) => {
      await loadHeld(transaction, keyRing, recordIds, memory)
      const held = heldIn(memory, recordIds)
      // They may lie in scopes that this batch did not know of when it took its locks.
      await lockScopes(finder, held)
      return held
    },
  }
}

function openWrites(memory: Memory): Pick<UnitOfWork, 'put' | 'log' | 'checkpoint' | 'arrived'> {
  return {
    put: (entry) => decideEntry(memory, entry),
    log: (applied) => decideChange(memory, applied),
    checkpoint: () => markPlace(memory),
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
