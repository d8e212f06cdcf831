import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { AppliedChange, StoredAnswer } from '../../core/sync/port.ts'
import type { DeviceCount } from './device-count.ts'

export const entryColumns =
  'kind, id, scope, position, version, key_owner, body, sealed, trail, removed'

/** What one transaction knows and has decided. */
export interface Memory {
  readonly entries: Map<string, Entry | null>
  readonly answers: Map<string, StoredAnswer>
  /** Of the records that this batch names, those that were erased for good. */
  readonly erased: Set<string>
  readonly devices: Map<string, DeviceCount>
  /** Record ids of which it is known what waits for them in the change log, and what that is. */
  readonly askedForHeld: Set<string>
  readonly held: Map<string, HeldChange>
  /** Ids of stored records by what was asked for. */
  readonly finds: Map<string, readonly string[]>
  readonly counted: Set<string>
  /** Decided entries by kind and id. */
  readonly writes: Map<string, Map<string, Entry>>
  /** Of these, the ones that have not been sent to the database yet; and the changes likewise. */
  readonly unsent: Map<string, Entry>
  readonly logs: AppliedChange[]
  /** The new positions of scopes that this transaction has written in. */
  readonly positions: Map<string, number>
  readonly advanced: Set<string>
  /** The last word on each change that this transaction has decided. */
  readonly lastWords: Map<string, AppliedChange>
  /** Until the writes that were last handed over may be sent: those that follow go after them. */
  turn: Promise<unknown>
  /** How to take back what was decided, the latest last. */
  readonly steps: (() => void)[]
}

export interface HeldChange {
  readonly change: Change
  readonly waitsFor: readonly string[]
}

export function openMemory(): Memory {
  return {
    entries: new Map(),
    answers: new Map(),
    erased: new Set(),
    devices: new Map(),
    askedForHeld: new Set(),
    held: new Map(),
    finds: new Map(),
    counted: new Set(),
    writes: new Map(),
    unsent: new Map(),
    logs: [],
    positions: new Map(),
    advanced: new Set(),
    lastWords: new Map(),
    turn: Promise.resolve(),
    steps: [],
  }
}

export function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`
}

export function decideEntry({ writes, unsent, steps }: Memory, entry: Entry): void {
  setWithStep(steps, unsent, keyOf(entry.kind, entry.id), entry)
  const ofKind = writes.get(entry.kind) ?? new Map<string, Entry>()
  writes.set(entry.kind, ofKind)
  setWithStep(steps, ofKind, entry.id, entry)
}

export function decideChange({ logs, lastWords, steps }: Memory, applied: AppliedChange): void {
  logs.push(applied)
  steps.push(() => logs.pop())
  setWithStep(steps, lastWords, applied.change.id, applied)
}

function setWithStep<Value>(
  steps: (() => void)[],
  map: Map<string, Value>,
  key: string,
  value: Value,
): void {
  const before = map.get(key)
  map.set(key, value)
  steps.push(() => (before === undefined ? map.delete(key) : map.set(key, before)))
}

/** Answers how to forget everything that is decided from now on. */
export function markPlace({ steps }: Memory): () => void {
  const place = steps.length
  return () => {
    for (const step of steps.splice(place).reverse()) step()
  }
}

/** What has been decided since it was last asked; from here on it cannot be taken back. */
export function takeUnsent(memory: Memory): {
  readonly entries: readonly Entry[]
  readonly logs: readonly AppliedChange[]
  readonly devices: readonly DeviceCount[]
} {
  const { unsent, logs, devices, counted, steps } = memory
  const taken = {
    entries: [...unsent.values()],
    logs: logs.splice(0),
    devices: [...devices.values()].filter(({ deviceId }) => counted.has(deviceId)),
  }
  unsent.clear()
  counted.clear()
  steps.splice(0)
  return taken
}
