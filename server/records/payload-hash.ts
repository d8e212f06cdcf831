// What proves that a repeated change is the same one, kept so that nobody can try guesses against it once its key is gone.
import { createHmac } from 'node:crypto'
import { keyNumber, keyToSeal, OwnerKey, type SealKey } from './seal.ts'

/** The fingerprint under the key that seals the change, with the key's number: once it is destroyed it proves nothing to anybody. */
export function sealHash(key: SealKey, fingerprint: string): string {
  return hashUnder(keyToSeal(key), keyNumber(key), fingerprint)
}

function hashUnder(key: ReturnType<typeof keyToSeal>, generation: number, plain: string): string {
  return `h${generation}:${createHmac('sha256', key).update(`payload|${plain}`).digest('hex')}`
}

/** How a fingerprint has to be kept to be compared with this stored one: what is older lies there as it is. */
export function sealHashLike(stored: string, key: SealKey): (fingerprint: string) => string {
  const keyed = /^h(\d+):/.exec(stored)
  if (keyed === null) return (plain) => plain
  const generation = Number(keyed[1])
  return (fingerprint) =>
    hashUnder(key instanceof OwnerKey ? key.keyOf(generation) : key, generation, fingerprint)
}
