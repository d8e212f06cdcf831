import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDatabase } from '../launcher/running-database.ts'
import { makeScratchDatabase } from '../launcher/scratch-database.ts'
import type { ScratchDatabase } from '../launcher/scratch-database.ts'
import { startDatabase } from '../launcher/start-database.ts'
import { backupDatabase } from './backup-database.ts'
import {
  beginNewEpoch,
  describeContent,
  describeGuards,
  fillTables,
  findSystemBinaries,
  knowledge,
  makeFiles,
  makeFolder,
  migrate,
  passphrase,
  withClient,
} from './backup-fixture.ts'
import { restoreDatabase } from './restore-database.ts'

const { folder, remove } = makeFolder()
const servers: RunningDatabase[] = []
let server: RunningDatabase
let source: ScratchDatabase

beforeAll(async () => {
  server = await startDatabase({ dataDir: join(folder, 'data') })
  servers.push(server)
  source = await makeScratchDatabase(server)
  await fillTables(source.configFor('owner'), 20_000)
})
afterAll(async () => {
  for (const one of servers) await one.stop()
  remove()
})

/** Tables about which the planner knows nothing yet: the first days after a restore would be slow. */
async function countUnknownTables(database: ScratchDatabase): Promise<number> {
  return withClient(database.configFor('owner'), async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where relkind = 'r' and reltuples < 0 and nspname !~ '^(pg_|information_schema)'`,
    )
    return rows[0]?.n ?? -1
  })
}

async function expectRoundTrip(into: RunningDatabase, name: string) {
  const { filesDir, keyFile } = makeFiles(folder)
  const target = join(folder, `${name}.backup`)
  const saved = await backupDatabase({
    ...knowledge,
    database: source.configFor('backup'),
    filesDir,
    keyFile,
    target,
    passphrase,
  })
  expect(saved).toMatchObject({ tables: 6, rows: 20_007, files: 2, bytes: statSync(target).size })
  expect(statSync(target).mode & 0o777).toBe(0o600)
  const goal = await makeScratchDatabase(into)
  const restoredFiles = join(folder, name, 'files')
  const restoredKey = join(folder, `${name}.keys`)
  const restored = await restoreDatabase({
    ...knowledge,
    database: goal.configFor('owner'),
    source: target,
    passphrase,
    filesDir: restoredFiles,
    keyFile: restoredKey,
    migrate,
    beginNewEpoch,
  })
  expect(restored).toMatchObject({ tables: 6, rows: 20_007, files: 2, schemaVersion: '0001' })
  expect(await countUnknownTables(goal)).toBe(0)
  const before = await describeContent(source.configFor('owner'))
  const after = await describeContent(goal.configFor('owner'))
  expect(before).toMatchObject({
    epochs: ['migration', 'a person'],
    families: [
      { name: '王小明', name_length: 3 },
      { score: '-Infinity' },
      { name: expect.stringContaining('rtl') },
    ],
    big: [20_000, expect.any(String)],
  })
  expect(after).toMatchObject({ epochs: ['migration', 'a person', 'restore'] })
  expect({ ...Object(after), epochs: [] }).toEqual({ ...Object(before), epochs: [] })
  expect(await describeGuards(goal.configFor('owner'))).toEqual(
    await describeGuards(source.configFor('owner')),
  )
  for (const file of ['ab/cd/photo 照片.bin', 'empty']) {
    expect(readFileSync(join(restoredFiles, file)).equals(readFileSync(join(filesDir, file)))).toBe(
      true,
    )
  }
  expect(readFileSync(restoredKey)).toEqual(readFileSync(keyFile))
}

describe('a backup', () => {
  it('restores every value, file, key and guard into a new database', async () => {
    await expectRoundTrip(server, 'same')
  })

  for (const { major, binaries } of findSystemBinaries()) {
    it(`restores into PostgreSQL ${major} as well`, async () => {
      const other = await startDatabase({ dataDir: join(folder, `data-${major}`), binaries })
      servers.push(other)
      await expectRoundTrip(other, `into-${major}`)
    })
  }

  it('holds nothing that can be read without the passphrase', () => {
    const bytes = readFileSync(join(folder, 'same.backup'))
    for (const word of ['王小明', 'families', 'not a real key', 'photo']) {
      expect(bytes.includes(Buffer.from(word))).toBe(false)
    }
  })

  it('taken during heavy writing holds the state of one moment', async () => {
    let stop = false
    let acknowledged = 0
    const writing = withClient(source.configFor('owner'), async (client) => {
      for (let number = 1; !stop; number += 1) {
        await client.query('begin')
        await client.query("insert into changes values ($1, 'x')", [number])
        await client.query('insert into audits values ($1)', [number])
        await client.query('commit')
        acknowledged = number
      }
    })
    while (acknowledged < 50) await new Promise((settle) => setTimeout(settle, 5))
    const least = acknowledged
    const target = join(folder, 'writes.backup')
    await backupDatabase({ ...knowledge, database: source.configFor('backup'), target, passphrase })
    const most = acknowledged
    stop = true
    await writing
    expect(most).toBeGreaterThan(least)
    const goal = await makeScratchDatabase(server)
    await restoreDatabase({
      ...knowledge,
      database: goal.configFor('owner'),
      source: target,
      passphrase,
      migrate,
      beginNewEpoch,
    })
    const state = await withClient(goal.configFor('owner'), async (client) => {
      const answer = await client.query<{ changes: number; audits: number; highest: number }>(
        `select (select count(*)::int from changes) as changes, (select count(*)::int from audits) as audits,
                (select max(number) from changes) as highest`,
      )
      return answer.rows[0]
    })
    expect(state?.audits).toBe(state?.changes)
    expect(state?.highest).toBe(state?.changes)
    expect(state?.changes).toBeGreaterThanOrEqual(least)
    expect(state?.changes).toBeLessThanOrEqual(most + 1)
  })
})
