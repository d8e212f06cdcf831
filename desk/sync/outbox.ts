import { entryKey } from './view.ts'
import type { StoredItem } from './stored-parse.ts'

/** The unsent changes by change id, with the ones of each record at hand. */
export interface Outbox {
  readonly get: (changeId: string) => StoredItem | undefined
  readonly set: (item: StoredItem) => void
  readonly delete: (changeId: string) => void
  readonly ids: () => readonly string[]
  /** In the order in which they were written; changes rescued from an older store stand by their claimed time. */
  readonly list: () => readonly StoredItem[]
  readonly ofRecord: (key: string) => readonly StoredItem[]
  readonly clear: () => void
}

export function keyOfItem(item: StoredItem): string {
  return entryKey(item.change.kind, item.change.recordId)
}

function byOrder(left: StoredItem, right: StoredItem): number {
  const [one, other] = [left.change, right.change]
  if (one.deviceId === other.deviceId) return one.deviceSeq - other.deviceSeq
  return one.claimedAt < other.claimedAt ? -1 : 1
}

export function makeOutbox(): Outbox {
  const items = new Map<string, StoredItem>()
  const byRecord = new Map<string, Set<string>>()
  const forget = (changeId: string) => {
    const item = items.get(changeId)
    if (item === undefined) return
    items.delete(changeId)
    byRecord.get(keyOfItem(item))?.delete(changeId)
  }
  return {
    get: (changeId) => items.get(changeId),
    set: (item) => {
      items.set(item.change.id, item)
      const key = keyOfItem(item)
      const ids = byRecord.get(key) ?? new Set<string>()
      byRecord.set(key, ids.add(item.change.id))
    },
    delete: forget,
    ids: () => [...items.keys()],
    list: () => [...items.values()].sort(byOrder),
    ofRecord: (key) => {
      const ids = byRecord.get(key)
      if (ids === undefined || ids.size === 0) return []
      return [...ids].flatMap((id) => items.get(id) ?? []).sort(byOrder)
    },
    clear: () => {
      items.clear()
      byRecord.clear()
    },
  }
}
