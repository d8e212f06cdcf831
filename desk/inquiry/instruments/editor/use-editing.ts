// A questionnaire being written: every step can be taken back, and what is half done lies sealed on this device.
import { useRef, useState } from 'react'
import { instrument, type Instrument } from '../../../../core/inquiry/instrument.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../../core/kit/json.ts'
import { fieldsAsJson } from '../../../../core/kit/json-parse.ts'
import { useKeptDraft } from '../../../sync/drafts.ts'

export interface Editing {
  readonly shown: Instrument
  /** Steps of the same `key` in a row, such as letters typed into one field, are taken back together. */
  readonly change: (next: Instrument, key?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly restored: boolean
  readonly clear: () => Promise<void>
}

const mostSteps = 200

interface Steps {
  readonly past: readonly Instrument[]
  readonly future: readonly Instrument[]
}

/** null until it is known whether something half written lies here. */
export function useEditing(name: string, initial: Instrument): Editing | null {
  const kept = useKeptDraft<JsonObject>(`instrument:${name}`, asKept(initial), takeKept)
  const [steps, setSteps] = useState<Steps>({ past: [], future: [] })
  const lastKey = useRef('')
  if (kept.value === null) return null
  const shown = fromKept(kept.value)
  const put = (next: Instrument) => kept.change(asKept(next))
  return {
    shown,
    change: (next, key = '') => {
      if (next === shown) return
      const isSame = key !== '' && key === lastKey.current
      lastKey.current = key
      if (!isSame)
        setSteps(({ past }) => ({ past: [...past.slice(-mostSteps), shown], future: [] }))
      put(next)
    },
    undo: () => {
      const before = steps.past.at(-1)
      if (before === undefined) return
      lastKey.current = ''
      setSteps({ past: steps.past.slice(0, -1), future: [shown, ...steps.future] })
      put(before)
    },
    redo: () => {
      const [after, ...future] = steps.future
      if (after === undefined) return
      lastKey.current = ''
      setSteps({ past: [...steps.past, shown], future })
      put(after)
    },
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    restored: kept.restored,
    clear: kept.clear,
  }
}

// Code and version may still be empty, which no record may be: they lie beside the rest.
function asKept({ code, version, ...rest }: Instrument): JsonObject {
  return { code, version, rest: fieldsAsJson(rest) }
}

function fromKept(kept: JsonObject): Instrument {
  const { code, version, rest } = kept
  const whole = isJsonObject(rest) ? rest : {}
  return {
    ...instrument.read(wholeOf(whole)),
    code: String(code),
    version: String(version),
  }
}

const read = new WeakMap<object, JsonObject>()
function wholeOf(rest: JsonObject): JsonObject {
  const known = read.get(rest) ?? { ...rest, code: 'new', version: '1' }
  read.set(rest, known)
  return known
}

function takeKept(kept: Json): JsonObject | null {
  if (!isJsonObject(kept) || !isJsonObject(kept['rest'])) return null
  return instrument.parse({ ...kept['rest'], code: 'new', version: '1' }).ok ? kept : null
}
