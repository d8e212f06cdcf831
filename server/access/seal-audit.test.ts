import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { findBrokenLink, sealAudit } from './seal-audit.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

async function aWorkerWithSealedRows(): Promise<Person> {
  const worker = await aFounder(house)
  for (const code of ['Z-1', 'Z-2', 'Z-3'])
    await worker.push(
      worker.change('family', freshId(), 'create', {
        code,
        registeredOn: '2026-01-01',
        staff: [worker.staffId],
      }),
    )
  const sealed = await sealAudit(house.open.house.pool, worker.agencyId)
  expect(sealed).toBeGreaterThan(4)
  return worker
}

function brokenLinkOf(worker: Person): Promise<number | null> {
  return findBrokenLink(house.open.house.pool, worker.agencyId)
}

/** As somebody with the owner's account would, behind Kiteline's back; answers the row's number. */
async function tamper(worker: Person, text: string): Promise<number> {
  const client = new Client(house.open.database.configFor('owner'))
  await client.connect()
  try {
    const { rows } = await client.query<{ seq: string }>(text, [worker.agencyId])
    return Number(rows[0]?.seq)
  } finally {
    await client.end()
  }
}

const second = 'seq = (select seq from audit where agency_id = $1 order by seq offset 1 limit 1)'
const signIn =
  "seq = (select seq from audit where agency_id = $1 and action = 'login.opened' limit 1)"

describe('the sealed audit', () => {
  test('[R60] holds as long as nobody touches it, also when more is sealed behind it', async () => {
    const worker = await aWorkerWithSealedRows()
    expect(await brokenLinkOf(worker)).toBe(null)
    await worker.pull()
    await sealAudit(house.open.house.pool, worker.agencyId)
    expect(await brokenLinkOf(worker)).toBe(null)
  })

  test.each([
    ['an action', "action = 'read.opened'"],
    ['a time', "at = at - interval '1 day'"],
    ['an author', 'actor_id = gen_random_uuid()'],
    ['a detail', 'detail = \'{"x": 1}\''],
    ['a value moved to the neighbouring column', 'device_id = actor_id, actor_id = device_id'],
  ])('[G7] names the first altered row: %s', async (_what, change) => {
    const worker = await aWorkerWithSealedRows()
    const altered = await tamper(
      worker,
      `update audit set ${change} where agency_id = $1 and ${signIn} returning seq`,
    )
    expect(await brokenLinkOf(worker)).toBe(altered)
  })

  test('[G7] a row taken out is noticed at the row after it', async () => {
    const worker = await aWorkerWithSealedRows()
    const gone = await tamper(
      worker,
      `delete from audit where agency_id = $1 and ${second} returning seq`,
    )
    expect(await brokenLinkOf(worker)).toBeGreaterThan(gone)
  })

  test('[G7] the chain reads the same in every time zone', async () => {
    const worker = await aWorkerWithSealedRows()
    const { pool } = house.open.house
    const clients = await Promise.all(Array.from({ length: 10 }, () => pool.connect()))
    for (const client of clients) await client.query("set timezone = 'Asia/Shanghai'")
    for (const client of clients) client.release()
    expect(await brokenLinkOf(worker)).toBe(null)
    expect(await sealAudit(pool, worker.agencyId)).toBe(0)
  })

  test('[S22] rows of a transaction that is still open are not sealed before it ends', async () => {
    const worker = await aWorkerWithSealedRows()
    const { pool } = house.open.house
    const client = await pool.connect()
    await client.query('begin')
    await client.query("select set_config('kiteline.agency', $1, true)", [worker.agencyId])
    await client.query("insert into audit (agency_id, action) values ($1, 'login.opened')", [
      worker.agencyId,
    ])
    await worker.pull()
    await worker.push(
      worker.change('family', freshId(), 'create', {
        code: 'Z-9',
        registeredOn: '2026-01-01',
        staff: [worker.staffId],
      }),
    )
    expect(await sealAudit(pool, worker.agencyId)).toBeGreaterThanOrEqual(0)
    await client.query('commit')
    client.release()
    await sealAudit(pool, worker.agencyId)
    expect(await brokenLinkOf(worker)).toBe(null)
  })
})
