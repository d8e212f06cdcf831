// The records of one kind at hand, found by id or by a column of the kind without looking at all of them.
import { equalJson, type Json } from '../../core/kit/json.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import type { Need } from '../../core/sync/kind.ts'

export interface Shelf {
  readonly records: ReadonlyMap<string, LocalEntry>
  readonly put: (entry: LocalEntry) => void
  readonly drop: (id: string) => void
  /** Those not removed whose fields hold these values. */
  readonly find: (where: Need['where']) => readonly LocalEntry[]
}

type Index = Map<string, Set<string>>

/** An index is built when a column is first asked for: most kinds are only ever looked up by one or two. */
export function makeShelf(columns: readonly string[]): Shelf {
  const records = new Map<string, LocalEntry>()
  const indexes = new Map<string, Index>()

  const indexOf = (column: string): Index => {
    const known = indexes.get(column)
    if (known !== undefined) return known
    const fresh: Index = new Map()
    for (const [id, { fields }] of records) enter(fresh, fields[column], id)
    indexes.set(column, fresh)
    return fresh
  }

  /** The smallest set of ids that one of the columns leaves, or null when no column says anything. */
  const narrow = (where: Need['where']): ReadonlySet<string> | null => {
    let least: ReadonlySet<string> | null = null
    for (const [field, value] of Object.entries(where)) {
      if (!columns.includes(field)) continue
      const ids = indexOf(field).get(value) ?? nobody
      if (least === null || ids.size < least.size) least = ids
    }
    return least
  }

  const candidates = (where: Need['where']): Iterable<LocalEntry> => {
    const { id } = where
    const ids = id === undefined ? narrow(where) : [id]
    return ids === null ? records.values() : [...ids].flatMap((each) => records.get(each) ?? [])
  }

  return {
    records,
    put: (entry) => {
      const before = records.get(entry.id)
      records.set(entry.id, entry)
      for (const [column, index] of indexes) {
        const [from, to] = [before?.fields[column], entry.fields[column]]
        if (from === to) continue
        leave(index, from, entry.id)
        enter(index, to, entry.id)
      }
    },
    drop: (id) => {
      const before = records.get(id)
      records.delete(id)
      for (const [column, index] of indexes) leave(index, before?.fields[column], id)
    },
    find: (where) => {
      const wanted = Object.entries(where).filter(([field]) => field !== 'id')
      return [...candidates(where)].filter(
        ({ removed, fields }) =>
          !removed && wanted.every(([field, value]) => equalJson(fields[field] ?? null, value)),
      )
    },
  }
}

const nobody: ReadonlySet<string> = new Set()

function enter(index: Index, value: Json | undefined, id: string): void {
  if (typeof value !== 'string') return
  const ids = index.get(value)
  if (ids === undefined) index.set(value, new Set([id]))
  else ids.add(id)
}

function leave(index: Index, value: Json | undefined, id: string): void {
  if (typeof value !== 'string') return
  const ids = index.get(value)
  if (ids?.delete(id) === true && ids.size === 0) index.delete(value)
}
