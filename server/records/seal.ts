// Authenticated encryption of what is protected: a key per owner (family, group, agency), wrapped by the master key.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

// The first byte names the algorithm, so that another (SM4-GCM) can be added beside it (R47).
const aes256Gcm = 1
const nonceBytes = 12
const tagBytes = 16

/** `context` binds the ciphertext to its place: moved to another record it does not open. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(aes256Gcm), nonce, sealed, cipher.getAuthTag()])
}

export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== aes256Gcm)
    throw new Error('Sealed with an algorithm this Kiteline does not know')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceBytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  return Buffer.concat([
    decipher.update(bytes.subarray(1 + nonceBytes, bytes.length - tagBytes)),
    decipher.final(),
  ])
}
