// Authenticated encryption of what is protected: a key per owner (family, group, agency), wrapped by the master key.
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** A key object is taken over by the cipher as it is; raw bytes are made into one every time. */
export type SealKey = KeyObject | Uint8Array

// The first byte names the algorithm, so that another (SM4-GCM) can be added beside it (R47).
const aes256Gcm = 1
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
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const sealed = cipher.update(plain)
  return Buffer.concat([Buffer.of(aes256Gcm), nonce, sealed, cipher.final(), cipher.getAuthTag()])
}

export function openBytes(key: SealKey, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== aes256Gcm)
    throw new Error('Sealed with an algorithm this Kiteline does not know')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const opened = decipher.update(sealed.subarray(1 + nonceBytes, sealed.length - tagBytes))
  return Buffer.concat([opened, decipher.final()])
}
