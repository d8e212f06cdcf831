import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import {
  backupDatabase,
  type BackupProgress,
  type SchemaKnowledge,
} from '../database/backup/backup-database.ts'
import { BackupTrouble } from '../database/backup/backup-trouble.ts'
import { restoreDatabase } from '../database/backup/restore-database.ts'
import { listMigrations, migrate } from '../database/migrate.ts'
import { eraseLedgerName } from './erase-ledger.ts'
import { settleKeyFiles } from './key-folder.ts'
import { readInForce, withMasterKeyLock } from './master-key.ts'
import { openDatabase, openHouse } from './open-house.ts'
import { UsageTrouble, type Settings } from './settings.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const schema: SchemaKnowledge = {
  bookkeepingTables: ['applied_migration'],
  seededTables: ['epoch', 'master_key'],
  // A backup fits where the same migrations ran.
  readSchemaVersion: async (client) => {
    const { rows } = await client.query<{ version: string | null }>(
      "select string_agg(name || ':' || hash, ',' order by name) as version from kiteline.applied_migration",
    )
    return (
      rows[0]?.version ??
      listMigrations()
        .map(({ name, hash }) => `${name}:${hash}`)
        .join(',')
    )
  },
}

function showProgress(): (progress: BackupProgress) => void {
  let shown = ''
  return ({ step, name, done, of }) => {
    const line = `${step} ${name}`
    if (line === shown && done < of) return
    shown = line
    process.stderr.write(`\r${line} ${done}/${of}        `)
    if (done >= of) process.stderr.write('\n')
  }
}

async function askPassphrase(settings: Settings): Promise<string> {
  const file = settings.options['passphrase-file']
  if (typeof file === 'string') return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  const fromEnvironment = process.env['KITELINE_PASSPHRASE']
  if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment
  if (!process.stdin.isTTY)
    throw new UsageTrouble(
      'Give the passphrase with --passphrase-file FILE or KITELINE_PASSPHRASE.',
    )
  const ask = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await ask.question('口令 / passphrase: ')
  } finally {
    ask.close()
  }
}

function named(settings: Settings, option: 'to' | 'from'): string {
  const file = settings.options[option]
  if (typeof file !== 'string')
    throw new UsageTrouble(`Name the backup file with --${option} FILE.`)
  return file
}

async function withTroubleTold(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (trouble) {
    if (!(trouble instanceof BackupTrouble)) throw trouble
    process.stderr.write(`${trouble.describe('zh-CN')}\n${trouble.describe('en')}\n`)
    return trouble.exitCode
  }
}

/** While Kiteline runs or stands still: one encrypted file with database, files and keys of one moment. */
export async function runBackup(settings: Settings): Promise<number> {
  const target = named(settings, 'to')
  const passphrase = await askPassphrase(settings)
  const database = await openDatabase({ ...settings, log: say })
  try {
    return await withTroubleTold(async () => {
      const keyFile = join(settings.dataDir, 'keys', 'master.key')
      // Rows, files and the key that opens them are of one moment: meanwhile no key is changed and no file leaves.
      const report = await withMasterKeyLock(database.ownerConfig, 'shared', async (client) => {
        const inForce = await readInForce(client).catch(() => null)
        if (inForce !== null) settleKeyFiles(keyFile, inForce.id)
        return backupDatabase({
          ...schema,
          database: database.configFor('backup'),
          filesDir: join(settings.dataDir, 'files'),
          keyFile,
          target,
          passphrase,
          onProgress: showProgress(),
        })
      })
      say(
        `已备份 ${report.rows} 行、${report.files} 个文件，共 ${report.bytes} 字节。口令请另外保管：没有它，备份打不开。`,
      )
      say(
        `Backed up ${report.rows} rows and ${report.files} files, ${report.bytes} bytes. Keep the passphrase elsewhere: without it the backup cannot be opened.`,
      )
    })
  } finally {
    await database.stop()
  }
}

/** Into an empty installation; devices then send again what the backup lacks. */
export async function runRestore(settings: Settings): Promise<number> {
  const source = named(settings, 'from')
  const passphrase = await askPassphrase(settings)
  // The folder itself stays passable: under root the database server is another user. Only the keys are closed.
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 })
  mkdirSync(join(settings.dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const database = await openDatabase({ ...settings, log: say })
  let code: number
  try {
    code = await withTroubleTold(async () => {
      const report = await restoreDatabase({
        ...schema,
        database: database.ownerConfig,
        source,
        passphrase,
        filesDir: join(settings.dataDir, 'files'),
        keyFile: join(settings.dataDir, 'keys', 'master.key'),
        migrate: async (config) => {
          await migrate(config)
        },
        beginNewEpoch: async (client) => {
          // Transaction numbers begin anew in another cluster: rows that wait for their seal must not wait for old ones.
          await client.query(
            'update kiteline.audit set tx = pg_current_xact_id() where chain is null',
          )
          await client.query('update kiteline.epoch set id = gen_random_uuid(), begun_at = now()')
        },
        onProgress: showProgress(),
      })
      say(`已恢复 ${report.madeAt} 的备份：${report.rows} 行、${report.files} 个文件。`)
      say(`Restored the backup of ${report.madeAt}: ${report.rows} rows, ${report.files} files.`)
    })
  } finally {
    await database.stop()
  }
  if (code === 0) await eraseAgain(settings)
  return code
}

/** An older backup knows nothing of what was erased after it. Opening the house erases it again, by the ledger beside the database. */
async function eraseAgain(settings: Settings): Promise<void> {
  if (!existsSync(join(settings.dataDir, eraseLedgerName))) {
    say(
      `这里没有销毁登记 ${eraseLedgerName}：备份之后销毁过档案的，先把旧机器上的这个文件放进数据目录，再启动。`,
    )
    say(
      `There is no ${eraseLedgerName} here: if families were erased after this backup, put that file from the old machine into the data folder before starting.`,
    )
  }
  await (await openHouse({ ...settings, log: say })).close()
}
