import { useRef, useState } from 'react'
import { equalJson, type Json } from '../../../core/kit/json.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { TypedKind } from '../../../core/sync/kind.ts'
import { announce, type Doing, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct } from '../../sync/index.ts'

export interface Overtaken {
  readonly field: string
  /** What stands there now, written by somebody else since this person began. */
  readonly now: Json
}

export interface Changes<Fields extends object> {
  /** The record with what the person has changed here laid over it. */
  readonly values: Fields
  readonly set: (part: Partial<Fields>) => void
  readonly doing: Doing
  /** Touched fields that somebody else has changed meanwhile: shown once before they are replaced. */
  readonly overtaken: readonly Overtaken[]
  /** Writes the changed fields only; true when they are on this device's disk. */
  readonly save: () => Promise<boolean>
}

/** Editing one record: untouched fields stay live, touched ones wait for saving. */
export function useChanges<Fields extends object>(
  kind: TypedKind<Fields>,
  record: LocalRecord<Fields>,
): Changes<Fields> {
  const act = useAct()
  const doing = useDoing()
  const [part, setPart] = useState<Partial<Fields>>({})
  const [overtaken, setOvertaken] = useState<readonly Overtaken[]>([])
  const seen = useRef(new Map<string, Json>())
  const live = fieldsAsJson(record)
  const save = async () => {
    const fields = fieldsAsJson(part)
    if (Object.keys(fields).length === 0) return true
    const fresh = Object.keys(fields).flatMap((field) => {
      const now = live[field] ?? null
      return equalJson(seen.current.get(field) ?? null, now) ? [] : [{ field, now }]
    })
    if (fresh.length > 0) {
      for (const { field, now } of fresh) seen.current.set(field, now)
      setOvertaken(fresh)
      return false
    }
    const draft = { kind, recordId: record.id, verb: 'edit', input: {}, fields }
    if ((await doing.run(() => act(draft))) === null) return false
    setPart({})
    setOvertaken([])
    seen.current.clear()
    announce({ words: text('kit:savedHere') })
    return true
  }
  const set = (more: Partial<Fields>) => {
    for (const field of Object.keys(more))
      if (!seen.current.has(field)) seen.current.set(field, live[field] ?? null)
    setPart((before) => ({ ...before, ...more }))
  }
  return { values: { ...record, ...part }, set, doing, overtaken, save }
}
