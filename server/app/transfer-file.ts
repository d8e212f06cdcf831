// A package as an encrypted file: `KITEPKG1` · salt (16) · nonce (12) · content · tag (16); the key from a passphrase by scrypt.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import {
  type TransferPackage,
  transferPackageShape,
} from '../../core/casework/transfer/transfer-package.ts'
import { tidyPaperCode } from '../access/tokens.ts'

const mark = Buffer.from('KITEPKG1')
const saltBytes = 16
const nonceBytes = 12
const tagBytes = 16
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
/** Far above what a family's papers take. */
export const mostPackageBytes = 4 * 1024 * 1024

function deriveKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(tidyPaperCode(passphrase), salt, 32, cost, (trouble, key) =>
      trouble === null ? resolve(key) : reject(trouble),
    ),
  )
}

export async function sealPackage(content: TransferPackage, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(saltBytes)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt), nonce)
  cipher.setAAD(mark)
  const plain = Buffer.from(JSON.stringify(content))
  return Buffer.concat([
    ...[mark, salt, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()],
  ])
}

/** Null for a wrong passphrase, an altered file, and one that was never ours: whoever tries is not told which. */
export async function openPackageFile(
  bytes: Buffer,
  passphrase: string,
): Promise<TransferPackage | null> {
  const head = mark.length + saltBytes + nonceBytes
  if (bytes.length < head + tagBytes || !bytes.subarray(0, mark.length).equals(mark)) return null
  const salt = bytes.subarray(mark.length, mark.length + saltBytes)
  const nonce = bytes.subarray(mark.length + saltBytes, head)
  const key = await deriveKey(passphrase, salt)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(mark)
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    const body = bytes.subarray(head, -tagBytes)
    const plain = Buffer.concat([decipher.update(body), decipher.final()])
    const parsed = transferPackageShape.safeParse(JSON.parse(plain.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
