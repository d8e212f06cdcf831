// Half-written screens rest sealed on this device: a lock, an update or a killed tab loses no sentence.
import { useCallback, useEffect, useRef, useState } from 'react'
import { openText, sealText } from './seal.ts'
import { useOpenDesk } from './desk-context.ts'
import type { Replica } from './replica.ts'
import type { Json } from '../../core/kit/json.ts'
import { jsonShape } from '../../core/kit/json-parse.ts'

const pauseMilliseconds = 400

/** What is still on its way to the disk, by draft: whoever comes back at once reads the newest words, and what was cleared stays so. */
const underWay = new WeakMap<Replica, Map<string, Promise<void>>>()

function inTurn(replica: Replica, name: string, run: () => Promise<void>): Promise<void> {
  const own = underWay.get(replica) ?? new Map<string, Promise<void>>()
  underWay.set(replica, own)
  const now = (own.get(name) ?? Promise.resolve()).then(run, run)
  own.set(name, now)
  const done = () => {
    if (own.get(name) === now) own.delete(name)
  }
  now.then(done, done)
  return now
}

export function keepDraft(replica: Replica, name: string, value: Json): Promise<void> {
  return inTurn(replica, name, () => writeDraft(replica, name, value))
}

export function clearDraft(replica: Replica, name: string): Promise<void> {
  return inTurn(replica, name, () =>
    replica.connection.use((database) => database.delete('drafts', name)),
  )
}

export async function readDraft(replica: Replica, name: string): Promise<Json | null> {
  await underWay
    .get(replica)
    ?.get(name)
    ?.catch(() => undefined)
  const row = await replica.connection.use((database) => database.get('drafts', name))
  if (row === undefined) return null
  return jsonShape.parse(JSON.parse(await openText(replica.key, `drafts/${name}`, row)))
}

export async function writeDraft(replica: Replica, name: string, value: Json): Promise<void> {
  const sealed = await sealText(replica.key, `drafts/${name}`, JSON.stringify(value))
  await replica.connection.use((database) => database.put('drafts', { row: name, ...sealed }))
}

export interface KeptDraft<Value> {
  /** Null until it is known whether an older draft lies here. */
  readonly value: Value | null
  readonly restored: boolean
  readonly change: (value: Value) => void
  /** After saving, or when the person throws it away. */
  readonly clear: () => Promise<void>
}

/** What is being written under this name, such as `meetingRecord:<id>`. `take` turns kept data into the value, or null when it no longer fits. */
export function useKeptDraft<Value extends Json>(
  name: string,
  initial: Value,
  take: (kept: Json) => Value | null,
): KeptDraft<Value> {
  const { replica } = useOpenDesk()
  const [state, setState] = useState<{ value: Value | null; restored: boolean }>({
    value: null,
    restored: false,
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** Typed and not yet given to the disk. */
  const waiting = useRef<{ readonly value: Value } | null>(null)
  // Whoever types before the disk has answered is not overwritten by the answer.
  const typed = useRef(false)
  const giveToDisk = useCallback(() => {
    clearTimeout(timer.current)
    if (waiting.current === null) return
    const { value } = waiting.current
    waiting.current = null
    keepDraft(replica, name, value).catch(reportError)
  }, [replica, name])
  useOnLeaving(giveToDisk)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once per name; initial and take are made anew with each rendering
  useEffect(() => {
    let current = true
    typed.current = false
    readDraft(replica, name)
      .then((kept) => (kept === null ? null : take(kept)))
      .catch(() => null)
      .then((value) => {
        if (current && !typed.current)
          setState({ value: value ?? initial, restored: value !== null })
      })
      .catch(reportError)
    return () => {
      current = false
    }
  }, [replica, name])
  const change = useCallback(
    (value: Value) => {
      typed.current = true
      setState((before) => ({ ...before, value }))
      waiting.current = { value }
      clearTimeout(timer.current)
      timer.current = setTimeout(giveToDisk, pauseMilliseconds)
    },
    [giveToDisk],
  )
  const clear = useCallback(async () => {
    clearTimeout(timer.current)
    waiting.current = null
    await clearDraft(replica, name)
  }, [replica, name])
  return { ...state, change, clear }
}

/** When the screen is left, and when the tab goes out of sight: there it may be killed without a word. */
function useOnLeaving(run: () => void): void {
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') run()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      run()
    }
  }, [run])
}
