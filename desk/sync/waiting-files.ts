// Recordings that wait for a network: sealed on this device part by part, sent later, gone when the record holds them.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import { partBytes, type Upload } from '../../core/sync/upload.ts'
import type { Clock } from './clock.ts'
import { aboutRow, fileOfRow, fileRows, isAbout, partRow } from './file-rows.ts'
import { notify, type Replica } from './replica.ts'
import { openContent, openText, sealContent, sealText } from './seal.ts'
import { parseStored } from './stored-parse.ts'

/** The verb that tells a record of its file; its input is `{fileId}`. */
export interface FileHolder {
  readonly kind: string
  readonly recordId: string
  readonly verb: string
}

export interface WaitingFile {
  readonly upload: Upload
  readonly holder: FileHolder
  readonly keptAt: number
  /** The server will not have it: a person decides. */
  readonly refusal: Refusal | null
}

/** Someone keeps a file at this moment: parts without a row about them are not left behind. */
const keepLock = (replica: Replica) => `kiteline-keep-file-${replica.staffId}`

export type FileToKeep = Pick<Upload, 'purpose' | 'owner'> & {
  readonly file: File
  readonly holder: FileHolder
}

/** Resolves when all of it lies sealed on this device's disk. The row about it comes last: before it there is no file. */
export async function keepFileHere(
  replica: Replica,
  clock: Clock,
  { file, holder, purpose, owner }: FileToKeep,
): Promise<WaitingFile> {
  const keepIt = async () => {
    const id = clock.newId()
    const hash = sha256.create()
    for (let number = 0; number * partBytes < file.size; number += 1) {
      const part = await readSlice(file, number)
      hash.update(new Uint8Array(part))
      const row = partRow(owner, id, number)
      const sealed = await sealContent(replica.key, `files/${row}`, part)
      await replica.connection.use((database) => database.put('files', { row, ...sealed }))
    }
    const name = file.name.normalize('NFC').slice(-200)
    const upload = { id, purpose, owner, name, size: file.size, sha256: bytesToHex(hash.digest()) }
    const waiting = { upload, holder, keptAt: clock.now(), refusal: null }
    await putWaitingFile(replica, waiting)
    return waiting
  }
  if (!('locks' in navigator)) return keepIt()
  return navigator.locks.request(keepLock(replica), { mode: 'shared' }, keepIt)
}

export function readSlice(file: Blob, number: number): Promise<ArrayBuffer> {
  return file.slice(number * partBytes, (number + 1) * partBytes).arrayBuffer()
}

export async function putWaitingFile(replica: Replica, waiting: WaitingFile): Promise<void> {
  const row = aboutRow(waiting.upload.owner, waiting.upload.id)
  const sealed = await sealText(replica.key, `files/${row}`, JSON.stringify(waiting))
  await replica.connection.use((database) => database.put('files', { row, ...sealed }))
  notify(replica)
}

/** In the order in which they were kept. */
export async function listWaitingFiles(replica: Replica): Promise<readonly WaitingFile[]> {
  const rows = await replica.connection.use((database) => database.getAll('files', fileRows()))
  const found = await Promise.all(
    rows.map((row) =>
      openText(replica.key, `files/${row.row}`, row)
        .then((text) => parseStored('files', text))
        .catch(() => damagedFile(row.row)),
    ),
  )
  return found.toSorted((left, right) => left.keptAt - right.keptAt)
}

/** Of which only the row's name can be read: a person decides about it, and the others are not held up. */
function damagedFile(row: string): WaitingFile {
  return {
    upload: { ...fileOfRow(row), purpose: 'interviewAudio', name: '', size: 0, sha256: '' },
    holder: { kind: '', recordId: '', verb: '' },
    ...{ keptAt: 0, refusal: refusal('WaitingFileDamaged') },
  }
}

/** Sending it again needs what cannot be read. */
export function isDamaged({ refusal: reason }: Pick<WaitingFile, 'refusal'>): boolean {
  return reason?.id === 'WaitingFileDamaged'
}

/** A part is gone from this device's disk, or is no longer what was sealed. */
export class PartUnreadable extends Error {}

export async function readWaitingPart(
  replica: Replica,
  { owner, id }: Upload,
  number: number,
): Promise<ArrayBuffer> {
  const row = partRow(owner, id, number)
  const sealed = await replica.connection.use((database) => database.get('files', row))
  if (sealed === undefined) throw new PartUnreadable(row)
  try {
    return await openContent(replica.key, `files/${row}`, sealed)
  } catch (trouble) {
    throw new PartUnreadable(row, { cause: trouble })
  }
}

export async function dropWaitingFile(replica: Replica, { owner, id }: Upload): Promise<void> {
  await dropRows(replica, (row) => row.split(':').includes(id) && row.includes(owner))
  notify(replica)
}

/** Parts that a killed tab left without a row about them. Not while somebody keeps one. */
export async function sweepLooseParts(replica: Replica): Promise<void> {
  if (!('locks' in navigator)) return
  await navigator.locks.request(keepLock(replica), { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    const kept = new Set((await listWaitingFiles(replica)).map(({ upload }) => upload.id))
    await dropRows(
      replica,
      (row) => !isAbout(row) && !row.split(':').some((part) => kept.has(part)),
    )
  })
}

async function dropRows(replica: Replica, isGone: (row: string) => boolean): Promise<void> {
  await replica.connection.use(async (database) => {
    const writing = database.transaction('files', 'readwrite', { durability: 'strict' })
    const rows = await writing.store.getAllKeys()
    await Promise.all(rows.filter(isGone).map((row) => writing.store.delete(row)))
    await writing.done
  })
}
