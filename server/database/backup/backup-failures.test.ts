import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDatabase } from '../launcher/running-database.ts'
import { makeScratchDatabase } from '../launcher/scratch-database.ts'
import type { ScratchDatabase } from '../launcher/scratch-database.ts'
import { startDatabase } from '../launcher/start-database.ts'
import { backupDatabase } from './backup-database.ts'
import {
  beginNewEpoch,
  fillTables,
  knowledge,
  makeFiles,
  makeFolder,
  migrate,
  passphrase,
  withClient,
} from './backup-fixture.ts'
import { BackupTrouble } from './backup-trouble.ts'
import { restoreDatabase } from './restore-database.ts'

const { folder, remove } = makeFolder()
let server: RunningDatabase
let source: ScratchDatabase
let goal: ScratchDatabase
const whole = join(folder, 'whole.backup')

beforeAll(async () => {
  server = await startDatabase({ dataDir: join(folder, 'data') })
  source = await makeScratchDatabase(server)
  goal = await makeScratchDatabase(server)
  await fillTables(source.configFor('owner'), 2000)
  const { filesDir, keyFile } = makeFiles(folder)
  const database = source.configFor('backup')
  await backupDatabase({ ...knowledge, database, filesDir, keyFile, target: whole, passphrase })
})
afterAll(async () => {
  await server.stop()
  remove()
})

async function restore(file: string, more: { passphrase?: string; keyFile?: string } = {}) {
  const filesDir = join(folder, 'restored')
  const database = goal.configFor('owner')
  const shared = { ...knowledge, database, filesDir, passphrase, migrate, beginNewEpoch }
  return restoreDatabase({ ...shared, source: file, ...more })
}

async function expectRefusal(work: Promise<unknown>, problem: string, exitCode?: number) {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(BackupTrouble)
  expect(error).toMatchObject({ problem, ...(exitCode === undefined ? {} : { exitCode }) })
}

async function countFamilies(database = goal): Promise<number> {
  return withClient(database.configFor('backup'), async (client) => {
    const found = await client.query("select to_regclass('kiteline.families') is null as none")
    if (found.rows[0]?.none === true) return 0
    const answer = await client.query<{ n: number }>('select count(*)::int as n from families')
    return answer.rows[0]?.n ?? -1
  })
}

async function expectNothingRestored() {
  expect(await countFamilies()).toBe(0)
  expect(existsSync(join(folder, 'restored'))).toBe(false)
  expect(existsSync(join(folder, 'restored.restoring'))).toBe(false)
}

/** A copy of the whole archive with something done to its bytes. */
function copyChanged(name: string, change: (bytes: Buffer) => Buffer): string {
  const file = join(folder, `${name}.backup`)
  writeFileSync(file, change(readFileSync(whole)))
  return file
}

/** The positions at which the sealed chunks begin. */
function findChunks(bytes: Buffer): number[] {
  const starts: number[] = []
  let at = 18 + 2 + bytes.readUInt16BE(18) + 32
  while (at < bytes.length) {
    starts.push(at)
    at += 5 + bytes.readUInt32BE(at + 1) + 16
  }
  return starts
}

