import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import type { DatabasePlace } from './database-place.ts'
import { syncFolder } from './database-secrets.ts'
import type { DatabaseSecrets } from './database-secrets.ts'
import { DatabaseTrouble, asDataDirTrouble, asServerTrouble } from './database-trouble.ts'
import { listProcessesIn, sendSignal } from './process-liveness.ts'
import { programPath } from './server-binaries.ts'
import type { ServerBinaries } from './server-binaries.ts'
import { mayEnter, serverEnvironment, spawnIdentity } from './server-user.ts'
import type { ServerUser } from './server-user.ts'

/** The server's superuser: the launcher's alone. Migrations run as kiteline_owner, who is none. */
export const clusterUser = 'kiteline_cluster'

const half = 'cluster.init-'

export interface ClusterTools {
  readonly place: DatabasePlace
  readonly binaries: ServerBinaries
  readonly user: ServerUser | undefined
  readonly secrets: DatabaseSecrets
  readonly log: (line: string) => void
}

/**
 * Creates the cluster unless it exists. It is made under another name and renamed when whole, so an interrupted
 * creation is never taken for a database. Call under the start lock.
 */
export async function createCluster(tools: ClusterTools): Promise<void> {
  const { place, user, log } = tools
  try {
    removeHalfClusters(place)
    if (existsSync(place.cluster)) return
    if (!mayEnter(user, place.dataDir)) {
      throw new DatabaseTrouble('data-dir-unreachable', {
        dataDir: place.dataDir,
        user: user?.name ?? '',
      })
    }
    log(`creating the database in ${place.dataDir} (PostgreSQL ${tools.binaries.majorVersion})`)
    const id = randomBytes(6).toString('hex')
    const making = join(place.dataDir, half + id)
    mkdirSync(making, { mode: 0o700 })
    const passwordFile = `${making}.password`
    writeFileSync(passwordFile, `${tools.secrets.cluster}\n`, { mode: 0o600 })
    if (user !== undefined) {
      chownSync(making, user.uid, user.gid)
      chownSync(passwordFile, user.uid, user.gid)
    }
    await runInitdb(tools, making, passwordFile)
    rmSync(passwordFile)
    renameSync(making, place.cluster)
    syncFolder(place.dataDir)
  } catch (error) {
    removeHalfClusters(place)
    throw asDataDirTrouble(error, place.dataDir)
  }
}

/** What an interrupted creation left: its folder, its password file, and the programs that may still be writing. */
function removeHalfClusters(place: DatabasePlace): void {
  for (const name of readdirSync(place.dataDir)) {
    if (!name.startsWith(half)) continue
    const leftover = join(place.dataDir, name)
    for (const pid of listProcessesIn(leftover, ['initdb', 'postgres'])) sendSignal(pid, 'SIGKILL')
    rmSync(leftover, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

async function runInitdb(tools: ClusterTools, making: string, passwordFile: string): Promise<void> {
  const child = spawn(
    programPath(tools.binaries, 'initdb'),
    [
      ...['-D', making, '-U', clusterUser, '-E', 'UTF8', '--locale=C', '--data-checksums'],
      ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', `--pwfile=${passwordFile}`],
    ],
    {
      cwd: making,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...spawnIdentity(tools.user),
    },
  )
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  child.stderr.on('data', (piece: Buffer) => said.push(piece))
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail)
    child.once('close', settle)
  })
  if (code === 0) return
  throw asServerTrouble(Buffer.concat(said).toString('utf8'), 'init-failed', {
    dataDir: tools.place.dataDir,
    log: basename(tools.place.logFile),
  })
}
