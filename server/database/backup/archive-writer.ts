import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from '../launcher/database-secrets.ts'
import { readLiveness } from '../launcher/process-liveness.ts'
import { encodeFrame, largestFrame } from './archive-frames.ts'
import type { FrameKind } from './archive-frames.ts'
import { chunkBytes, makeSeal, sealChunk } from './archive-seal.ts'
import type { ArchiveSeal } from './archive-seal.ts'
import { BackupTrouble, asWriteTrouble } from './backup-trouble.ts'

/**
 * Writes one archive under a name that says it is half done; only a whole, synced archive gets the final name.
 * Memory stays at a few chunks whatever the size.
 */
export class ArchiveWriter {
  readonly #target: string
  readonly #half: string
  readonly #file: FileHandle
  readonly #seal: ArchiveSeal
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #number = 0

  private constructor(target: string, half: string, file: FileHandle, seal: ArchiveSeal) {
    this.#target = target
    this.#half = half
    this.#file = file
    this.#seal = seal
  }

  static async create(target: string, passphrase: string): Promise<ArchiveWriter> {
    const half = `${target}.half-${process.pid}`
    try {
      if ((await stat(target).catch(() => undefined)) !== undefined) {
        throw new BackupTrouble('target-exists', { file: target })
      }
      await removeAbandoned(target)
      const file = await open(half, 'w', 0o600)
      const { header, ...seal } = await makeSeal(passphrase)
      await file.write(header)
      return new ArchiveWriter(target, half, file, seal)
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined)
      throw asWriteTrouble(error, target)
    }
  }

  async writeJson(kind: FrameKind, value: unknown): Promise<void> {
    await this.write(kind, Buffer.from(JSON.stringify(value), 'utf8'))
  }

  async writeData(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; at += largestFrame) {
      await this.write('data', bytes.subarray(at, at + largestFrame))
    }
  }

  async write(kind: FrameKind, payload: Buffer): Promise<void> {
    const frame = encodeFrame(kind, payload)
    this.#waiting.push(frame)
    this.#waitingBytes += frame.length
    if (this.#waitingBytes < chunkBytes) return
    let rest = Buffer.concat(this.#waiting)
    while (rest.length >= chunkBytes) {
      await this.#writeChunk(rest.subarray(0, chunkBytes), false)
      rest = rest.subarray(chunkBytes)
    }
    this.#waiting = [rest]
    this.#waitingBytes = rest.length
  }

  /** Seals the end and gives the archive its name; returns its size. */
  async finish(): Promise<number> {
    try {
      await this.#writeChunk(Buffer.concat(this.#waiting), true)
      await this.#file.sync()
      const { size } = await this.#file.stat()
      await this.#file.close()
      await rename(this.#half, this.#target)
      syncFolder(dirname(this.#target))
      return size
    } catch (error) {
      throw asWriteTrouble(error, this.#target)
    }
  }

  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await rm(this.#half, { force: true }).catch(() => undefined)
  }

  async #writeChunk(plain: Buffer, final: boolean): Promise<void> {
    const sealed = sealChunk(this.#seal, this.#number, final, plain)
    this.#number += 1
    try {
      let at = 0
      while (at < sealed.length) at += (await this.#file.write(sealed, at)).bytesWritten
    } catch (error) {
      throw asWriteTrouble(error, this.#target)
    }
  }
}

/** Half archives whose process is dead: a killed backup leaves one, the next one to the same name removes it. */
async function removeAbandoned(target: string): Promise<void> {
  const folder = dirname(target)
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(`${basename(target)}.half-`) ? Number(name.split('-').at(-1)) : 0
    if (pid > 0 && readLiveness(pid) !== 'alive') await rm(join(folder, name), { force: true })
  }
}
