import { z } from 'zod'
import { createStrangerTries, type StrangerTries } from '../access/login.ts'
import type { House } from './house.ts'
import { createRateLimit } from './rate.ts'

const triesPerMinute = 20
const proofsPerMinute = 40

/** What every door that takes a name and a password counts together: two doors are not twice as many tries. */
export interface LoginLimits {
  readonly tries: ReturnType<typeof createRateLimit>
  readonly strangers: StrangerTries
  /** Signed in already, and saying the password once more: counted per address too, whosever sessions they are. */
  readonly proofs: ReturnType<typeof createRateLimit>
}

export function createLoginLimits(house: House): LoginLimits {
  return {
    tries: createRateLimit(triesPerMinute, () => Date.parse(house.now())),
    strangers: createStrangerTries(),
    proofs: createRateLimit(proofsPerMinute, () => Date.parse(house.now())),
  }
}

/** Six digits or a printed code, as somebody types it. */
export const factorCode = z.string().max(60).default('')
