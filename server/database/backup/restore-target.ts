import { mkdir, readFile, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../launcher/database-secrets.ts'
import { readErrorCode } from '../launcher/database-trouble.ts'
import { createInside } from './archive-files.ts'
import { BackupTrouble, asWriteTrouble } from './backup-trouble.ts'
import type { FileHandle } from 'node:fs/promises'

// While it lies in the files folder, the database was not committed: what lies there may be thrown away.
const unfinishedMark = '.restore-unfinished'

/**
 * Where files and key go. They are unpacked beside their place, moved into place just before the database commits,
 * and marked until it has committed, so that a restore killed at any moment can be run again.
 */
export class RestoreTarget {
  readonly #filesDir: string | undefined
  readonly #keyFile: string | undefined
  readonly #unpacked: string | undefined
  #key: Buffer | undefined
  #open: FileHandle | undefined
  files = 0

  private constructor(filesDir: string | undefined, keyFile: string | undefined) {
    this.#filesDir = filesDir
    this.#keyFile = keyFile
    this.#unpacked = filesDir === undefined ? undefined : `${filesDir}.restoring`
  }

  static async prepare(filesDir: string | undefined, keyFile: string | undefined) {
    const target = new RestoreTarget(filesDir, keyFile)
    await target.#prepareFolders()
    return target
  }

  async #prepareFolders(): Promise<void> {
    if (this.#filesDir === undefined || this.#unpacked === undefined) return
    const present = await readdir(this.#filesDir).catch(nothingIfMissing)
    if (present.includes(unfinishedMark)) await rm(this.#filesDir, { recursive: true })
    else if (present.length > 0) {
      throw new BackupTrouble('files-not-empty', { folder: this.#filesDir })
    }
    await rm(this.#unpacked, { recursive: true, force: true })
    await mkdir(this.#unpacked, { recursive: true, mode: 0o700 })
    await writeFile(join(this.#unpacked, unfinishedMark), '')
  }

  async receiveKey(key: Buffer): Promise<void> {
    this.#key = Buffer.from(key)
    if (this.#keyFile === undefined) return
    const present = await readFile(this.#keyFile).catch((error: unknown) => {
      if (readErrorCode(error) === 'ENOENT') return undefined
      throw error
    })
    if (present !== undefined && !present.equals(this.#key)) {
      throw new BackupTrouble('key-file-exists', { file: this.#keyFile })
    }
  }

  /** False when the archive names a path outside the folder, which only a forged one does. */
  async beginFile(path: string): Promise<boolean> {
    if (this.#unpacked === undefined) return true
    this.#open = await createInside(this.#unpacked, path)
    return this.#open !== undefined
  }

  async writeFile(bytes: Buffer): Promise<void> {
    let at = 0
    while (this.#open !== undefined && at < bytes.length) {
      at += (await this.#open.write(bytes, at)).bytesWritten
    }
  }

  async endFile(): Promise<void> {
    await this.#open?.sync()
    await this.#open?.close()
    this.#open = undefined
    this.files += 1
  }

  /** Just before the database commits. */
  async moveIntoPlace(): Promise<void> {
    try {
      if (this.#filesDir !== undefined && this.#unpacked !== undefined) {
        await rmdir(this.#filesDir).catch(nothingIfMissing)
        await rename(this.#unpacked, this.#filesDir)
        syncFolder(dirname(this.#filesDir))
      }
      if (this.#keyFile !== undefined && this.#key !== undefined) {
        const half = `${this.#keyFile}.restoring`
        await writeFile(half, this.#key, { mode: 0o600, flush: true })
        await rename(half, this.#keyFile)
        syncFolder(dirname(this.#keyFile))
      }
    } catch (error) {
      throw asWriteTrouble(error, this.#filesDir ?? this.#keyFile ?? '')
    }
  }

  /** Just after the database has committed. */
  async finish(): Promise<void> {
    if (this.#filesDir !== undefined)
      await rm(join(this.#filesDir, unfinishedMark), { force: true })
  }

  async abandon(): Promise<void> {
    await this.#open?.close().catch(() => undefined)
    if (this.#unpacked !== undefined) {
      await rm(this.#unpacked, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

function nothingIfMissing(error: unknown): string[] {
  if (readErrorCode(error) === 'ENOENT') return []
  throw error
}
