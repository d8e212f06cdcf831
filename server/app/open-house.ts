// Brings the house up: database, schema, keys, files. Used by every command, so that all see the same house.
import { timingSafeEqual } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pool } from 'pg'
import { connectExternal } from '../database/launcher/connect-external.ts'
import type { RunningDatabase } from '../database/launcher/running-database.ts'
import { startDatabase } from '../database/launcher/start-database.ts'
import { migrate } from '../database/migrate.ts'
import { openFolderStore } from '../files/store/open-folder-store.ts'
import { resolveHost } from '../contact/delivery/guard-address.ts'
import { createKeyRing } from '../records/key-ring.ts'
import { createPushQueue } from '../records/push.ts'
import { createSessionFinder } from '../access/find-session.ts'
import { hashToken, makePaperCode, tidyPaperCode } from '../access/tokens.ts'
import { loadTexts } from '../kit/texts.ts'
import { openCalendar } from '../kit/today.ts'
import { eraseLedgerName, openEraseLedger } from './erase-ledger.ts'
import { settleErasures } from './erase-settling.ts'
import type { House, SetupToken } from './house.ts'
import { openKeyOf } from './master-key.ts'

export interface HouseOptions {
  readonly dataDir: string
  /** An outside PostgreSQL instead of the private one. */
  readonly databaseUrl: string | null
  /** Folder of another PostgreSQL's programs (initdb, postgres); null takes the ones npm brought. */
  readonly binaries: string | null
  readonly publicOrigin: string | null
  readonly proxies: number
  readonly version: string
  /** Time zone of the agency, such as Asia/Shanghai. */
  readonly zone: string
  /** `host:port` of gateways inside the house that notices may be sent to. */
  readonly gateways?: readonly string[]
  /** A certificate authority of the house's own for them, as PEM. */
  readonly gatewayCa?: string | null
  readonly log: (line: string) => void
}

export interface OpenHouse {
  readonly house: House
  readonly database: RunningDatabase
  readonly masterKeyFile: string
  readonly filesDir: string
  readonly setupCode: string
  readonly close: () => Promise<void>
}

/** A token lives in memory only: a restart prints another one, use ends it. */
export function createSetupToken(): { readonly code: string; readonly token: SetupToken } {
  const code = makePaperCode()
  let live = true
  return {
    code,
    token: {
      matches: (typed) => live && timingSafeEqual(hashToken(tidyPaperCode(typed)), hashToken(code)),
      use: () => {
        live = false
      },
    },
  }
}

export async function openHouse(options: HouseOptions): Promise<OpenHouse> {
  const { dataDir } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const database = await openDatabase(options)
  try {
    return await furnish(options, database)
  } catch (trouble) {
    // Nobody is left who would stop it.
    await database.stop()
    throw trouble
  }
}

async function furnish(options: HouseOptions, database: RunningDatabase): Promise<OpenHouse> {
  const { dataDir, log } = options
  const applied = await migrate(database.ownerConfig)
  if (applied.length > 0) log(`database brought up to ${applied.at(-1)}`)
  const masterKeyFile = join(dataDir, 'keys', 'master.key')
  const filesDir = join(dataDir, 'files')
  const masterKey = await openKeyOf(database.ownerConfig, masterKeyFile)
  const keyRing = createKeyRing(masterKey.find)
  const pool = new Pool({ ...database.configFor('app'), max: 10, pipeline: true })
  // Who holds a connection that breaks hears it from the statement; without this line the process would die of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  // An idle connection that the database drops is replaced on the next use; it must not end the process.
  pool.on('error', (error) => log(`database connection lost: ${error.message}`))
  const now = (): string => new Date().toISOString()
  const dayOf = openCalendar(options.zone)
  const today = (): string => dayOf(now())
  const { code, token } = createSetupToken()
  const house: House = {
    pool,
    keyRing,
    push: createPushQueue({ pool, keyRing, now, today }),
    sessions: createSessionFinder({ pool, keyRing, now, today }),
    files: await openFolderStore(filesDir),
    eraseLedger: openEraseLedger(join(dataDir, eraseLedgerName)),
    now,
    today,
    zone: options.zone,
    version: options.version,
    publicOrigin: options.publicOrigin,
    proxies: options.proxies,
    setupToken: token,
    secret: masterKey.secret,
    cacheDir: join(dataDir, 'cache'),
    reach: {
      gateways: options.gateways ?? [],
      resolve: resolveHost,
      ...(typeof options.gatewayCa === 'string' ? { ca: options.gatewayCa } : {}),
    },
    words: await loadTexts(),
    log,
  }
  await orEnd(pool, () => finishErasing(house))
  return {
    house,
    database,
    masterKeyFile,
    filesDir,
    setupCode: code,
    close: async () => {
      await pool.end()
      await database.stop()
    },
  }
}

/** A house that cannot be opened leaves no connection behind. */
async function orEnd(pool: Pool, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (trouble) {
    await pool.end()
    throw trouble
  }
}

/** Before anybody is let in: what a backup brought back must not be seen again. */
async function finishErasing(house: House): Promise<void> {
  const again = await settleErasures(house)
  if (again === 0) return
  house.log(`备份之后销毁过的 ${again} 份档案已再次销毁。`)
  house.log(`${again} families that were erased after this backup were erased again.`)
}

export function openDatabase(
  options: Pick<HouseOptions, 'dataDir' | 'databaseUrl' | 'binaries' | 'log'>,
): Promise<RunningDatabase> {
  const { log } = options
  if (options.databaseUrl !== null) return connectExternal(options.databaseUrl, { log })
  const dataDir = join(options.dataDir, 'database')
  return startDatabase(
    options.binaries === null ? { dataDir, log } : { dataDir, binaries: options.binaries, log },
  )
}
