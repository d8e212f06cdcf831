// What one device keeps: everything here is written in one step, as one transaction of the browser's database.
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import { keyOf } from '../../core/sync/cases/memory-store.ts'
import type { Change } from '../../core/sync/change.ts'
import type { overlayEntry, LocalEntry, OutboxItem, OverlayItem } from '../../core/sync/device.ts'
import type { Entry } from '../../core/sync/entry.ts'

/** A change that the server has applied, kept for the day on which an older backup is restored. */
export interface RetainedChange {
  readonly change: Change
  /** The server's clock: the device's own may be twenty years off. */
  readonly keptSince: string
  /** The epoch that acknowledged it: a server in another epoch may have lost it. */
  readonly epoch: string
  /** A complete pull has brought what the change did; until then it is laid over the base. */
  readonly covered: boolean
}

export interface DeviceStore {
  readonly staffId: string
  readonly deviceId: string
  /** The last sequence number used, over all tabs. */
  readonly sequence: number
  readonly epoch: string | null
  readonly base: ReadonlyMap<string, Entry>
  readonly cursors: Readonly<Record<string, number>>
  readonly outbox: readonly OutboxItem[]
  readonly retained: readonly RetainedChange[]
  /** "These items from this phone did not arrive." */
  readonly lost: readonly number[]
}

export function createDeviceStore(staffId: string, deviceId: string): DeviceStore {
  return {
    staffId,
    deviceId,
    sequence: 0,
    epoch: null,
    base: new Map(),
    cursors: {},
    outbox: [],
    retained: [],
    lost: [],
  }
}

/** What the screen lays over the base: all that no pull has brought yet, in the order in which it was done. */
export function unseenItems(store: DeviceStore): readonly OverlayItem[] {
  const sent = store.retained
    .filter(({ covered }) => !covered)
    .map(({ change }): OverlayItem => ({ change, status: 'sent' }))
  return sortItems([...sent, ...store.outbox])
}

export function sortItems<Item extends OverlayItem>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((left, right) => left.change.deviceSeq - right.change.deviceSeq)
}

/** Everything as this device's screens show it. */
export function shownEntries(
  store: DeviceStore,
  overlay: typeof overlayEntry,
): readonly LocalEntry[] {
  const byRecord = new Map<string, OverlayItem[]>()
  for (const item of unseenItems(store)) {
    const key = keyOf({ kind: item.change.kind, id: item.change.recordId })
    byRecord.set(key, [...(byRecord.get(key) ?? []), item])
  }
  return [...new Set([...store.base.keys(), ...byRecord.keys()])].sort().flatMap((key) => {
    const kind = caseKindByName(key.slice(0, key.indexOf(':')))
    const shown = kind && overlay(kind, store.base.get(key) ?? null, byRecord.get(key) ?? [])
    return shown ?? []
  })
}
