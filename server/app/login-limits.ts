import { z } from 'zod'
import { createStrangerTries, type StrangerTries } from '../access/login.ts'
import type { House } from './house.ts'
import { createRateLimit } from './rate.ts'

const triesPerMinute = 20

/** What every door that takes a name and a password counts together: two doors are not twice as many tries. */
export interface LoginLimits {
  readonly tries: ReturnType<typeof createRateLimit>
  readonly strangers: StrangerTries
}

export function createLoginLimits(house: House): LoginLimits {
  return {
    tries: createRateLimit(triesPerMinute, () => Date.parse(house.now())),
    strangers: createStrangerTries(),
  }
}

/** Six digits or a printed code, as somebody types it. */
export const factorCode = z.string().max(60).default('')
