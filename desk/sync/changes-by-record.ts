import type { Change } from '../../core/sync/change.ts'
import { entryKey } from './view.ts'

/** Changes by their id, with the ones of each record at hand. */
export interface ChangesByRecord<Item extends { readonly change: Change }> {
  readonly size: () => number
  readonly get: (changeId: string) => Item | undefined
  readonly set: (item: Item) => void
  readonly delete: (changeId: string) => void
  readonly ids: () => readonly string[]
  /** In the order in which they were written; changes rescued from an older store stand by their claimed time. The same list until something changes. */
  readonly list: () => readonly Item[]
  readonly ofRecord: (key: string) => readonly Item[]
  readonly clear: () => void
}

export function keyOfItem({ change }: { readonly change: Change }): string {
  return entryKey(change.kind, change.recordId)
}

/** What is applied together has one name. */
export function unitName(change: Change): string {
  return change.bundle?.id ?? change.id
}

export function byOrder(
  left: { readonly change: Change },
  right: { readonly change: Change },
): number {
  const [one, other] = [left.change, right.change]
  if (one.deviceId === other.deviceId) return one.deviceSeq - other.deviceSeq
  return one.claimedAt < other.claimedAt ? -1 : 1
}

export function makeChangesByRecord<
  Item extends { readonly change: Change },
>(): ChangesByRecord<Item> {
  const items = new Map<string, Item>()
  const byRecord = new Map<string, Set<string>>()
  // Changes come in their order nearly always: then the map already stands in it and nothing is sorted.
  let inOrder = true
  let newest: Item | null = null
  let listed: readonly Item[] | null = null

  const sortItems = () => {
    const sorted = [...items.values()].sort(byOrder)
    items.clear()
    for (const item of sorted) items.set(item.change.id, item)
    newest = sorted.at(-1) ?? null
    inOrder = true
  }
  return {
    size: () => items.size,
    get: (changeId) => items.get(changeId),
    set: (item) => {
      if (!items.has(item.change.id)) {
        if (newest !== null && byOrder(newest, item) > 0) inOrder = false
        else newest = item
      }
      items.set(item.change.id, item)
      listed = null
      const key = keyOfItem(item)
      const ids = byRecord.get(key) ?? new Set<string>()
      byRecord.set(key, ids.add(item.change.id))
    },
    delete: (changeId) => {
      const item = items.get(changeId)
      if (item === undefined) return
      items.delete(changeId)
      listed = null
      const key = keyOfItem(item)
      const ids = byRecord.get(key)
      if (ids?.delete(changeId) === true && ids.size === 0) byRecord.delete(key)
    },
    ids: () => [...items.keys()],
    list: () => {
      if (!inOrder) sortItems()
      listed ??= [...items.values()]
      return listed
    },
    ofRecord: (key) => {
      const ids = byRecord.get(key)
      if (ids === undefined || ids.size === 0) return []
      return [...ids].flatMap((id) => items.get(id) ?? []).sort(byOrder)
    },
    clear: () => {
      items.clear()
      byRecord.clear()
      inOrder = true
      newest = null
      listed = null
    },
  }
}
