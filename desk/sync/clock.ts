import { makeId } from '../../core/kit/ids.ts'
import { agencyClock } from '../kit/zone.ts'

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

/** The day where the agency works, not in Greenwich and not where this device believes to be. */
export function agencyDay(clock: Pick<Clock, 'now'>): string {
  return agencyClock().dayAt(new Date(clock.now()).toISOString())
}
