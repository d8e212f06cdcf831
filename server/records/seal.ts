// Authenticated encryption of what is protected: a key per owner (family, group, agency), wrapped by the master key.
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/**
 * An owner's key with its number. What the first one seals does not say so; from the second on the number stands in front.
 * While keys are changed the one before it still opens.
 */
export class OwnerKey {
  readonly generation: number
  readonly key: KeyObject
  readonly earlier: KeyObject | null
  #outdated = false

  constructor(generation: number, key: KeyObject, earlier: KeyObject | null) {
    this.generation = generation
    this.key = key
    this.earlier = earlier
  }

  /** Something sealed with another number was met: what is remembered here is no longer what is stored. */
  get outdated(): boolean {
    return this.#outdated
  }

  keyOf(generation: number): KeyObject {
    if (generation === this.generation) return this.key
    if (generation === this.generation - 1 && this.earlier !== null) return this.earlier
    this.#outdated = true
    throw new KeyChanged(`Sealed with key ${generation}, at hand is ${this.generation}`)
  }
}

/** Keys were changed between two looks. The transaction is tried again, like one that met another. */
export class KeyChanged extends Error {
  readonly code = '40001'
}

/** A key object is taken over by the cipher as it is; raw bytes are made into one every time. */
export type SealKey = OwnerKey | KeyObject | Uint8Array

/** A key as it goes to another process of ours: key objects do not travel. It stays in memory, on both sides. */
export interface HandedKey {
  /** null: the key itself, which has no number. */
  readonly generation: number | null
  readonly key: Uint8Array
  readonly earlier: Uint8Array | null
}

export function handKeyOver(key: SealKey): HandedKey {
  if (key instanceof OwnerKey) {
    const { generation, earlier } = key
    return { generation, key: key.key.export(), earlier: earlier?.export() ?? null }
  }
  return { generation: null, key: key instanceof Uint8Array ? key : key.export(), earlier: null }
}

export function takeKeyOver({ generation, key, earlier }: HandedKey): SealKey {
  if (generation === null) return key
  return new OwnerKey(
    generation,
    createSecretKey(key),
    earlier === null ? null : createSecretKey(earlier),
  )
}

// The first byte names the algorithm, so that another (SM4-GCM) can be added beside it (R47); the second layout names
// the number of the key too.
const aes256Gcm = 1
const aes256GcmNumbered = 2
const nonceBytes = 12
const tagBytes = 16

/** `context` binds the ciphertext to its place: moved to another record it does not open. */
export type Seal = (key: SealKey, plain: Uint8Array, context: string) => Buffer

export const sealBytes: Seal = (key, plain, context) =>
  sealWith(randomBytes(nonceBytes), key, plain, context)

/** Seals many: their nonces are drawn together, for one by one they cost as much as the sealing. */
export function openSealer(howMany: number): Seal {
  let drawn = Buffer.alloc(0)
  let used = 0
  return (key, plain, context) => {
    if (used === drawn.length) {
      drawn = randomBytes(nonceBytes * Math.max(1, howMany))
      used = 0
    }
    used += nonceBytes
    return sealWith(drawn.subarray(used - nonceBytes, used), key, plain, context)
  }
}

function sealWith(nonce: Buffer, key: SealKey, plain: Uint8Array, context: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', keyToSeal(key), nonce)
  cipher.setAAD(Buffer.from(context))
  const sealed = cipher.update(plain)
  return Buffer.concat([headOf(key), nonce, sealed, cipher.final(), cipher.getAuthTag()])
}

/** The number under which a key seals. */
export function keyNumber(key: SealKey): number {
  return key instanceof OwnerKey ? key.generation : 1
}

function headOf(key: SealKey): Buffer {
  const number = keyNumber(key)
  if (number === 1) return Buffer.of(aes256Gcm)
  const head = Buffer.alloc(3, aes256GcmNumbered)
  head.writeUInt16BE(number, 1)
  return head
}

/** The number of the key that sealed this. */
export function generationOf(sealed: Buffer): number {
  if (sealed[0] === aes256Gcm) return 1
  if (sealed[0] === aes256GcmNumbered) return sealed.readUInt16BE(1)
  throw new Error('Sealed with an algorithm this Kiteline does not know')
}

/** The plain key for what seals in its own way (files). */
export function keyToSeal(key: SealKey): KeyObject | Uint8Array {
  return key instanceof OwnerKey ? key.key : key
}

/** The plain key of the number with which this was sealed. */
export function keyThatSealed(key: SealKey, sealed: Buffer): KeyObject | Uint8Array {
  return key instanceof OwnerKey ? key.keyOf(generationOf(sealed)) : key
}

export function openBytes(key: SealKey, sealed: Buffer, context: string): Buffer {
  const opener = keyThatSealed(key, sealed)
  const from = generationOf(sealed) === 1 ? 1 : 3
  const decipher = createDecipheriv('aes-256-gcm', opener, sealed.subarray(from, from + nonceBytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const opened = decipher.update(sealed.subarray(from + nonceBytes, sealed.length - tagBytes))
  return Buffer.concat([opened, decipher.final()])
}
