// What proves that a repeated change is the same one, kept so that nobody can try guesses against it once its key is gone.
import { createHmac } from 'node:crypto'
import type { SealKey } from './seal.ts'

const keyed = 'h1:'

/** The fingerprint under the key that seals the change: with the key destroyed it proves nothing to anybody. */
export function sealHash(key: SealKey, fingerprint: string): string {
  return `${keyed}${createHmac('sha256', key).update(`payload|${fingerprint}`).digest('hex')}`
}

/** How a fingerprint has to be kept to be compared with this stored one: what is older lies there as it is. */
export function sealHashLike(stored: string, key: SealKey): (fingerprint: string) => string {
  return stored.startsWith(keyed) ? (fingerprint) => sealHash(key, fingerprint) : (plain) => plain
}
