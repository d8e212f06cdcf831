// What the screens read: every record this person holds, decrypted, with the own changes laid over it that no pull has brought.
import { kindByName } from '../../core/kinds.ts'
import { type LocalEntry, overlayEntry, type OverlayItem } from '../../core/sync/device.ts'
import type { Need } from '../../core/sync/kind.ts'
import { makeShelf, type Shelf } from './shelf.ts'
import type { StoredEntry } from './stored-parse.ts'

/** What verbs and rules on this device may look at. */
export interface Sight {
  readonly entry: (kind: string, id: string) => LocalEntry | null
  readonly find: (need: Need) => readonly LocalEntry[]
}

export interface View extends Sight {
  readonly ofKind: (kind: string) => ReadonlyMap<string, LocalEntry>
  /** Counts up with every change of a kind's records, so that screens know when to look again. */
  readonly version: (kind: string) => number
  readonly refresh: (keys: Iterable<string>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function entryKey(kind: string, id: string): string {
  return `${kind}:${id}`
}

export function splitKey(key: string): { readonly kind: string; readonly id: string } {
  const at = key.indexOf(':')
  return { kind: key.slice(0, at), id: key.slice(at + 1) }
}

/** The sources are read, never written: whoever changes them calls `refresh` with the keys that may look different now. */
export function makeView(sources: {
  readonly base: ReadonlyMap<string, StoredEntry>
  readonly itemsOf: (key: string) => readonly OverlayItem[]
}): View {
  const shelves = new Map<string, Shelf>()
  const versions = new Map<string, number>()
  const listeners = new Set<() => void>()

  const refreshOne = (key: string) => {
    const { kind: name, id } = splitKey(key)
    const kind = kindByName(name)
    if (kind === null) return null
    const shown = overlayEntry(kind, sources.base.get(key)?.entry ?? null, sources.itemsOf(key))
    const shelf = shelves.get(name) ?? makeShelf(kind.columns)
    if (shown === null) shelf.drop(id)
    else shelf.put(shown)
    shelves.set(name, shelf)
    return name
  }

  return {
    entry: (kind, id) => shelves.get(kind)?.records.get(id) ?? null,
    find: (need) => shelves.get(need.kind)?.find(need.where) ?? [],
    ofKind: (kind) => shelves.get(kind)?.records ?? new Map(),
    version: (kind) => versions.get(kind) ?? 0,
    refresh: (keys) => {
      const touched = new Set<string>()
      for (const key of keys) {
        const name = refreshOne(key)
        if (name !== null) touched.add(name)
      }
      for (const name of touched) versions.set(name, (versions.get(name) ?? 0) + 1)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
