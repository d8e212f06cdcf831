// One folder for everything a test run leaves on disk (TMPDIR of the tests), gone afterwards.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The name is short because unix sockets may live below it; the mode lets an unprivileged
 * PostgreSQL, started by root, make and reach its own folder there.
 * @template Result
 * @param {(folder: string) => Result} use
 * @returns {Result}
 */
export function withTestFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'kite-'))
  chmodSync(folder, 0o1777)
  try {
    return use(folder)
  } finally {
    stopForgotten(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/**
 * A PostgreSQL that a broken test left running below the folder is stopped, and named.
 * @param {string} folder
 */
function stopForgotten(folder) {
  for (const place of listClusters(folder, 4)) {
    const pid = Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0])
    try {
      process.kill(pid, 'SIGQUIT')
      process.stdout.write(`stopped a PostgreSQL that a test left running in ${place}\n`)
    } catch {
      // It is gone already; only its file is left.
    }
  }
}

/**
 * @param {string} folder
 * @param {number} depth
 * @returns {string[]}
 */
function listClusters(folder, depth) {
  if (existsSync(join(folder, 'postmaster.pid'))) return [folder]
  if (depth === 0) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => listClusters(join(folder, entry.name), depth - 1))
}
