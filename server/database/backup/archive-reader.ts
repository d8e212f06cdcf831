import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { FrameCutter } from './archive-frames.ts'
import type { Frame } from './archive-frames.ts'
import {
  chunkBytes,
  digestBytes,
  digestOf,
  magic,
  openChunk,
  openSeal,
  parseHeader,
  tagBytes,
} from './archive-seal.ts'
import type { ArchiveSeal } from './archive-seal.ts'
import { BackupTrouble } from './backup-trouble.ts'
import { readErrorText } from '../launcher/database-trouble.ts'

/**
 * Opens an archive and yields its frames in order. Every frame is authenticated before it is seen, but only the end
 * proves that nothing is missing: whoever acts on frames must be able to undo until the last one has come.
 */
export async function* readArchive(file: string, passphrase: string): AsyncGenerator<Frame> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new BackupTrouble('archive-unreadable', { file, reason: readErrorText(error) }, error)
  })
  try {
    const seal = await readSeal(handle, file, passphrase)
    yield* readFrames(handle, file, seal)
  } finally {
    await handle.close()
  }
}

async function readSeal(handle: FileHandle, file: string, passphrase: string) {
  const front = await readBytes(handle, magic.length + 2)
  if (!front.subarray(0, magic.length).equals(magic.subarray(0, front.length))) {
    throw new BackupTrouble('not-an-archive', { file })
  }
  if (front.length < magic.length + 2) throw truncated(file)
  const length = front.readUInt16BE(magic.length)
  const json = await readBytes(handle, length)
  const digest = await readBytes(handle, digestBytes)
  if (digest.length < digestBytes) throw truncated(file)
  if (!digestOf(Buffer.concat([front, json])).equals(digest)) throw damaged(file)
  const header = parseHeader(json)
  if (header === undefined) throw new BackupTrouble('not-an-archive', { file })
  const seal = await openSeal(passphrase, header, digest)
  if (seal === undefined) throw new BackupTrouble('wrong-passphrase', { file })
  return seal
}

async function* readFrames(
  handle: FileHandle,
  file: string,
  seal: ArchiveSeal,
): AsyncGenerator<Frame> {
  const cutter = new FrameCutter()
  for (let number = 0; ; number += 1) {
    const front = await readBytes(handle, 5)
    if (front.length < 5) throw truncated(file)
    const final = front.readUInt8(0) === 1
    const length = front.readUInt32BE(1)
    if (front.readUInt8(0) > 1 || length > chunkBytes) throw damaged(file)
    const body = await readBytes(handle, length + tagBytes)
    if (body.length < length + tagBytes) throw truncated(file)
    const plain = openChunk(seal, number, final, body)
    if (plain === undefined) throw damaged(file)
    yield* cutter.cut(plain)
    if (!final) continue
    const more = await readBytes(handle, 1)
    if (more.length > 0 || cutter.unfinished) throw damaged(file)
    return
  }
}

async function readBytes(handle: FileHandle, wanted: number): Promise<Buffer> {
  const bytes = Buffer.alloc(wanted)
  let got = 0
  while (got < wanted) {
    const { bytesRead } = await handle.read(bytes, got, wanted - got)
    if (bytesRead === 0) break
    got += bytesRead
  }
  return bytes.subarray(0, got)
}

function truncated(file: string): BackupTrouble {
  return new BackupTrouble('archive-truncated', { file })
}

function damaged(file: string): BackupTrouble {
  return new BackupTrouble('archive-damaged', { file })
}