describe('an archive that is not what was written', () => {
  it('with the wrong passphrase is refused with an exit code of its own', async () => {
    await expectRefusal(
      restore(whole, { passphrase: 'another passphrase' }),
      'wrong-passphrase',
      100,
    )
    await expectNothingRestored()
  })

  it('cut at any chunk border or inside a chunk is called truncated', async () => {
    const starts = findChunks(readFileSync(whole))
    expect(starts.length).toBeGreaterThan(3)
    const cuts = [10, 40, ...starts, ...starts.map((start) => start + 3), (starts[1] ?? 0) + 1000]
    for (const cut of cuts) {
      const file = copyChanged('cut', (bytes) => bytes.subarray(0, cut))
      await expectRefusal(restore(file), 'archive-truncated', 103)
    }
    await expectNothingRestored()
  })

  it('with one bit changed anywhere is refused', async () => {
    const { length } = readFileSync(whole)
    const starts = findChunks(readFileSync(whole))
    const places = [25, 60, length - 1, ...starts, ...starts.map((start) => start + 21)]
    for (const place of places) {
      const file = copyChanged('bit', (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
        return bytes
      })
      await expectRefusal(restore(file), 'archive-damaged')
    }
    await expectNothingRestored()
  })

  it('with chunks exchanged, repeated, left out or appended is refused', async () => {
    const bytes = readFileSync(whole)
    const starts = findChunks(bytes)
    const chunk = (n: number) => bytes.subarray(starts[n] ?? 0, starts[n + 1] ?? bytes.length)
    const head = bytes.subarray(0, starts[0] ?? 0)
    const all = starts.map((_, n) => chunk(n))
    const orders = {
      exchanged: [all[1], all[0], ...all.slice(2)],
      repeated: [all[0], all[0], ...all.slice(1)],
      leftOut: [all[0], ...all.slice(2)],
      appended: [...all, all[0]],
    }
    for (const order of Object.values(orders)) {
      const present = order.filter((one) => one !== undefined)
      const file = copyChanged('order', () => Buffer.concat([head, ...present]))
      await expectRefusal(restore(file), 'archive-damaged')
    }
    await expectNothingRestored()
  })

  it('that is another kind of file is called that', async () => {
    const file = copyChanged('other', () => Buffer.from('PK\u0003\u0004 something else entirely'))
    await expectRefusal(restore(file), 'not-an-archive')
    await expectRefusal(restore(join(folder, 'missing')), 'archive-unreadable')
  })
})

describe('a target that is not empty', () => {
  it('keeps its records, files and key', async () => {
    const database = source.configFor('owner')
    const shared = { ...knowledge, source: whole, passphrase, migrate, beginNewEpoch }
    await expectRefusal(restoreDatabase({ ...shared, database }), 'database-not-empty')
    expect(await countFamilies(source)).toBe(3)

    const filesDir = join(folder, 'full')
    mkdirSync(filesDir)
    writeFileSync(join(filesDir, 'kept'), 'kept')
    const intoFull = restoreDatabase({ ...shared, database: goal.configFor('owner'), filesDir })
    await expectRefusal(intoFull, 'files-not-empty')
    expect(readdirSync(filesDir)).toEqual(['kept'])

    const keyFile = join(folder, 'other-keys.json')
    writeFileSync(keyFile, 'another key')
    await expectRefusal(restore(whole, { keyFile }), 'key-file-exists')
    expect(readFileSync(keyFile, 'utf8')).toBe('another key')
    await expectNothingRestored()
  })

  it('with another schema version is refused', async () => {
    const readSchemaVersion = async () => '0002'
    const shared = { ...knowledge, readSchemaVersion, source: whole, passphrase, migrate }
    const database = goal.configFor('owner')
    await expectRefusal(restoreDatabase({ ...shared, database, beginNewEpoch }), 'schema-differs')
    expect(await countFamilies()).toBe(0)
  })
})

describe('a backup that cannot be whole', () => {
  const save = (target: string, more: { passphrase?: string; role?: 'app' | 'backup' } = {}) =>
    backupDatabase({
      ...knowledge,
      database: source.configFor(more.role ?? 'backup'),
      target,
      passphrase: more.passphrase ?? passphrase,
    })

  it('never overwrites, and wants a passphrase worth the name', async () => {
    const copy = join(folder, 'copy.backup')
    copyFileSync(whole, copy)
    await expectRefusal(save(copy), 'target-exists')
    expect(readFileSync(copy).equals(readFileSync(whole))).toBe(true)
    await expectRefusal(save(join(folder, 'weak'), { passphrase: '短口令' }), 'weak-passphrase')
    await expectRefusal(save(join(folder, 'no', 'such', 'folder')), 'target-unwritable')
  })

  it('is refused when row-level security would hide rows from its login', async () => {
    await withClient(source.configFor('owner'), (client) =>
      client.query('grant select on all tables in schema kiteline to kiteline_app'),
    )
    const target = join(folder, 'partial.backup')
    await expectRefusal(save(target, { role: 'app' }), 'database-refused')
    expect(readdirSync(folder).filter((name) => name.startsWith('partial'))).toEqual([])
  })
})
