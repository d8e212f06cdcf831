// Files in a local folder: names made here, readable by the owner only, sealed, and either complete or not there.

import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileTrouble, troubleOfDisk } from './file-trouble.ts'
import type { FileStore, ListedFile } from './file-store.ts'
import { openSealedFile, sealFile } from './sealed-file.ts'

const ID = /^[0-9a-f]{32}$/
const UNFINISHED = 'unfinished'

// A backup may open the folder while the server is writing into it, so what is recent is left alone.
const LEFT_BEHIND_AFTER = 24 * 60 * 60 * 1000

/** Opens (and makes) the folder; what an interrupted put left behind a day ago is removed. */
export async function openFolderStore(root: string): Promise<FileStore> {
  const unfinished = join(root, UNFINISHED)
  try {
    await mkdir(root, { recursive: true, mode: 0o700 })
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    await clearLeftBehind(unfinished)
    await syncFolder(root)
  } catch (error) {
    throw troubleOfDisk(error, 'folder')
  }
  return {
    async put(content, meta, key) {
      const id = randomBytes(16).toString('hex')
      const temporary = join(unfinished, id)
      try {
        const sealed = sealFile(
          id,
          content instanceof Uint8Array ? once(content) : content,
          meta,
          key,
        )
        const stored = await writeDurably(temporary, sealed)
        const folder = folderOf(root, id)
        if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined)
          await syncFolder(root)
        await rename(temporary, join(folder, id))
        await syncFolder(folder)
        return stored
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined)
        throw isDiskError(error) ? troubleOfDisk(error, id) : error
      }
    },
    async get(id, key) {
      const sealed = await readFile(pathOf(root, id)).catch((error: unknown) => {
        throw troubleOfDisk(error, id)
      })
      return openSealedFile(id, sealed, key)
    },
    async delete(id) {
      const path = pathOf(root, id)
      try {
        await rm(path)
        await syncFolder(folderOf(root, id))
        return true
      } catch (error) {
        const trouble = troubleOfDisk(error, id)
        if (trouble.id === 'FileMissing') return false
        throw trouble
      }
    },
    list: () => listFiles(root),
  }
}

async function clearLeftBehind(unfinished: string): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name)
    // It may have been finished meanwhile.
    const left = await stat(path).catch(() => undefined)
    const old = left !== undefined && left.mtimeMs < Date.now() - LEFT_BEHIND_AFTER
    if (old) await rm(path, { force: true })
  }
}

function folderOf(root: string, id: string): string {
  return join(root, id.slice(0, 2))
}

function pathOf(root: string, id: string): string {
  // An id never comes from outside unchecked; a made-up one cannot leave the folder.
  if (!ID.test(id)) throw new FileTrouble('FileMissing', id)
  return join(folderOf(root, id), id)
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

async function writeDurably<Result>(
  path: string,
  chunks: AsyncGenerator<Uint8Array, Result>,
): Promise<Result> {
  const file = await open(path, 'wx', 0o600)
  try {
    for (;;) {
      const next = await chunks.next()
      if (next.done === true) {
        await file.sync()
        return next.value
      }
      await file.writeFile(next.value)
    }
  } finally {
    await file.close()
  }
}

// Without it a rename may be lost when the power goes. Windows has no such call and needs none.
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

async function* listFiles(root: string): AsyncGenerator<ListedFile> {
  for (const folder of await readdir(root)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for (const id of await readdir(join(root, folder))) {
      if (!ID.test(id)) continue
      const { size, mtime } = await stat(join(root, folder, id))
      yield { id, sealedBytes: size, storedAt: mtime }
    }
  }
}
