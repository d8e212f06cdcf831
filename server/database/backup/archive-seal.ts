import {
  argon2,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { z } from 'zod'

/**
 * The outer shape of a backup file:
 *   magic line · u16 length · JSON header · SHA-256 of all that · chunk, chunk, … final chunk
 * A chunk is: flag (1 byte, 1 = final) · u32 length · ciphertext · GCM tag (16 bytes).
 * The key comes from the passphrase by Argon2id. The nonce is the chunk's number, and flag, number and header digest
 * are authenticated with it: a changed, missing, moved or foreign chunk does not open.
 */
export const magic = Buffer.from('KITELINE BACKUP 1\n', 'utf8')
export const chunkBytes = 256 * 1024
export const tagBytes = 16
export const digestBytes = 32

const headerShape = z.strictObject({
  kdf: z.literal('argon2id'),
  // Upper bounds, or a forged file could ask for all memory.
  memoryKib: z.int().min(8192).max(1_048_576),
  passes: z.int().min(1).max(16),
  lanes: z.int().min(1).max(16),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  cipher: z.literal('aes-256-gcm'),
  check: z.string().regex(/^[0-9a-f]{32}$/),
})

export type ArchiveHeader = z.infer<typeof headerShape>

/** What it takes to seal or open chunks. */
export interface ArchiveSeal {
  readonly key: Buffer
  readonly digest: Buffer
}

// RFC 9106, second recommended setting: about a quarter of a second per guess.
const cost = { memoryKib: 65_536, passes: 3, lanes: 4 }

export async function makeSeal(passphrase: string): Promise<ArchiveSeal & { header: Buffer }> {
  const salt = randomBytes(16)
  const keys = await deriveKeys(passphrase, { ...cost, salt: salt.toString('hex') })
  const header = encodeHeader({
    kdf: 'argon2id',
    ...cost,
    salt: salt.toString('hex'),
    cipher: 'aes-256-gcm',
    check: keys.check.toString('hex'),
  })
  return { key: keys.key, digest: header.subarray(-digestBytes), header }
}

/** Undefined when the passphrase is not the one the archive was made with. */
export async function openSeal(
  passphrase: string,
  header: ArchiveHeader,
  digest: Buffer,
): Promise<ArchiveSeal | undefined> {
  const keys = await deriveKeys(passphrase, header)
  if (!timingSafeEqual(keys.check, Buffer.from(header.check, 'hex'))) return undefined
  return { key: keys.key, digest }
}

export function parseHeader(json: Buffer): ArchiveHeader | undefined {
  try {
    const parsed = headerShape.safeParse(JSON.parse(json.toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function encodeHeader(header: ArchiveHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(json.length)
  const whole = Buffer.concat([magic, length, json])
  return Buffer.concat([whole, digestOf(whole)])
}

export function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

async function deriveKeys(
  passphrase: string,
  header: Pick<ArchiveHeader, 'memoryKib' | 'passes' | 'lanes' | 'salt'>,
): Promise<{ key: Buffer; check: Buffer }> {
  const derived = await new Promise<Buffer>((settle, fail) => {
    const parameters = {
      // The same words typed on another keyboard must open it: full-width and composed forms are one.
      message: passphrase.normalize('NFKC'),
      nonce: Buffer.from(header.salt, 'hex'),
      memory: header.memoryKib,
      passes: header.passes,
      parallelism: header.lanes,
      tagLength: 64,
    }
    argon2('argon2id', parameters, (error, key) => (error === null ? settle(key) : fail(error)))
  })
  const check = createHmac('sha256', derived.subarray(32)).update('passphrase').digest()
  return { key: derived.subarray(0, 32), check: check.subarray(0, 16) }
}

export function sealChunk(
  seal: ArchiveSeal,
  number: number,
  final: boolean,
  plain: Buffer,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonceOf(number))
  cipher.setAAD(bindingOf(seal, number, final))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  const front = Buffer.alloc(5)
  front.writeUInt8(final ? 1 : 0, 0)
  front.writeUInt32BE(sealed.length, 1)
  return Buffer.concat([front, sealed, cipher.getAuthTag()])
}

/** Undefined when the chunk is not the one that was sealed with this number, this flag and in this archive. */
export function openChunk(
  seal: ArchiveSeal,
  number: number,
  final: boolean,
  body: Buffer,
): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonceOf(number))
  decipher.setAAD(bindingOf(seal, number, final))
  decipher.setAuthTag(body.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 4)
  return nonce
}

function bindingOf(seal: ArchiveSeal, number: number, final: boolean): Buffer {
  return Buffer.concat([seal.digest, Buffer.from([final ? 1 : 0]), nonceOf(number)])
}
