import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabasePlace } from './database-place.ts'
import { readErrorCode } from './database-trouble.ts'
import { listProcessesIn, readLiveness, worksIn } from './process-liveness.ts'

export type ServerSight =
  /** A postmaster of this cluster lives (perhaps still starting or already stopping). */
  | { state: 'running'; pid: number; port: number; socketDir: string }
  /** The postmaster is dead, some of its processes are not: nothing may start before they end. */
  | { state: 'ending'; pids: number[] }
  | { state: 'absent'; leftover: 'none' | 'empty' | 'stale' }

/** Looks at postmaster.pid and at the living processes; the file alone proves nothing after a crash. */
export function inspectServer(place: DatabasePlace): ServerSight {
  const text = readPidFile(place)
  const lines = text?.split('\n') ?? []
  const pid = Number(lines[0])
  const known = Number.isInteger(pid) && pid > 0
  if (known && readLiveness(pid) === 'alive' && worksIn(pid, place.cluster) !== false) {
    const socketDir = lines[4]?.trim()
    return {
      state: 'running',
      pid,
      port: Number(lines[3]) || 0,
      socketDir: socketDir === undefined || socketDir === '' ? place.socketDir : socketDir,
    }
  }
  const pids = listProcessesIn(place.cluster, ['postgres'])
  if (pids.length > 0) return { state: 'ending', pids }
  if (text === undefined) return { state: 'absent', leftover: 'none' }
  return { state: 'absent', leftover: known ? 'stale' : 'empty' }
}

function readPidFile(place: DatabasePlace): string | undefined {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Removes the marks of a server that is proven dead. PostgreSQL itself refuses to start over an empty file (power
 * cut), over the id of a zombie, and over an id that now belongs to another process. Outside Linux the proof is
 * weaker, so only the empty file goes.
 */
export function removeLeftovers(place: DatabasePlace, leftover: 'none' | 'empty' | 'stale'): void {
  const proven = process.platform === 'linux'
  if (leftover === 'empty' || (leftover === 'stale' && proven)) {
    rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
  }
  if (!proven) return
  for (const name of readdirSync(place.socketDir)) rmSync(join(place.socketDir, name))
}
