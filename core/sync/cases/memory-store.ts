// The store that the SQL stores are measured by: Maps, transactions that commit or vanish, positions given at commit.
import type { Change } from '../change.ts'
import type { Entry } from '../entry.ts'
import type { Need } from '../kind.ts'
import type { AppliedChange, StoredAnswer, StorePort } from '../port.ts'

export interface LoggedChange extends AppliedChange {
  readonly arrivedAt: string
}

/** Everything that is committed. A backup is a copy of it. */
export interface StoredState {
  readonly epoch: string
  readonly entries: ReadonlyMap<string, Entry>
  /** The last word on each change, by change id. */
  readonly answers: ReadonlyMap<string, LoggedChange>
  /** One row per applied change, in the order of effect. */
  readonly log: readonly LoggedChange[]
  readonly arrived: ReadonlyMap<string, ReadonlySet<number>>
  readonly positions: ReadonlyMap<string, number>
}

export interface OpenTransaction {
  readonly port: StorePort
  /** Gives each touched scope one new position, shared by all its entries of this transaction. */
  readonly commit: () => readonly Entry[]
}

export interface MemoryStore {
  readonly state: () => StoredState
  readonly restore: (backup: StoredState, epoch: string) => void
  readonly begin: (now: string) => OpenTransaction
}

export function keyOf(entry: { readonly kind: string; readonly id: string }): string {
  return `${entry.kind}:${entry.id}`
}

export function createMemoryStore(epoch: string): MemoryStore {
  let committed: StoredState = {
    epoch,
    entries: new Map(),
    answers: new Map(),
    log: [],
    arrived: new Map(),
    positions: new Map(),
  }
  return {
    state: () => committed,
    restore: (backup, newEpoch) => {
      committed = { ...backup, epoch: newEpoch }
    },
    begin: (now) => {
      const writes = emptyWrites()
      return {
        port: portOver(() => committed, writes),
        commit: () => {
          const flushed = commitWrites(committed, writes, now)
          committed = flushed.state
          return flushed.entries
        },
      }
    },
  }
}

interface Writes {
  entries: Map<string, Entry>
  logs: AppliedChange[]
  readonly arrived: Map<string, Set<number>>
}

function emptyWrites(): Writes {
  return { entries: new Map(), logs: [], arrived: new Map() }
}

function portOver(committed: () => StoredState, writes: Writes): StorePort {
  const lastWord = (changeId: string): AppliedChange | undefined =>
    writes.logs.findLast((log) => log.change.id === changeId) ?? committed().answers.get(changeId)
  return {
    entry: async (kind, id) => {
      const key = `${kind.name}:${id}`
      return writes.entries.get(key) ?? committed().entries.get(key) ?? null
    },
    find: async (need) => findEntries(committed(), writes, need),
    answered: async (changeId): Promise<StoredAnswer | null> => lastWord(changeId) ?? null,
    heldFor: async (recordIds) => findHeld(committed(), writes, recordIds),
    put: (entry) => {
      writes.entries.set(keyOf(entry), entry)
    },
    log: (applied) => {
      writes.logs.push(applied)
    },
    checkpoint: () => {
      const entries = new Map(writes.entries)
      const logs = writes.logs.length
      return () => {
        writes.entries = entries
        writes.logs = writes.logs.slice(0, logs)
      }
    },
    arrived: async (deviceId, sequence) => {
      const known = new Set([
        ...(committed().arrived.get(deviceId) ?? []),
        ...(writes.arrived.get(deviceId) ?? []),
        ...sequence,
      ])
      writes.arrived.set(deviceId, known)
      return holesIn(known, Math.max(0, ...known))
    },
  }
}

export function holesIn(arrived: ReadonlySet<number>, highest: number): readonly number[] {
  return Array.from({ length: highest }, (_, index) => index + 1).filter(
    (number) => !arrived.has(number),
  )
}

function findEntries(committed: StoredState, writes: Writes, need: Need): readonly Entry[] {
  const all = new Map([...committed.entries, ...writes.entries])
  return [...all.values()].filter(
    (entry) =>
      entry.kind === need.kind &&
      Object.entries(need.where).every(
        ([field, wanted]) => (field === 'id' ? entry.id : entry.fields[field]) === wanted,
      ),
  )
}

function findHeld(
  committed: StoredState,
  writes: Writes,
  recordIds: readonly string[],
): readonly Change[] {
  const latest = new Map<string, AppliedChange>(committed.answers)
  for (const log of writes.logs) latest.set(log.change.id, log)
  return [...latest.values()]
    .filter(
      ({ answer }) =>
        answer.status === 'held' && answer.waitsFor.some((id) => recordIds.includes(id)),
    )
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

function commitWrites(
  state: StoredState,
  writes: Writes,
  now: string,
): { readonly state: StoredState; readonly entries: readonly Entry[] } {
  const positions = new Map(state.positions)
  const scopes = new Set([...writes.entries.values()].map((entry) => entry.scope))
  for (const scope of scopes) positions.set(scope, (positions.get(scope) ?? 0) + 1)
  const placed = [...writes.entries.values()].map((entry) => ({
    ...entry,
    position: positions.get(entry.scope) ?? 0,
  }))
  const logged = writes.logs.map((applied) => ({ ...applied, arrivedAt: now }))
  const arrived = new Map(state.arrived)
  for (const [deviceId, numbers] of writes.arrived) {
    arrived.set(deviceId, new Set([...(arrived.get(deviceId) ?? []), ...numbers]))
  }
  return {
    entries: placed,
    state: {
      epoch: state.epoch,
      entries: new Map([
        ...state.entries,
        ...placed.map((entry) => [keyOf(entry), entry] as const),
      ]),
      answers: new Map([...state.answers, ...logged.map((log) => [log.change.id, log] as const)]),
      log: [...state.log, ...logged.filter((log) => log.answer.status === 'applied')],
      arrived,
      positions,
    },
  }
}
