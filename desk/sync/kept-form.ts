// A form over a record: besides what is being written, what stood there when it was opened, so that nobody is written over.
import { isJsonObject, type Json } from '../../core/kit/json.ts'
import { type KeptDraft, useKeptDraft } from './drafts.ts'

export interface KeptForm<Value> extends KeptDraft<Value> {
  /** As it stood when the form was opened: the `base` of what is saved (S07), also when days lie between. */
  readonly base: Value | null
  /** Begins anew with what stands now. */
  readonly restart: (now: Value) => void
}

type Opened<Value> = { readonly was: Value; readonly is: Value }

/** Like `useKeptDraft`; drafts that an older program left without their beginning count as begun from what stands now. */
export function useKeptForm<Value extends Json>(
  name: string,
  initial: Value,
  take: (kept: Json) => Value | null,
): KeptForm<Value> {
  const kept = useKeptDraft<Opened<Value>>(name, { was: initial, is: initial }, (found) =>
    takeOpened(found, initial, take),
  )
  const was = kept.value?.was ?? initial
  return {
    value: kept.value?.is ?? null,
    base: kept.value?.was ?? null,
    restored: kept.restored,
    change: (is) => kept.change({ was, is }),
    clear: kept.clear,
    restart: (now) => kept.change({ was: now, is: now }),
  }
}

/** What lies kept, with its beginning; null when it no longer fits. */
export function takeOpened<Value extends Json>(
  found: Json,
  initial: Value,
  take: (kept: Json) => Value | null,
): Opened<Value> | null {
  const isOpened = isJsonObject(found) && Object.keys(found).sort().join(' ') === 'is was'
  const is = take(isOpened ? (found['is'] ?? null) : found)
  const was = isOpened ? take(found['was'] ?? null) : initial
  return is === null || was === null ? null : { was, is }
}
