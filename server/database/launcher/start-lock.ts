import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseTrouble, asDataDirTrouble } from './database-trouble.ts'

const waitSeconds = 120

/**
 * Runs work while no other process starts or stops the database in the same folder.
 *
 * Node offers no file lock of its own. SQLite's exclusive lock on an empty file is one that the operating
 * system releases when its holder dies, however it dies, so there is no stale lock to recognise.
 */
export async function withStartLock<T>(
  place: { dataDir: string; lockFile: string },
  work: () => Promise<T>,
): Promise<T> {
  const lock = await takeLock(place)
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function takeLock(place: { dataDir: string; lockFile: string }): Promise<DatabaseSync> {
  const deadline = performance.now() + waitSeconds * 1000
  for (;;) {
    const lock = tryLock(place)
    if (lock !== undefined) return lock
    if (performance.now() > deadline) {
      throw new DatabaseTrouble('lock-timeout', {
        dataDir: place.dataDir,
        seconds: String(waitSeconds),
      })
    }
    await sleep(25)
  }
}

function tryLock(place: { dataDir: string; lockFile: string }): DatabaseSync | undefined {
  const sqliteBusy = 5
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(place.lockFile)
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('BEGIN EXCLUSIVE')
    // Who may open the file may lock it, and so hold up every start.
    if (process.platform !== 'win32') chmodSync(place.lockFile, 0o600)
    return lock
  } catch (error) {
    lock?.close()
    if (error instanceof Error && 'errcode' in error) {
      if (error.errcode === sqliteBusy) return undefined
      throw new DatabaseTrouble(
        'data-dir-unreadable',
        { dataDir: place.dataDir, reason: error.message },
        error,
      )
    }
    throw asDataDirTrouble(error, place.dataDir)
  }
}
