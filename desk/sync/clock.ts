import { makeId } from '../../core/kit/ids.ts'

/** What a device decides by itself: the time it believes, and dice for ids. */
export interface Clock {
  readonly now: () => number
  readonly newId: () => string
  /** Between 0 and 1. */
  readonly dice: () => number
}

export function newId(): string {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

export const deviceClock: Clock = { now: () => Date.now(), newId, dice: () => Math.random() }

/** The day on the wall of this device, not in Greenwich. */
export function localDay(clock: Pick<Clock, 'now'>): string {
  const day = new Date(clock.now())
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
