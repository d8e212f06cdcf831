import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { openBytes, sealBytes } from './seal.ts'

let house: TestHouse
let worker: Person
beforeAll(async () => {
  house = await openTestHouse()
  worker = await aFounder(house)
}, 60_000)
afterAll(() => house.close())

function storedKeys(owner: string): Promise<number> {
  return transact(house.open.house.pool, worker.agencyId, async ({ rows }) => {
    const found = await rows('select 1 from seal_key where agency_id = $1 and owner = $2', [
      worker.agencyId,
      owner,
    ])
    return found.length
  })
}

describe('a key of a transaction that was rolled back', () => {
  test('is used no more, however often that transaction asked for it', async () => {
    const { pool, keyRing } = house.open.house
    const owner = `survey:${freshId()}`
    const work = transact(pool, worker.agencyId, async (transaction) => {
      const first = (await keyRing.keysFor(transaction, [owner])).get(owner)
      const [second, third] = await Promise.all([
        keyRing.keysFor(transaction, [owner]),
        keyRing.keysFor(transaction, [owner]),
      ])
      expect([second.get(owner), third.get(owner)]).toEqual([first, first])
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    await transact(pool, worker.agencyId, (transaction) => keyRing.keysFor(transaction, [owner]))
    expect(await storedKeys(owner)).toBe(1)
  })

  test('is the same for two looks at once', async () => {
    const { pool, keyRing } = house.open.house
    const owner = `survey:${freshId()}`
    const keys = await transact(pool, worker.agencyId, async (transaction) => {
      const both = await Promise.all([
        keyRing.keysFor(transaction, [owner]),
        keyRing.keysFor(transaction, [owner]),
      ])
      return both.flatMap((found) => found.get(owner) ?? [])
    })
    const [one, other] = keys
    if (one === undefined || other === undefined) throw new Error('a look without a key')
    const sealed = sealBytes(one, Buffer.from('kite'), 'here')
    expect(openBytes(other, sealed, 'here').toString()).toBe('kite')
    expect(await storedKeys(owner)).toBe(1)
  })
})

test('nothing makes a new key for what another one sealed', async () => {
  const { pool, keyRing } = house.open.house
  const owner = `survey:${freshId()}`
  const look = transact(pool, worker.agencyId, (transaction) =>
    keyRing.keysToOpen(transaction, [owner]),
  )
  await expect(look).rejects.toThrow('its key is not')
  expect(await storedKeys(owner)).toBe(0)
})

test('pushes of many kinds at once leave one statement per kind on a connection', async () => {
  const kinds = ['family', 'person', 'pair', 'consent', 'seat', 'meeting', 'wave', 'instrument']
  for (let round = 0; round < 60; round += 1) {
    const some = kinds.filter((_, at) => (round & (1 << at)) !== 0)
    if (some.length > 0)
      await worker.push(...some.map((kind) => worker.change(kind, freshId(), 'edit', {})))
  }
  const counts = await Promise.all(
    Array.from({ length: 10 }, () =>
      transact(house.open.house.pool, worker.agencyId, async ({ rows }) => {
        const [row] = await rows<{ readonly n: number }>(
          "select count(*)::int as n from pg_prepared_statements where statement like '%= any($2::uuid[])%'",
          [],
        )
        return row?.n ?? 0
      }),
    ),
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(3 * kinds.length)
})

describe('a connection', () => {
  test('that breaks in the middle of work fails that work and nothing else', async () => {
    const { pool } = house.open.house
    const work = transact(pool, worker.agencyId, async ({ rows }) => {
      await rows('select pg_terminate_backend(pg_backend_pid())', [])
      return rows('select 1', [])
    })
    await expect(work).rejects.toThrow()
    expect(await storedKeys('nobody')).toBe(0)
  })

  test('carries nothing of a transaction that has ended', async () => {
    const { pool } = house.open.house
    const owner = `survey:${freshId()}`
    let late: Promise<unknown> = Promise.resolve()
    const work = transact(pool, worker.agencyId, async (transaction) => {
      late = new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        house.open.house.keyRing.keysFor(transaction, [owner]),
      )
      late.catch(() => undefined)
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    await expect(late).rejects.toThrow('has ended')
    expect(await storedKeys(owner)).toBe(0)
  })
})
