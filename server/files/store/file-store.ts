// Where the bytes of photographs, templates, recordings and exports live. Rooms know this interface only; who may read
// a file, and under which name a person knows it, is said by records, not by the store.
//
// The local folder (open-folder-store.ts) is the only implementation. An S3-compatible one would keep the same sealed
// bytes under the same ids, one object per file: put = one PutObject of the sealed stream after its hash is known,
// get = GetObject, delete = DeleteObject, list = ListObjectsV2. It must not be trusted with keys or plain bytes, and is
// not written until it can be tested against a real service.

import type { KeyObject } from 'node:crypto'
import type { FileType } from './recognise-type.ts'

/** 256 bits, usually of one family; erasing the key erases every file sealed with it, in backups too. */
export type DataKey = KeyObject | Uint8Array

export type FileMeta = {
  /** The name a person gave it; kept sealed beside the content, never part of a path. */
  readonly name: string
  readonly type: FileType
}

export type StoredFile = {
  /** 32 hexadecimal digits made by the store. */
  readonly id: string
  /** Of the plain content, lower-case hexadecimal. */
  readonly sha256: string
  /** Of the plain content, in bytes. */
  readonly size: number
  readonly type: FileType
}

export type OpenedFile = StoredFile & { readonly name: string; readonly bytes: Uint8Array }

export type ListedFile = {
  readonly id: string
  readonly sealedBytes: number
  readonly storedAt: Date
}

/** Every call throws FileTrouble when the world says no. */
export type FileStore = {
  /** Durable when it answers: nothing of a file is visible before all of it is on disk. */
  put(
    content: Uint8Array | AsyncIterable<Uint8Array>,
    meta: FileMeta,
    key: DataKey,
  ): Promise<StoredFile>
  /** The whole content, after its hash has been compared. FileAltered, FileKeyWrong or FileMissing name the file. */
  get(id: string, key: DataKey): Promise<OpenedFile>
  /** Whether there was such a file. */
  delete(id: string): Promise<boolean>
  /** All complete files, in no particular order; needs no key. */
  list(): AsyncIterable<ListedFile>
}
