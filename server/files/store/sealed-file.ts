// How a stored file looks on disk. Content is sealed in pieces so that a recording of any length streams, and every
// piece is bound to its file, its place and to being the last: pieces cannot be swapped, dropped or taken from another
// file. Layout: mark (8) · salt (32) · key check (16) · pieces of
// 64 kB + 16 · last piece: JSON of hash, size, type and name · length of the last piece (4).

import { Buffer } from 'node:buffer'
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { FileTrouble } from './file-trouble.ts'
import type { DataKey, FileMeta, OpenedFile, StoredFile } from './file-store.ts'
import { readSealedMeta } from './sealed-meta-parse.ts'

const MARK = Buffer.from('KITEFIL1')
const SALT_BYTES = 32
const CHECK_BYTES = 16
const TAG_BYTES = 16
const PIECE_BYTES = 64 * 1024
const LENGTH_BYTES = 4
const HEAD_BYTES = MARK.length + SALT_BYTES + CHECK_BYTES

type FileKey = { readonly key: Buffer; readonly check: Buffer }

// Each file has a key of its own, so piece numbers may serve as nonces.
function deriveFileKey(dataKey: DataKey, salt: Buffer, id: string): FileKey {
  const size = dataKey instanceof Uint8Array ? dataKey.byteLength : dataKey.symmetricKeySize
  if (size !== 32) throw new Error('Bug: a data key has 32 bytes')
  const derived = Buffer.from(
    hkdfSync('sha256', dataKey, salt, `kiteline file ${id}`, 32 + CHECK_BYTES),
  )
  return { key: derived.subarray(0, 32), check: derived.subarray(32) }
}

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0, 0)
  nonce.writeUIntBE(piece, 6, 6)
  return nonce
}

function sealPiece(fileKey: FileKey, piece: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey.key, nonceOf(piece, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Sealed bytes of a file, and what is known of its content when they have all been taken. */
export async function* sealFile(
  id: string,
  content: AsyncIterable<Uint8Array>,
  meta: FileMeta,
  dataKey: DataKey,
): AsyncGenerator<Buffer, StoredFile> {
  const salt = randomBytes(SALT_BYTES)
  const fileKey = deriveFileKey(dataKey, salt, id)
  yield Buffer.concat([MARK, salt, fileKey.check])
  const hash = createHash('sha256')
  let size = 0
  let piece = 0
  let pending = Buffer.alloc(0)
  for await (const chunk of content) {
    hash.update(chunk)
    size += chunk.byteLength
    pending = Buffer.concat([pending, chunk])
    for (; pending.length >= PIECE_BYTES; pending = pending.subarray(PIECE_BYTES)) {
      yield sealPiece(fileKey, piece, false, pending.subarray(0, PIECE_BYTES))
      piece += 1
    }
  }
  if (pending.length > 0) {
    yield sealPiece(fileKey, piece, false, pending)
    piece += 1
  }
  const stored = { id, sha256: hash.digest('hex'), size, type: meta.type }
  const { sha256, type } = stored
  const about = Buffer.from(JSON.stringify({ sha256, size, type, name: meta.name }))
  const last = sealPiece(fileKey, piece, true, about)
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(last.length)
  yield Buffer.concat([last, length])
  return stored
}

/** The content of sealed bytes; throws FileKeyWrong, or FileAltered when one bit differs from what was stored. */
export function openSealedFile(id: string, sealed: Buffer, dataKey: DataKey): OpenedFile {
  if (sealed.length < HEAD_BYTES || !sealed.subarray(0, MARK.length).equals(MARK)) {
    throw new FileTrouble('FileAltered', id)
  }
  const salt = sealed.subarray(MARK.length, MARK.length + SALT_BYTES)
  const fileKey = deriveFileKey(dataKey, salt, id)
  if (!timingSafeEqual(fileKey.check, sealed.subarray(HEAD_BYTES - CHECK_BYTES, HEAD_BYTES))) {
    throw new FileTrouble('FileKeyWrong', id)
  }
  try {
    return openPieces(id, sealed.subarray(HEAD_BYTES), fileKey)
  } catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble('FileAltered', id, error)
  }
}

function openPieces(id: string, sealed: Buffer, fileKey: FileKey): OpenedFile {
  const lengthAt = sealed.length - LENGTH_BYTES
  const lastLength = sealed.readUInt32BE(lengthAt)
  const body = sealed.subarray(0, lengthAt - lastLength)
  const plain: Buffer[] = []
  let piece = 0
  for (let at = 0; at < body.length; at += PIECE_BYTES + TAG_BYTES) {
    plain.push(openPiece(fileKey, piece, false, body.subarray(at, at + PIECE_BYTES + TAG_BYTES)))
    piece += 1
  }
  const last = openPiece(fileKey, piece, true, sealed.subarray(lengthAt - lastLength, lengthAt))
  const meta = readSealedMeta(last.toString())
  const bytes = Buffer.concat(plain)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (meta === undefined || meta.sha256 !== sha256 || meta.size !== bytes.length) {
    throw new FileTrouble('FileAltered', id)
  }
  return { id, ...meta, bytes }
}

function openPiece(fileKey: FileKey, piece: number, last: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', fileKey.key, nonceOf(piece, last), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
}
