// A record being written: what is half done lies sealed on this device until it is saved or thrown away.
import { useState } from 'react'
import { isJsonObject, type Json, type JsonObject } from '../../../core/kit/json.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { Kind, TypedKind } from '../../../core/sync/kind.ts'
import { type Doing, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useKeptDraft } from '../../sync/index.ts'

export interface RecordForm<Fields extends object> {
  readonly fields: Fields
  readonly set: (part: Partial<Fields>) => void
  readonly restored: boolean
  readonly discard: () => void
  readonly doing: Doing
  /** Answers the record's id, or null when it was not saved; `fields` where something is tidied before. */
  readonly save: (fields?: Fields) => Promise<string | null>
}

interface Opening<Fields extends object> {
  readonly kind: TypedKind<Fields>
  /** Where a new one is begun, such as the family's id: half-written ones of two families do not mix. */
  readonly place: string
  readonly record: LocalRecord<Fields> | null
  /** For a new one. */
  readonly initial: Partial<Fields>
  /** For one whose id is its natural key. */
  readonly idOf?: (fields: Fields) => string
}

/** Null until it is known whether something half written lies here. */
export function useRecordForm<Fields extends object>({
  kind,
  place,
  record,
  initial,
  idOf,
}: Opening<Fields>): RecordForm<Fields> | null {
  const act = useAct()
  const doing = useDoing()
  const [fresh] = useState(newId)
  const [discarded, setDiscarded] = useState(false)
  const stored =
    record === null ? takeFields(kind, fieldsAsJson(initial)) : storedFields(kind, record)
  const name = `${kind.name}:${record?.id ?? `new:${place}`}`
  const opening = { was: stored ?? {}, is: stored ?? {} }
  const kept = useKeptDraft<JsonObject>(name, opening, (found) => takeDraft(kind, found))
  const draft = kept.value === null ? null : takeDraft(kind, kept.value)
  if (draft === null) return null
  const fields = kind.read(draft.is)
  const save = async (tidied: Fields = fields): Promise<string | null> => {
    const recordId = record?.id ?? idOf?.(tidied) ?? fresh
    const change =
      record === null
        ? draftRecord(kind, recordId, tidied)
        : {
            ...{ kind, recordId, verb: 'edit', input: {} },
            ...{ fields: fieldsAsJson(tidied), base: draft.was },
          }
    const made = await doing.run(() => act(change))
    if (made === null) return null
    await kept.clear()
    return recordId
  }
  return {
    fields,
    set: (part) => {
      const next = takeFields(kind, fieldsAsJson({ ...fields, ...part }))
      if (next !== null) kept.change({ was: draft.was, is: next })
    },
    restored: kept.restored && !discarded,
    discard: () => {
      setDiscarded(true)
      kept.change(opening)
      kept.clear().catch(reportError)
    },
    doing,
    save,
  }
}

interface FormDraft {
  /** As it stood when the form was opened: what a colleague changed meanwhile is not written over (S07). */
  readonly was: JsonObject
  readonly is: JsonObject
  readonly [name: string]: JsonObject
}

/** A half-written one of an older version of the program that no longer fits is left behind. */
function takeDraft(kind: Kind, found: Json): FormDraft | null {
  if (!isJsonObject(found)) return null
  const [was, is] = [takeFields(kind, found['was']), takeFields(kind, found['is'])]
  return was === null || is === null ? null : { was, is }
}

function takeFields(kind: Kind, found: Json | undefined): JsonObject | null {
  if (!isJsonObject(found)) return null
  const parsed = kind.parse(found)
  return parsed.ok ? parsed.value : null
}

function storedFields(kind: Kind, record: object): JsonObject | null {
  const all = fieldsAsJson(record)
  const own = kind.fieldNames.map((name) => [name, all[name] ?? null])
  return takeFields(kind, Object.fromEntries(own))
}
