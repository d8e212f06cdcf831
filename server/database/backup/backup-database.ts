import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { ClientBase, ClientConfig } from 'pg'
import { archiveFiles } from './archive-files.ts'
import type { Totals } from './archive-frames.ts'
import { ArchiveWriter } from './archive-writer.ts'
import {
  BackupTrouble,
  asConnectTrouble,
  asDatabaseTrouble,
  asReadTrouble,
} from './backup-trouble.ts'
import { startCopyOut } from './copy-stream.ts'
import { applyPortableSettings, listSequences, listTables, nameColumns } from './table-catalogue.ts'

export type BackupStep = 'tables' | 'files' | 'finish'

export interface BackupProgress {
  readonly step: BackupStep
  /** The table or nothing; never a file's name, which may say something about a child. */
  readonly name: string
  readonly done: number
  readonly of: number
}

/** What backup and restore must know of the schema, which belongs to others. */
export interface SchemaKnowledge {
  /** Tables that migrations write themselves (which migrations ran): neither saved nor restored. */
  readonly bookkeepingTables: readonly string[]
  /**
   * Tables into which migrations or a first start put rows of their own: saved and restored, but rows in them do not
   * make a database count as used; the backup's rows replace them.
   */
  readonly seededTables: readonly string[]
  readSchemaVersion(client: ClientBase): Promise<string>
}

export interface BackupOptions extends SchemaKnowledge {
  /** The backup login: it may read everything, past row-level security, and write nothing. */
  readonly database: ClientConfig
  readonly filesDir?: string
  readonly keyFile?: string
  readonly target: string
  readonly passphrase: string
  readonly onProgress?: (progress: BackupProgress) => void
}

export interface BackupReport extends Totals {
  readonly bytes: number
  readonly schemaVersion: string
}

const leastPassphrase = 12

/**
 * Saves database, files and keys into one encrypted file while Kiteline runs. The rows are those of one moment; the
 * files are read after it, so every file that those rows name is among them. The file gets its name when it is whole.
 */
export async function backupDatabase(options: BackupOptions): Promise<BackupReport> {
  if ([...options.passphrase].length < leastPassphrase) {
    throw new BackupTrouble('weak-passphrase', { least: String(leastPassphrase) })
  }
  const client = new Client({ ...options.database, application_name: 'kiteline backup' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw asConnectTrouble(error)
  }
  let writer: ArchiveWriter | undefined
  try {
    writer = await ArchiveWriter.create(options.target, options.passphrase)
    return await writeArchive(writer, client, options)
  } catch (error) {
    await writer?.abandon()
    throw asDatabaseTrouble(error, 'backup')
  } finally {
    client.end().catch(() => undefined)
  }
}

async function writeArchive(
  writer: ArchiveWriter,
  client: Client,
  options: BackupOptions,
): Promise<BackupReport> {
  const { schemaVersion, tables, rows } = await archiveTables(writer, client, options)
  if (options.keyFile !== undefined) {
    await writer.write('keyFile', await readKey(options.keyFile))
  }
  const files =
    options.filesDir === undefined
      ? 0
      : await archiveFiles(writer, options.filesDir, (done) =>
          options.onProgress?.({ step: 'files', name: '', done, of: 0 }),
        )
  await writer.writeJson('totals', { tables, rows, files } satisfies Totals)
  const bytes = await writer.finish()
  options.onProgress?.({ step: 'finish', name: '', done: 1, of: 1 })
  return { tables, rows, files, bytes, schemaVersion }
}

async function readKey(keyFile: string): Promise<Buffer> {
  try {
    return await readFile(keyFile)
  } catch (error) {
    throw asReadTrouble(error, keyFile)
  }
}

async function archiveTables(
  writer: ArchiveWriter,
  client: Client,
  options: BackupOptions,
): Promise<{ schemaVersion: string; tables: number; rows: number }> {
  await applyPortableSettings(client)
  // A login that row-level security binds would save a part and call it all; like this it is refused.
  await client.query('set row_security = off')
  await client.query('begin transaction isolation level repeatable read read only')
  const schemaVersion = await options.readSchemaVersion(client)
  const tables = await listTables(client, options.bookkeepingTables)
  const server = await client.query<{ number: string }>(
    "select current_setting('server_version_num') as number",
  )
  await writer.writeJson('manifest', {
    madeAt: new Date().toISOString(),
    schemaVersion,
    serverMajor: Math.floor(Number(server.rows[0]?.number ?? 0) / 10_000),
    tables,
  })
  let rows = 0
  for (const [index, table] of tables.entries()) {
    options.onProgress?.({ step: 'tables', name: table.name, done: index, of: tables.length })
    await writer.writeJson('table', table)
    let bytes = 0
    const copy = startCopyOut(client, `copy ${nameColumns(table)} to stdout`)
    for await (const piece of copy.readAll()) {
      bytes += piece.length
      await writer.writeData(piece)
    }
    await writer.writeJson('end', { bytes, rows: copy.rows })
    rows += copy.rows
  }
  // After the rows: a sequence may run ahead of the snapshot but never lags behind it.
  await writer.writeJson('sequences', await listSequences(client))
  await client.query('commit')
  return { schemaVersion, tables: tables.length, rows }
}
