import { argon2idAsync } from '@noble/hashes/argon2.js'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'

/** About 0.1 s on a laptop and 0.5 to 1 s on a cheap phone, in JavaScript; memory in KiB. */
export interface PinCost {
  readonly memory: number
  readonly passes: number
}
export const pinCost: PinCost = { memory: 12_288, passes: 2 }

const shortestPin = 6

/** A PIN is short; it must at least not be the first one that everybody tries. */
export function refusePin(pin: string): Refusal | null {
  const plain = pin.normalize('NFKC')
  if ([...plain].length < shortestPin) return refusal('PinTooShort', { least: shortestPin })
  if (new Set(plain).size < 3 || isRun(plain)) return refusal('PinTooSimple')
  return null
}

function isRun(pin: string): boolean {
  const codes = [...pin].map((character) => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return steps.size === 1
}

/** The key that wraps data keys; it exists in memory only, while a person waits. */
export async function deriveWrapKey(
  pin: string,
  salt: Uint8Array,
  cost: PinCost,
  onProgress: (part: number) => void = () => {},
): Promise<CryptoKey> {
  const bytes = await argon2idAsync(new TextEncoder().encode(pin.normalize('NFKC')), salt, {
    t: cost.passes,
    m: cost.memory,
    p: 1,
    dkLen: 32,
    onProgress,
  })
  return crypto.subtle.importKey('raw', new Uint8Array(bytes), { name: 'AES-GCM' }, false, [
    'wrapKey',
    'unwrapKey',
  ])
}

const freeTries = 3
const longestWait = 15 * 60_000

/** Milliseconds to wait after so many wrong PINs in a row: 5 s, doubling, at most a quarter of an hour. */
export function waitAfter(wrongTries: number): number {
  if (wrongTries < freeTries) return 0
  return Math.min(longestWait, 5_000 * 2 ** (wrongTries - freeTries))
}
