// Records as they were opened, for whoever asks again: only while the stored row is the very same one.
import type { Entry } from '../../core/sync/entry.ts'

const mostKept = 10_000

interface Opened {
  readonly stamp: string
  readonly owner: string
  readonly entry: Entry
}

/** Nothing is answered from here that has not just been seen in the database: the stamp is read with every look-up. */
export interface OpenedRecords {
  readonly find: (agencyId: string, kind: string, id: string, stamp: string) => Entry | null
  readonly keep: (agencyId: string, opened: Opened) => void
  /** What a key had opened goes with the key. */
  readonly forget: (agencyId: string, owner: string) => void
}

/** Tells one state of a row from every other, also across a restored backup: its version, its place and when it was written. */
export const stampColumn = "concat_ws(' ', version, position, updated_at) as stamp"

export function openRecords(): OpenedRecords {
  const kept = new Map<string, Opened>()
  const keyOf = (agencyId: string, kind: string, id: string): string => `${agencyId}|${kind}:${id}`
  return {
    find: (agencyId, kind, id, stamp) => {
      const opened = kept.get(keyOf(agencyId, kind, id))
      return opened?.stamp === stamp ? opened.entry : null
    },
    keep: (agencyId, opened) => {
      if (kept.size >= mostKept) kept.clear()
      kept.set(keyOf(agencyId, opened.entry.kind, opened.entry.id), opened)
    },
    forget: (agencyId, owner) => {
      for (const [key, opened] of kept)
        if (opened.owner === owner && key.startsWith(`${agencyId}|`)) kept.delete(key)
    },
  }
}
