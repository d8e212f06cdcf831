// A record being written: what is half done lies sealed on this device until it is saved or thrown away.
import { isJsonObject, type Json, type JsonObject } from '../../core/kit/json.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { draftRecord } from '../../core/sync/draft-record.ts'
import type { Kind, TypedKind } from '../../core/sync/kind.ts'
import { type Doing, useDoing } from '../kit/doing.ts'
import { useKeptForm } from './kept-form.ts'
import type { LocalRecord } from './typed-record-parse.ts'
import { useAct } from './use-act.ts'

export interface RecordForm<Fields extends object> {
  readonly fields: Fields
  readonly set: (part: Partial<Fields>) => void
  readonly restored: boolean
  readonly discard: () => void
  readonly doing: Doing
  /** True once it is saved on this device; `settled` is what the screen settles for the person, such as a number. */
  readonly save: (recordId: string, settled?: Partial<Fields>) => Promise<boolean>
}

/** Null until it is known whether something half written lies here; `place` keeps what is begun in two places apart. */
export function useRecordForm<Fields extends object>(
  kind: TypedKind<Fields>,
  record: LocalRecord<Fields> | null,
  place: string,
  begin: Partial<Fields>,
): RecordForm<Fields> | null {
  const act = useAct()
  const doing = useDoing()
  const opening =
    record === null ? fieldsAsJson(kind.read(fieldsAsJson(begin))) : storedIn(kind, record)
  const name = `${kind.name}:${record?.id ?? `new:${place}`}`
  const kept = useKeptForm<JsonObject>(name, opening, (found) => takeFields(kind, found))
  const { value, base } = kept
  if (value === null || base === null) return null
  const save = async (recordId: string, settled: Partial<Fields> = {}) => {
    const whole = fieldsAsJson({ ...value, ...settled })
    const change =
      record === null
        ? draftRecord(kind, recordId, kind.read(whole))
        : { kind, recordId, verb: 'edit', input: {}, fields: whole, base }
    if ((await doing.run(() => act(change))) === null) return false
    await kept.clear()
    return true
  }
  return {
    fields: kind.read(value),
    set: (part) => kept.change(fieldsAsJson({ ...value, ...part })),
    restored: kept.restored,
    discard: () => {
      kept.restart(opening)
      kept.clear().catch(reportError)
    },
    doing,
    save,
  }
}

function takeFields(kind: Kind, found: Json): JsonObject | null {
  if (!isJsonObject(found)) return null
  const parsed = kind.parse(found)
  return parsed.ok ? parsed.value : null
}

/** The record's own fields, without the marks that the desk adds. */
function storedIn(kind: Kind, record: object): JsonObject {
  const all = fieldsAsJson(record)
  return Object.fromEntries(kind.fieldNames.map((name) => [name, all[name] ?? null]))
}
