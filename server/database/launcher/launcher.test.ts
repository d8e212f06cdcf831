import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { Client } from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { DatabaseTrouble } from './database-trouble.ts'
import { listProcessesIn, readLiveness } from './process-liveness.ts'
import type { RunningDatabase } from './running-database.ts'
import { startDatabase } from './start-database.ts'

const folders: string[] = []
const running: RunningDatabase[] = []

function makeDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-launcher-'))
  // Under root the server runs as another user, who must be able to walk through.
  execFileSync('chmod', ['711', folder])
  folders.push(folder)
  return join(folder, 'data')
}

async function start(dataDir: string, more: { log?: (line: string) => void } = {}) {
  const database = await startDatabase({ dataDir, ...more })
  running.push(database)
  return database
}

async function ask(database: RunningDatabase, sql: string, role: 'owner' | 'app' = 'owner') {
  const client = new Client(database.configFor(role))
  await client.connect()
  try {
    const result = await client.query<Record<string, unknown>>(sql)
    return result.rows
  } finally {
    await client.end()
  }
}

function readPostmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function expectProblem(work: Promise<unknown>, problem: string) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DatabaseTrouble)
  expect(error).toMatchObject({ problem })
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the private database', () => {
  it('starts, keeps data over a stop, and syncs every commit', async () => {
    const dataDir = makeDataDir()
    const first = await start(dataDir)
    expect(first.adopted).toBe(false)
    expect(first.majorVersion).toBe(18)
    await ask(first, "create table kept (word text); insert into kept values ('风筝')")
    const pid = readPostmaster(dataDir)
    await first.stop()
    expect(readLiveness(pid)).not.toBe('alive')
    const second = await start(dataDir)
    expect(await ask(second, 'select word from kept')).toEqual([{ word: '风筝' }])
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
      expect(await ask(second, `show ${setting}`)).toEqual([{ [setting]: 'on' }])
    }
  })

  it('listens on no network and lets nobody in without a password', async () => {
    const dataDir = makeDataDir()
    const database = await start(dataDir)
    expect(await ask(database, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(statSync(join(dataDir, 'socket')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    const stranger = new Client({ ...database.configFor('app'), password: 'guess' })
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  it('gives requests a login that row-level security binds', async () => {
    const database = await start(makeDataDir())
    const roles = await ask(
      database,
      `select rolname, rolsuper, rolbypassrls from pg_roles
       where rolname like 'kiteline\\_%' and rolname <> 'kiteline_cluster' order by 1`,
    )
    expect(roles).toEqual([
      { rolname: 'kiteline_app', rolsuper: false, rolbypassrls: false },
      { rolname: 'kiteline_backup', rolsuper: false, rolbypassrls: true },
      { rolname: 'kiteline_owner', rolsuper: false, rolbypassrls: false },
      { rolname: 'kiteline_reports', rolsuper: false, rolbypassrls: false },
    ])
    await ask(database, 'create table secret_things (id int)')
    await expect(ask(database, 'select * from secret_things', 'app')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(ask(database, 'create table mine (id int)', 'app')).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('is shared by a second start and stopped only by the last one', async () => {
    const dataDir = makeDataDir()
    const first = await start(dataDir)
    const second = await start(dataDir)
    expect(second.adopted).toBe(true)
    const pid = readPostmaster(dataDir)
    await first.stop()
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readPostmaster(dataDir)).toBe(pid)
    await second.stop()
    expect(readLiveness(pid)).not.toBe('alive')
  })

  it('comes back at the same address when its server is killed', async () => {
    const dataDir = makeDataDir()
    let back: () => void = () => undefined
    const returned = new Promise<void>((settle) => {
      back = settle
    })
    const log = (line: string) => {
      if (line.endsWith('is back')) back()
    }
    const database = await start(dataDir, { log })
    await ask(database, 'create table kept (id int); insert into kept values (7)')
    process.kill(readPostmaster(dataDir), 'SIGKILL')
    await returned
    expect(await ask(database, 'select id from kept')).toEqual([{ id: 7 }])
  })
})

describe('a stop after a crash', () => {
  it('stops the server even when a crash has just cut the connections', async () => {
    const dataDir = makeDataDir()
    const database = await start(dataDir)
    const pid = readPostmaster(dataDir)
    const cluster = realpathSync(join(dataDir, 'cluster'))
    const [victim] = listProcessesIn(cluster, ['postgres']).filter((one) => one !== pid)
    process.kill(victim ?? 0, 'SIGKILL')
    await database.stop()
    expect(listProcessesIn(cluster, ['postgres'])).toEqual([])
  })
})

describe('a start after a crash', () => {
  it('ignores an empty postmaster.pid, as a power cut leaves it', async () => {
    const dataDir = makeDataDir()
    await (await start(dataDir)).stop()
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), '')
    expect((await start(dataDir)).adopted).toBe(false)
  })

  it('ignores a postmaster.pid whose number now belongs to another process', async () => {
    const dataDir = makeDataDir()
    await (await start(dataDir)).stop()
    const lines = [process.pid, join(dataDir, 'cluster'), 0, 5432, join(dataDir, 'socket'), '']
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), lines.join('\n'))
    expect((await start(dataDir)).adopted).toBe(false)
  })

  it('clears away what an interrupted creation left', async () => {
    const dataDir = makeDataDir()
    mkdirSync(join(dataDir, 'cluster.init-dead', 'base'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster.init-dead.password'), 'x')
    const database = await start(dataDir)
    expect(database.adopted).toBe(false)
    expect(() => statSync(join(dataDir, 'cluster.init-dead'))).toThrow('ENOENT')
    expect(() => statSync(join(dataDir, 'cluster.init-dead.password'))).toThrow('ENOENT')
  })
})

describe('a start that cannot succeed', () => {
  it('names both versions when the cluster was made by another major', async () => {
    const dataDir = makeDataDir()
    await (await start(dataDir)).stop()
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
    await expectProblem(startDatabase({ dataDir }), 'wrong-major')
  })

  it('does not make new passwords over an existing cluster', async () => {
    const dataDir = makeDataDir()
    await (await start(dataDir)).stop()
    rmSync(join(dataDir, 'secrets.json'))
    await expectProblem(startDatabase({ dataDir }), 'secrets-missing')
  })

  it('says which programs are missing', async () => {
    const dataDir = makeDataDir()
    await expectProblem(startDatabase({ dataDir, binaries: '/nowhere' }), 'binaries-missing')
  })

  it('says that the folder is not a folder', async () => {
    const dataDir = makeDataDir()
    writeFileSync(dataDir, '')
    await expectProblem(startDatabase({ dataDir }), 'data-dir-unreadable')
  })
})
