import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { clusterUser } from './create-cluster.ts'
import type { ClusterTools } from './create-cluster.ts'
import { prepareSocketDir } from './database-place.ts'
import {
  DatabaseTrouble,
  asServerTrouble,
  readErrorCode,
  readErrorText,
} from './database-trouble.ts'
import { inspectServer, removeLeftovers } from './inspect-server.ts'
import type { ServerSight } from './inspect-server.ts'
import { launchServer } from './launch-server.ts'
import { readLiveness, sendSignal } from './process-liveness.ts'

/** Recovery after a power cut may replay half a gigabyte on a slow disk. */
const patienceSeconds = 600

export interface ReachedServer {
  readonly superuser: Client
  readonly adopted: boolean
  readonly host: string
  readonly port: number
}

/**
 * Joins the server of this cluster if one lives, otherwise starts it; goes round until a superuser connection
 * stands, because whatever it saw may be killed in the meantime. Call under the start lock.
 */
export async function reachServer(tools: ClusterTools): Promise<ReachedServer> {
  const { place } = tools
  prepareSocketDir(place, tools.user)
  const deadline = performance.now() + patienceSeconds * 1000
  let launched = false
  let endingSince: number | undefined
  let last = 'no answer'
  while (performance.now() < deadline) {
    const sight = inspectServer(place)
    endingSince = sight.state === 'ending' ? (endingSince ?? performance.now()) : undefined
    switch (sight.state) {
      case 'running': {
        const address = listenAddress(sight)
        const attempt = await tryConnect(tools, address)
        if (attempt instanceof Client) {
          return { superuser: attempt, adopted: !launched, ...address }
        }
        last = attempt
        await sleep(40)
        break
      }
      case 'ending':
        endOrphans(sight.pids, performance.now() - (endingSince ?? 0), tools.log)
        await sleep(40)
        break
      case 'absent': {
        removeLeftovers(place, sight.leftover)
        const refusal = await launchServer(tools)
        launched = refusal === undefined
        last = refusal ?? last
        // A killed postmaster may still be a zombie, or its shared memory still held: both pass by themselves.
        if (refusal !== undefined) await waitOrGiveUp(tools, refusal)
        break
      }
    }
  }
  throw new DatabaseTrouble('start-timeout', {
    dataDir: place.dataDir,
    seconds: String(patienceSeconds),
    reason: last,
    log: place.logFile,
  })
}

async function waitOrGiveUp(tools: ClusterTools, refusal: string): Promise<void> {
  if (!/lock file|pre-existing shared memory|is still in use/i.test(refusal)) {
    throw asServerTrouble(refusal, 'start-failed', {
      dataDir: tools.place.dataDir,
      log: tools.place.logFile,
    })
  }
  await sleep(200)
}

/** Without their postmaster the processes leave by themselves unless they are busy; then they are told, then killed. */
function endOrphans(pids: readonly number[], waited: number, log: (line: string) => void): void {
  if (waited < 3000) return
  log(`ending ${pids.length} process(es) that a killed database server left behind`)
  for (const pid of pids) sendSignal(pid, waited < 6000 ? 'SIGQUIT' : 'SIGKILL')
}

function listenAddress(sight: ServerSight & { state: 'running' }): { host: string; port: number } {
  return { host: process.platform === 'win32' ? '127.0.0.1' : sight.socketDir, port: sight.port }
}

async function tryConnect(
  tools: ClusterTools,
  address: { host: string; port: number },
): Promise<Client | string> {
  const client = new Client({
    ...address,
    user: clusterUser,
    password: tools.secrets.cluster,
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
    application_name: 'kiteline launcher',
  })
  // A lost connection is noticed by whoever waits for "end"; unheard, the error would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.end().catch(() => undefined)
    const code = readErrorCode(error)
    if (code === '28P01' || code === '28000') {
      throw new DatabaseTrouble(
        'secrets-refused',
        { dataDir: tools.place.dataDir, file: tools.place.secretsFile },
        error,
      )
    }
    return readErrorText(error)
  }
}

/** Asks for a fast shutdown (running transactions roll back, everything is written) and waits for its end. */
export async function stopServer(tools: Pick<ClusterTools, 'place' | 'log'>): Promise<void> {
  const started = performance.now()
  let asked: number | undefined
  for (;;) {
    const sight = inspectServer(tools.place)
    if (sight.state === 'absent') {
      if (asked !== undefined) await waitForExit(asked)
      return
    }
    const waited = performance.now() - started
    if (sight.state === 'ending') {
      endOrphans(sight.pids, waited, tools.log)
    } else if (asked !== sight.pid) {
      sendSignal(sight.pid, 'SIGINT')
      asked = sight.pid
    } else if (waited > 60_000 && readLiveness(sight.pid) === 'alive') {
      tools.log(
        'the database server does not stop; ending it the way a power cut would (it recovers)',
      )
      sendSignal(sight.pid, 'SIGQUIT')
    }
    await sleep(20)
  }
}

/** Its last act is to remove its file; until the process is gone too, its folder may still be in use. */
async function waitForExit(pid: number): Promise<void> {
  const deadline = performance.now() + 10_000
  while (readLiveness(pid) === 'alive' && performance.now() < deadline) await sleep(5)
}
