// The feed on a real database: whatever the order of commits, a polling reader misses nothing (S13).
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notice, visit } from '../../core/sync/cases/kinds.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { scopeOf } from '../../core/sync/entry.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { actOn, openCaseDatabase, pullFor, type CaseDatabase } from './case-store.ts'
import { databaseChoices, openTestDatabase, type TestDatabase } from './databases.ts'

const writers = 50
const now = '2026-03-02T01:00:00.000Z'
const houses = [randomUUID(), randomUUID()]
const scopes = new Set(['agency', ...houses.map((id) => `family:${id}`)])

function entryOf(kind: Kind, id: string, fields: JsonObject): Entry {
  const scope = scopeOf(kind, id, fields)
  const rest = { version: 1, conflicts: [], trail: [], removed: false }
  return { kind: kind.name, id, scope, position: 0, fields, ...rest }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Each writer holds its transaction open for a while of its own, so that they commit in another order than they began. */
async function writeAll(work: (writer: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)))
}

async function pollUntil(isOver: () => boolean, poll: () => Promise<void>): Promise<void> {
  while (!isOver()) {
    await poll()
    await pause(2)
  }
  await poll()
}

describe.each(databaseChoices)('$name', (choice) => {
  let server: TestDatabase
  let database: CaseDatabase
  beforeAll(async () => {
    server = await openTestDatabase(choice)
    database = await openCaseDatabase(server.database, { max: 40 })
  })
  afterAll(async () => {
    await database.close()
    await server.close()
  })

  test('[S13] a reader that polls while 50 writers commit in any order gets every record', async () => {
    const agencyId = randomUUID()
    const wrote: string[] = []
    const got = new Set<string>()
    let over = false
    let cursors: Readonly<Record<string, number>> = {}
    let epoch: string | null = null
    const poll = async (): Promise<void> => {
      for (let more = true; more; ) {
        const request = {
          epoch,
          cursors: { ...cursors },
          surveys: [],
          limit: 7,
          deviceSeq: 0,
          waiting: [],
          sight: null,
        }
        const page = await pullFor(database, agencyId, scopes, { ...request, deviceId: agencyId })
        for (const entry of page.entries) got.add(entry.id)
        cursors = page.cursors
        epoch = page.epoch
        more = page.more
      }
    }
    const reading = pollUntil(() => over, poll)
    await writeAll((writer) =>
      actOn(database, agencyId, { now, changes: [] }, async (port) => {
        for (let index = 0; index < 3; index += 1) {
          const houseId = houses[(writer + index) % 2] ?? ''
          const id = randomUUID()
          const note = { title: 'day', body: '' }
          port.put(entryOf(notice, id, note))
          wrote.push(id)
          await port.find({ kind: visit.name, where: { houseId } })
          await pause((writer * 7) % 13)
        }
      }),
    )
    over = true
    await reading
    expect(wrote).toHaveLength(writers * 3)
    expect(wrote.filter((id) => !got.has(id))).toEqual([])
  })

  test('[S13] a reader of numbers that are drawn before the commit misses some', async () => {
    const pool = new Pool({ ...database.scratch.configFor('owner'), max: 12 })
    pool.on('error', () => undefined)
    try {
      await pool.query('create table naive (id bigint generated always as identity, word text)')
      const seen = new Set<number>()
      let cursor = 0
      const poll = async (): Promise<void> => {
        const { rows } = await pool.query<{ id: string }>('select id from naive where id > $1', [
          cursor,
        ])
        for (const { id } of rows) {
          seen.add(Number(id))
          cursor = Math.max(cursor, Number(id))
        }
      }
      let over = false
      const reading = pollUntil(() => over, poll)
      await writeAll(async (writer) => {
        const client = await pool.connect()
        try {
          await client.query('begin')
          await client.query("insert into naive (word) values ('x')")
          await pause(writer % 2 === 0 ? 30 : 1)
          await client.query('commit')
        } finally {
          client.release()
        }
      })
      over = true
      await reading
      expect(seen.size).toBeLessThan(writers)
    } finally {
      await pool.end()
    }
  })
})
