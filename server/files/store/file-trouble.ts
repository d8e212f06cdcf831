import type { FileTroubleId } from '../refusals.ts'

/** The world says no to the file store; `fileId` names the file, and texts in the language files say what to do next. */
export class FileTrouble extends Error {
  readonly id: FileTroubleId
  readonly fileId: string

  constructor(id: FileTroubleId, fileId: string, cause?: unknown) {
    super(`${id}: file ${fileId}`, cause === undefined ? undefined : { cause })
    this.name = 'FileTrouble'
    this.id = id
    this.fileId = fileId
  }
}

/** A failed disk call as trouble; a full disk has its own id because a person can do something about it. */
export function troubleOfDisk(error: unknown, fileId: string): FileTrouble {
  if (error instanceof FileTrouble) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new FileTrouble('FileMissing', fileId, error)
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return new FileTrouble(full ? 'FileDiskFull' : 'FileDiskFailed', fileId, error)
}
