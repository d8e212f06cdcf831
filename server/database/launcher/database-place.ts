import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseTrouble, asDataDirTrouble, readErrorCode } from './database-trouble.ts'
import type { ServerUser } from './server-user.ts'

/** Where the parts of one private database live. Only cluster and socketDir belong to the server's user. */
export interface DatabasePlace {
  readonly dataDir: string
  readonly cluster: string
  readonly socketDir: string
  /** True when the folder's path is too long for a socket, so that the socket lives in a short folder elsewhere. */
  readonly socketElsewhere: boolean
  readonly secretsFile: string
  readonly lockFile: string
  readonly logFile: string
  readonly portFile: string
  readonly binariesDir: string
}

// The system's limit for a socket path is 107 bytes on Linux and 103 on macOS.
const longestSocketPath = 103
const socketName = '/.s.PGSQL.5432'
export const socketPort = 5432

export function openPlace(dataDir: string): DatabasePlace {
  const wanted = resolve(dataDir)
  try {
    mkdirSync(wanted, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    return describePlace(realpathSync(wanted))
  } catch (error) {
    throw asDataDirTrouble(error, wanted)
  }
}

export function describePlace(dataDir: string): DatabasePlace {
  const inside = join(dataDir, 'socket')
  const socketElsewhere = Buffer.byteLength(inside + socketName) > longestSocketPath
  return {
    dataDir,
    cluster: join(dataDir, 'cluster'),
    socketDir: socketElsewhere ? shortSocketDir(dataDir) : inside,
    socketElsewhere,
    secretsFile: join(dataDir, 'secrets.json'),
    lockFile: join(dataDir, 'start.lock'),
    logFile: join(dataDir, 'server.log'),
    portFile: join(dataDir, 'port'),
    binariesDir: join(dataDir, 'binaries'),
  }
}

// The same for every start whatever the environment says, or a second start would not find the first one's socket.
function shortSocketDir(dataDir: string): string {
  return `/tmp/kiteline-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`
}

/** Makes the 0700 socket folder; refuses one that somebody else prepared. */
export function prepareSocketDir(place: DatabasePlace, user: ServerUser | undefined): void {
  const dir = place.socketDir
  try {
    try {
      mkdirSync(dir, { mode: 0o700 })
      if (user !== undefined) chownSync(dir, user.uid, user.gid)
    } catch (error) {
      if (readErrorCode(error) !== 'EEXIST') throw error
    }
    const found = lstatSync(dir)
    const owner = user?.uid ?? process.getuid?.()
    // A crash between mkdir and chown leaves root's own empty folder behind.
    if (user !== undefined && found.isDirectory() && found.uid === 0) {
      chownSync(dir, user.uid, user.gid)
    } else if (!found.isDirectory() || (owner !== undefined && found.uid !== owner)) {
      throw new DatabaseTrouble('data-dir-unreadable', {
        dataDir: dir,
        reason: 'it belongs to somebody else',
      })
    }
    if (process.platform !== 'win32' && (found.mode & 0o777) !== 0o700) chmodSync(dir, 0o700)
  } catch (error) {
    throw asDataDirTrouble(error, dir)
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}
