import { Client } from 'pg'
import type { PoolConfig } from 'pg'
import { createCluster } from './create-cluster.ts'
import type { ClusterTools } from './create-cluster.ts'
import { openPlace } from './database-place.ts'
import { loadSecrets } from './database-secrets.ts'
import { asDataDirTrouble } from './database-trouble.ts'
import { Presence } from './presence.ts'
import { databaseName, prepareRoles, prepareSchema, prepareSearchPath } from './prepare-roles.ts'
import { reachServer } from './reach-server.ts'
import type { ReachedServer } from './reach-server.ts'
import { buildUrl, roleNames } from './running-database.ts'
import type { DatabaseRole, RunningDatabase } from './running-database.ts'
import { findBinaries } from './server-binaries.ts'
import { chooseServerUser } from './server-user.ts'
import { withStartLock } from './start-lock.ts'

export interface StartOptions {
  /** Belongs to this database alone; holds the cluster, its socket, its passwords and its log. */
  readonly dataDir: string
  /** Folder with initdb and postgres; without it the programs that npm installed. */
  readonly binaries?: string
  /** System user that runs the server when Kiteline is started as root; without it postgres or nobody. */
  readonly serverUser?: string
  readonly log?: (line: string) => void
}

/**
 * Starts the private database, or joins it when it runs already (a second Kiteline, or the orphan of a killed one).
 * While this Kiteline lives, a server that dies is started again at the same address. The last Kiteline to stop
 * stops the server, whoever started it.
 */
export async function startDatabase(options: StartOptions): Promise<RunningDatabase> {
  const log = options.log ?? (() => undefined)
  const place = openPlace(options.dataDir)
  if (place.socketElsewhere) {
    log(`the path of ${place.dataDir} is too long for a socket; using ${place.socketDir}`)
  }
  const bringUp = () =>
    withStartLock(place, async () => {
      try {
        const user = chooseServerUser(place.cluster, options.serverUser)
        const binaries = findBinaries(place, user, options.binaries, log)
        const tools = { place, user, binaries, secrets: loadSecrets(place), log }
        return await prepareServer(tools)
      } catch (error) {
        throw asDataDirTrouble(error, place.dataDir)
      }
    })
  const first = await bringUp()
  const presence = new Presence(first.tools, first.server.superuser, async () => {
    const again = await bringUp()
    return again.server.superuser
  })
  return describeDatabase(first, () => presence.leave())
}

type PreparedServer = { tools: ClusterTools; server: ReachedServer }

async function prepareServer(tools: ClusterTools): Promise<PreparedServer> {
  await createCluster(tools)
  const server = await reachServer(tools)
  try {
    await Presence.enter(server.superuser)
    await prepareRoles(server.superuser, tools.secrets)
    await prepareSearchPath(server.superuser)
    const owner = new Client(buildConfig(tools, server, 'owner'))
    owner.on('error', () => undefined)
    await owner.connect()
    try {
      await prepareSchema(owner, roleNames)
    } finally {
      await owner.end()
    }
  } catch (error) {
    server.superuser.end().catch(() => undefined)
    throw error
  }
  return { tools, server }
}

function buildConfig(tools: ClusterTools, server: ReachedServer, role: DatabaseRole) {
  return {
    host: server.host,
    port: server.port,
    user: roleNames[role],
    password: tools.secrets[role],
    database: databaseName,
    application_name: `kiteline ${role}`,
  } satisfies PoolConfig
}

function describeDatabase(
  { tools, server }: PreparedServer,
  leave: () => Promise<void>,
): RunningDatabase {
  const ownerConfig = buildConfig(tools, server, 'owner')
  return {
    ownerUrl: buildUrl(ownerConfig),
    ownerConfig,
    configFor: (role) => buildConfig(tools, server, role),
    adopted: server.adopted,
    majorVersion: tools.binaries.majorVersion,
    stop: leave,
  }
}
