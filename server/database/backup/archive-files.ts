import { mkdir, open, opendir } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { readErrorCode } from '../launcher/database-trouble.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { asReadTrouble } from './backup-trouble.ts'

const pieceBytes = 256 * 1024

/** Writes every regular file below the folder; one that vanishes meanwhile was not referenced any more. */
export async function archiveFiles(
  writer: ArchiveWriter,
  folder: string,
  onFile: (count: number) => void,
): Promise<number> {
  let count = 0
  try {
    for await (const file of walk(folder)) {
      const handle = await open(file, 'r').catch(ignoreMissing)
      if (handle === undefined) continue
      await archiveOne(writer, handle, relative(folder, file).split(sep).join('/'))
      count += 1
      onFile(count)
    }
  } catch (error) {
    throw asReadTrouble(error, folder)
  }
  return count
}

async function archiveOne(writer: ArchiveWriter, handle: FileHandle, path: string): Promise<void> {
  try {
    await writer.writeJson('file', { path })
    let bytes = 0
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceBytes), 0, pieceBytes)
      if (bytesRead === 0) break
      await writer.writeData(buffer.subarray(0, bytesRead))
      bytes += bytesRead
    }
    await writer.writeJson('end', { bytes, rows: 0 })
  } finally {
    await handle.close()
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(ignoreMissing)
  if (entries === undefined) return
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}

function ignoreMissing(error: unknown): undefined {
  if (readErrorCode(error) === 'ENOENT') return undefined
  throw error
}

/** Opens a file below the folder for writing; undefined when the path would leave it. */
export async function createInside(folder: string, path: string): Promise<FileHandle | undefined> {
  const parts = path.split('/')
  const safe = parts.every((part) => part !== '' && part !== '.' && part !== '..')
  if (!safe || /[\\\0]/.test(path)) return undefined
  const file = join(folder, ...parts)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  return open(file, 'wx', 0o600)
}
