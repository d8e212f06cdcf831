import { Client } from 'pg'
import type { ClientBase, ClientConfig } from 'pg'
import { manifestShape } from './archive-frames.ts'
import type { Frame, Manifest, TableColumns } from './archive-frames.ts'
import { readArchive } from './archive-reader.ts'
import type { BackupProgress, SchemaKnowledge } from './backup-database.ts'
import {
  BackupTrouble,
  asConnectTrouble,
  asDatabaseTrouble,
  asWriteTrouble,
} from './backup-trouble.ts'
import { loosenSchema } from './loosen-schema.ts'
import { FrameReceiver } from './receive-frames.ts'
import { RestoreTarget } from './restore-target.ts'
import { applyPortableSettings, listTables, nameTable } from './table-catalogue.ts'

export interface RestoreOptions extends SchemaKnowledge {
  /** The owner's login. */
  readonly database: ClientConfig
  readonly source: string
  readonly passphrase: string
  readonly filesDir?: string
  readonly keyFile?: string
  /** Brings an empty or older schema to this Kiteline's version. */
  migrate(database: ClientConfig): Promise<void>
  /** Marks, in the restoring transaction, that devices must send again what this backup lacks. */
  beginNewEpoch(client: ClientBase): Promise<void>
  readonly onProgress?: (progress: BackupProgress) => void
}

export interface RestoreReport {
  readonly madeAt: string
  readonly schemaVersion: string
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/**
 * Puts a backup into an empty installation: all of it in one transaction, or nothing. It works on every supported
 * PostgreSQL, whichever one the backup came from.
 */
export async function restoreDatabase(options: RestoreOptions): Promise<RestoreReport> {
  const frames = readArchive(options.source, options.passphrase)
  let target: RestoreTarget | undefined
  const client = new Client({ ...options.database, application_name: 'kiteline restore' })
  client.on('error', () => undefined)
  try {
    const manifest = await readManifest(frames, options.source)
    await connectTo(client)
    await requireEmpty(client, options)
    target = await prepareTarget(options)
    await options.migrate(options.database)
    const report = await restoreInto(client, frames, manifest, target, options)
    await target.finish()
    // Without figures about the fresh tables the first days would be slow; what is restored is whole with or without them.
    await client.query('analyze').catch(() => undefined)
    return report
  } catch (error) {
    await target?.abandon()
    throw asDatabaseTrouble(error, 'restore')
  } finally {
    await frames.return(undefined)
    client.end().catch(() => undefined)
  }
}

async function readManifest(frames: AsyncGenerator<Frame>, file: string): Promise<Manifest> {
  const first = await frames.next()
  if (first.done === true || first.value.kind !== 'manifest') {
    throw new BackupTrouble('not-an-archive', { file })
  }
  const parsed = manifestShape.safeParse(JSON.parse(first.value.payload.toString('utf8')))
  if (!parsed.success) throw new BackupTrouble('not-an-archive', { file })
  return parsed.data
}

async function connectTo(client: Client): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    throw asConnectTrouble(error)
  }
  await applyPortableSettings(client)
  await client.query("set lock_timeout = '15s'")
}

async function prepareTarget(options: RestoreOptions): Promise<RestoreTarget> {
  try {
    return await RestoreTarget.prepare(options.filesDir, options.keyFile)
  } catch (error) {
    throw asWriteTrouble(error, options.filesDir ?? '')
  }
}

async function requireEmpty(client: Client, options: RestoreOptions): Promise<void> {
  const uncounted = [...options.bookkeepingTables, ...options.seededTables]
  for (const { name } of await listTables(client, uncounted)) {
    const found = await client.query<{ filled: boolean }>(
      `select exists (select 1 from ${nameTable(name)}) as filled`,
    )
    if (found.rows[0]?.filled === true) {
      throw new BackupTrouble('database-not-empty', { table: name })
    }
  }
}

async function restoreInto(
  client: Client,
  frames: AsyncGenerator<Frame>,
  manifest: Manifest,
  target: RestoreTarget,
  options: RestoreOptions,
): Promise<RestoreReport> {
  await client.query('begin')
  const tables = await requireSameSchema(client, manifest, options)
  const all = tables.map((table) => nameTable(table.name)).join(', ')
  if (all !== '') await client.query(`lock table ${all} in access exclusive mode`)
  const tighten = await loosenSchema(client)
  // Only now nobody else can write, and row-level security hides nothing from the owner.
  await requireEmpty(client, options)
  if (all !== '') await client.query(`truncate ${all}`)
  const receiver = new FrameReceiver(client, target, tables, options)
  for await (const frame of frames) await receiver.receive(frame)
  const totals = receiver.finish()
  await tighten()
  await options.beginNewEpoch(client)
  await target.moveIntoPlace()
  await client.query('commit')
  return { madeAt: manifest.madeAt, schemaVersion: manifest.schemaVersion, ...totals }
}

async function requireSameSchema(
  client: Client,
  manifest: Manifest,
  options: RestoreOptions,
): Promise<TableColumns[]> {
  const wanted = await options.readSchemaVersion(client)
  const tables = await listTables(client, options.bookkeepingTables)
  const differing = describeDifference(tables, manifest.tables)
  if (wanted !== manifest.schemaVersion || differing !== undefined) {
    throw new BackupTrouble('schema-differs', {
      found: manifest.schemaVersion,
      wanted,
      what: differing ?? '-',
    })
  }
  return tables
}

function describeDifference(
  here: readonly TableColumns[],
  there: readonly TableColumns[],
): string | undefined {
  const describe = (table: TableColumns) => `${table.name}(${table.columns.toSorted().join(',')})`
  const known = new Set(here.map(describe))
  const missing = there.find((table) => !known.has(describe(table)))
  if (missing !== undefined) return missing.name
  return here.length === there.length ? undefined : `${here.length} ≠ ${there.length}`
}
