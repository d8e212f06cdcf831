// Opens a zip only after its whole directory has been judged (R27): nothing is unpacked before that, and nothing is
// ever written to disk. Declared sizes are safe to judge by because the reader cuts an entry that unpacks to more.

import { Buffer } from 'node:buffer'
import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import { StoppedByRefusal, stopWith } from '../refusals.ts'
import { readXmlProlog } from './read-xml-prolog.ts'

export type ArchiveLimits = {
  readonly entries: number
  readonly unpackedBytes: number
  readonly entryBytes: number
  /** Unpacked : packed, judged only for entries above `ratioFromBytes`. */
  readonly ratio: number
  readonly ratioFromBytes: number
  /** Word templates legitimately embed a workbook behind each chart; such entries stay unopened. */
  readonly nested: 'refused' | 'unopened'
}

const MEGABYTE = 1024 * 1024

export const archiveLimits: ArchiveLimits = {
  entries: 5_000,
  unpackedBytes: 200 * MEGABYTE,
  entryBytes: 200 * MEGABYTE,
  ratio: 100,
  ratioFromBytes: MEGABYTE,
  nested: 'refused',
}

/** An archive whose directory passed; names are looked up without regard to case, as office programs do. */
export type GuardedArchive = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Unpacked bytes of one entry; a missing or broken entry stops with FileDamaged. */
  read(name: string): AsyncIterable<Buffer>
}

/** Judges every entry and every XML prolog of the archive; stops with a refusal, or returns the readable archive. */
export async function guardArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): Promise<GuardedArchive> {
  const zip = await openZip(bytes)
  const entries = await listEntries(zip, limits)
  const archive: GuardedArchive = {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => readEntry(zip, entries.get(name.toLowerCase())?.entry, name),
  }
  for (const name of archive.names) {
    if (/\.(xml|rels|vml)$/i.test(name)) await readXmlProlog(archive.read(name), name)
  }
  return archive
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true })
  } catch {
    stopWith('FileDamaged', { part: 'zip' })
  }
}

type NamedEntry = { readonly name: string; readonly entry: Entry }

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, NamedEntry>> {
  if (zip.entryCount > limits.entries) stopWith('ArchiveTooManyEntries', { limit: limits.entries })
  const found = new Map<string, NamedEntry>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        // Some old programs write xl\\workbook.xml; the path is judged after it has been read as xl/workbook.xml.
        false,
      )
      judgeEntry(entry, name, limits)
      if (found.has(name.toLowerCase())) stopWith('ArchiveNameTwice', { entry: name })
      unpacked += entry.uncompressedSize
      if (unpacked > limits.unpackedBytes) {
        stopWith('ArchiveUnpacksTooLarge', { limitMegabytes: limits.unpackedBytes / MEGABYTE })
      }
      found.set(name.toLowerCase(), { name, entry })
    }
  } catch (error) {
    if (error instanceof StoppedByRefusal) throw error
    stopWith('FileDamaged', { part: 'zip' })
  }
  return found
}

const FILE_TYPE_MASK = 0o170000
const REGULAR_FILE = 0o100000
const FOLDER = 0o040000

function judgeEntry(entry: Entry, name: string, limits: ArchiveLimits): void {
  if (validateFileName(name) !== null || /[\0:]/.test(name)) {
    stopWith('ArchivePathUnsafe', { entry: name })
  }
  const unixType = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK
  if (unixType !== 0 && unixType !== REGULAR_FILE && unixType !== FOLDER) {
    stopWith('ArchiveHasLink', { entry: name })
  }
  if (entry.isEncrypted()) stopWith('ArchiveEncrypted', { entry: name })
  const nested = /\.(zip|7z|rar|gz|bz2|xz|tar|jar|xls[xmb]|docx|docm|pptx)$/i
  if (limits.nested === 'refused' && nested.test(name)) stopWith('ArchiveNested', { entry: name })
  if (entry.uncompressedSize > limits.entryBytes) {
    stopWith('ArchiveEntryTooLarge', {
      entry: name,
      limitMegabytes: limits.entryBytes / MEGABYTE,
    })
  }
  if (
    entry.uncompressedSize > limits.ratioFromBytes &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  ) {
    stopWith('ArchiveRatioTooHigh', { entry: name, limit: limits.ratio })
  }
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
): AsyncGenerator<Buffer> {
  if (entry === undefined) stopWith('FileDamaged', { part: name })
  try {
    const stream = await zip.openReadStreamPromise(entry)
    try {
      for await (const chunk of stream) yield chunk
    } finally {
      stream.destroy()
    }
  } catch (error) {
    if (error instanceof StoppedByRefusal) throw error
    stopWith('FileDamaged', { part: name })
  }
}
