import type { LocalEntry } from '../../core/sync/device.ts'
import type { Conflict, TrailMark } from '../../core/sync/entry.ts'
import type { TypedKind } from '../../core/sync/kind.ts'

/** What every screen must be able to say about a record it shows. */
export interface RecordMarks {
  readonly id: string
  /** Part of what is shown is only on this device. */
  readonly unsent: boolean
  readonly conflicts: readonly Conflict[]
  readonly trail: readonly TrailMark[]
  readonly removed: boolean
}

export type LocalRecord<Fields extends object> = Fields & RecordMarks

const read = new WeakMap<LocalEntry, LocalRecord<object> | null>()

/** An entry with its kind's types; read once per version. Null when it was written by a newer version of the app. */
export function readRecord<Fields extends object>(
  kind: TypedKind<Fields>,
  entry: LocalEntry,
): LocalRecord<Fields> | null {
  const known = read.get(entry)
  if (known !== undefined) return known as LocalRecord<Fields> | null
  const fresh = readFresh(kind, entry)
  read.set(entry, fresh)
  return fresh
}

function readFresh<Fields extends object>(
  kind: TypedKind<Fields>,
  entry: LocalEntry,
): LocalRecord<Fields> | null {
  if (!kind.parse(entry.fields).ok) return null
  const { id, unsent, conflicts, trail, removed } = entry
  return { ...kind.read(entry.fields), id, unsent, conflicts, trail, removed }
}
