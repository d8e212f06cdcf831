// After an outage a county's phones come back at once. Who comes beyond what the house can answer soon is asked, before
// anything of theirs is read, to come again: each at another moment (S21).
import { randomInt } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

export interface CrowdOptions {
  /** How many are answered or wait for it at one moment. */
  readonly most: number
  /** Milliseconds. */
  readonly now: () => number
  /** From 0 to just below 1. */
  readonly dice: () => number
}

/** Measured on two cores: a push of twenty changes takes 60 ms, so whoever is let in is answered within some seconds. */
export const crowdOptions: CrowdOptions = {
  most: 48,
  now: () => performance.now(),
  dice: () => randomInt(1_000_000) / 1_000_000,
}

const leastSeconds = 2
const mostSeconds = 60
/** So many of those turned away may come back within one second. */
const backPerSecond = 15
const memoryMilliseconds = 60_000

export interface Crowd {
  /** Seconds after which to come again, or null: let in until `leave`. */
  readonly enter: () => number | null
  readonly leave: () => void
}

export function openCrowd({ most, now, dice }: CrowdOptions): Crowd {
  let inside = 0
  let turnedAway = 0
  let since = now()
  return {
    enter: () => {
      if (inside < most) {
        inside += 1
        return null
      }
      if (now() - since > memoryMilliseconds) {
        since = now()
        turnedAway = 0
      }
      turnedAway += 1
      // The more were turned away, the wider their return is spread.
      const spread = Math.min(mostSeconds - leastSeconds, turnedAway / backPerSecond)
      return Math.ceil(leastSeconds + dice() * spread)
    },
    leave: () => {
      inside -= 1
    },
  }
}

export function turnAwayCrowds(options: CrowdOptions = crowdOptions): MiddlewareHandler {
  const crowd = openCrowd(options)
  return async (context: Context, next) => {
    const seconds = crowd.enter()
    if (seconds !== null) {
      context.header('retry-after', String(seconds))
      return context.json({ id: 'ServerBusy', details: { seconds } }, 503)
    }
    try {
      return await next()
    } finally {
      crowd.leave()
    }
  }
}
