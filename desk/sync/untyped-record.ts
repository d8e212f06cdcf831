import type { JsonObject } from '../../core/kit/json.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import type { RecordMarks } from './typed-record-parse.ts'

/** For screens that show records of every kind. */
export function readUntyped(entry: LocalEntry): JsonObject & RecordMarks {
  const { id, unsent, conflicts, trail, removed, version } = entry
  return { ...entry.fields, id, unsent, conflicts, trail, removed, version }
}
