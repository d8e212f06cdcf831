import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningDatabase } from '../launcher/running-database.ts'
import { startDatabase } from '../launcher/start-database.ts'
import { makeFolder, withClient } from './backup-fixture.ts'
import { startCopyIn, startCopyOut } from './copy-stream.ts'

const { folder, remove } = makeFolder()
let server: RunningDatabase

beforeAll(async () => {
  server = await startDatabase({ dataDir: join(folder, 'data') })
})
afterAll(async () => {
  await server.stop()
  remove()
})

it('lets the connection go on when a slow reader paused it at the very end', async () => {
  await withClient(server.configFor('owner'), async (client) => {
    // Just above the amount at which it pauses, so that the end is already here when the reading begins.
    const copy = startCopyOut(
      client,
      "copy (select repeat('x', 1023) from generate_series(1, 1024)) to stdout",
    )
    await sleep(300)
    let bytes = 0
    for await (const piece of copy.readAll()) bytes += piece.length
    expect(bytes).toBe(1024 * 1024)
    expect(copy.rows).toBe(1024)
    const answer = await client.query('select 1 as one')
    expect(answer.rows).toEqual([{ one: 1 }])
  })
})

it('waits for a reader that is slower than the server', async () => {
  await withClient(server.configFor('owner'), async (client) => {
    const copy = startCopyOut(
      client,
      "copy (select repeat('x', 9999) from generate_series(1, 3000)) to stdout",
    )
    let bytes = 0
    let largest = 0
    for await (const piece of copy.readAll()) {
      await sleep(5)
      bytes += piece.length
      largest = Math.max(largest, piece.length)
    }
    expect(bytes).toBe(30_000_000)
    expect(largest).toBeLessThan(8_000_000)
  })
})

it('takes rows in pieces that end anywhere, and reports a row that is refused', async () => {
  await withClient(server.configFor('owner'), async (client) => {
    await client.query('create table taken (id int primary key, text text)')
    const copy = startCopyIn(client, 'copy taken from stdin')
    for (const byte of Buffer.from('1\t风筝\n2\t\\N\n')) await copy.write(Buffer.from([byte]))
    expect(await copy.finish()).toBe(2)
    const answer = await client.query('select * from taken order by id')
    expect(answer.rows).toEqual([
      { id: 1, text: '风筝' },
      { id: 2, text: null },
    ])
    const refused = startCopyIn(client, 'copy taken from stdin')
    await refused.write(Buffer.from('1\tagain\n'))
    await expect(refused.finish()).rejects.toMatchObject({ code: '23505' })
    const missing = startCopyIn(client, 'copy no_such_table from stdin')
    await expect(missing.write(Buffer.from('1\n'))).rejects.toMatchObject({ code: '42P01' })
    expect((await client.query('select count(*)::int as n from taken')).rows).toEqual([{ n: 2 }])
  })
})
