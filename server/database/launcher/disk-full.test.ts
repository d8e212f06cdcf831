import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDatabase } from './running-database.ts'
import { startDatabase } from './start-database.ts'

let folder = ''
let disk = ''
const root = process.getuid?.() === 0

// Only root can mount a small disk.
describe.runIf(root)('a disk that fills up while the database runs', () => {
  let database: RunningDatabase

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiteline-full-'))
    chmodSync(folder, 0o711)
    disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m,mode=711', 'kiteline-test', disk])
    database = await startDatabase({ dataDir: join(disk, 'data') })
  })
  afterAll(async () => {
    await database.stop()
    execFileSync('umount', [disk])
    rmSync(folder, { recursive: true, force: true })
  })

  it('refuses writes, loses nothing acknowledged, and goes on by itself when there is room', async () => {
    await ask('create table filled (number int primary key, body text)')
    let acknowledged = 0
    const refused = await fill((number) => {
      acknowledged = number
    })
    expect(refused).toBeInstanceOf(Error)
    expect(acknowledged).toBeGreaterThan(10)
    execFileSync('mount', ['-o', 'remount,size=400m', disk])
    const rows = await askUntilAnswered(
      'select count(*)::int as n, max(number) as highest from filled',
    )
    expect(rows[0]?.n).toBe(rows[0]?.highest)
    expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged)
    await askUntilAnswered("insert into filled values (0, 'room') on conflict do nothing")
  })

  async function ask(sql: string): Promise<Record<string, unknown>[]> {
    const client = new Client(database.configFor('owner'))
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      client.end().catch(() => undefined)
    }
  }

  async function askUntilAnswered(sql: string): Promise<Record<string, unknown>[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ask(sql)
      } catch (error) {
        if (attempt > 600) throw error
        await sleep(100)
      }
    }
  }

  async function fill(onCommit: (number: number) => void): Promise<unknown> {
    const client = new Client(database.configFor('owner'))
    client.on('error', () => undefined)
    await client.connect()
    const body = `insert into filled select $1::int, string_agg(md5((n * $1::int)::text), '') from generate_series(1, 4000) n`
    try {
      for (let number = 1; ; number += 1) {
        await client.query(body, [number])
        onCommit(number)
      }
    } catch (error) {
      return error
    } finally {
      client.end().catch(() => undefined)
    }
  }
})
