import { useState } from 'react'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { TypedKind } from '../../../core/sync/kind.ts'
import { announce, type Doing, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct } from '../../sync/index.ts'

export interface Changes<Fields extends object> {
  /** The record with what the person has changed here laid over it. */
  readonly values: Fields
  readonly set: (part: Partial<Fields>) => void
  readonly changed: boolean
  readonly doing: Doing
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
  const save = async () => {
    const fields = fieldsAsJson(part)
    if (Object.keys(fields).length === 0) return true
    const draft = { kind, recordId: record.id, verb: 'edit', input: {}, fields }
    if ((await doing.run(() => act(draft))) === null) return false
    setPart({})
    announce({ words: text('kit:savedHere') })
    return true
  }
  return {
    values: { ...record, ...part },
    set: (more) => setPart((before) => ({ ...before, ...more })),
    changed: Object.keys(part).length > 0,
    doing,
    save,
  }
}
