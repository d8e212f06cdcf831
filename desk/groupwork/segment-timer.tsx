import { useEffect, useState, useSyncExternalStore } from 'react'
import { text } from '../kit/index.ts'
import styles from './run-plan.module.css'

const rememberedAs = 'kiteline.segmentTimer'

/** One clock for the whole room: starting another segment stops the last. It outlives a look at another page. */
let running: { readonly place: string; readonly since: number } | null = recallRunning()
const listeners = new Set<() => void>()

/** A phone that locks drops the page: the clock is found again, as long as the browser was not closed. */
function recallRunning(): { readonly place: string; readonly since: number } | null {
  const [since = '', place = ''] = (sessionStorage.getItem(rememberedAs) ?? '').split('|')
  return /^\d+$/.test(since) && place !== '' ? { place, since: Number(since) } : null
}

function setRunning(next: typeof running): void {
  running = next
  if (next === null) sessionStorage.removeItem(rememberedAs)
  else sessionStorage.setItem(rememberedAs, `${next.since}|${next.place}`)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A helper for the eye, nothing is recorded: how long this segment has been running. */
export function SegmentTimer({
  place,
  minutes,
}: {
  readonly place: string
  readonly minutes: number
}) {
  const now = useSyncExternalStore(subscribe, () => running)
  const since = now?.place === place ? now.since : null
  const seconds = useSecondsSince(since)
  if (since === null)
    return (
      <button
        type="button"
        className={styles.timer}
        onClick={() => setRunning({ place, since: Date.now() })}
      >
        ▷ {text('groupwork:run.startTimer')}
      </button>
    )
  const left = minutes * 60 - seconds
  return (
    <button
      type="button"
      className={styles.timer}
      data-over={left < 0}
      onClick={() => setRunning(null)}
    >
      ■{' '}
      {text(left < 0 ? 'groupwork:run.over' : 'groupwork:run.left', {
        time: asClock(Math.abs(left)),
      })}
    </button>
  )
}

function useSecondsSince(since: number | null): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (since === null) return
    const look = () => setSeconds(Math.floor((Date.now() - since) / 1000))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [since])
  return seconds
}

function asClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
