// One package in the hands of two supervisors at the same moment, each at another server: one family, and one of the two hears why not.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { receivedTransferId } from '../../core/casework/transfer/received-transfer.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { createApp } from '../../server/app/create-app.ts'
import { transact } from '../../server/database/transact.ts'
import { createPushQueue } from '../../server/records/push.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, Person } from '../house/person.ts'
import { aHanded } from './transfer-world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const takenShape = z.object({ familyId: z.uuid() })

/** The same person at another server of the same database: its batches do not wait for those of the first. */
function atAnotherServer({ agencyId, staffId, cookie }: Person): Person {
  const { house: its } = house.open
  const away = join(house.dataDir, 'none')
  const { app } = createApp(
    { ...its, push: createPushQueue(its) },
    { desk: away, family: away, tone: away },
  )
  const there = new Person({ ...house, app }, agencyId, staffId)
  there.cookie = cookie
  return there
}

/** Holds the family that would come into being until both transactions stand before it. */
async function letBothComeNear<Value>(
  agencyId: string,
  familyId: string,
  go: () => Promise<Value>,
): Promise<Value> {
  const { pool } = house.open.house
  return transact(pool, agencyId, async ({ rows }) => {
    await rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${agencyId}|family:${familyId}`,
    ])
    const running = go()
    const countWaiting = async () => {
      const [found] = await rows<{ count: number }>(
        "select count(distinct pid)::int as count from pg_locks where locktype = 'advisory' and not granted",
        [],
      )
      return found?.count ?? 0
    }
    while ((await countWaiting()) < 2) await pause(20)
    // Wrapped, so that the locks are let go before it is waited for.
    return { running }
  }).then(({ running }) => running)
}

test.each([
  ['with a number of their own each', ['D-1', 'D-2']],
  ['with the same number, which the desk proposed to both', ['D-3', 'D-3']],
])('two who take it in at the same moment make one family, %s; the other hears that it is taken [TRF-11]', async (_how, codes) => {
  const its = await aHanded(house)
  const founder = await aFounder(house)
  const first = await aColleague(founder, ['supervisor'])
  const second = atAnotherServer(await aColleague(founder, ['supervisor']))
  const familyId = deriveId('takenInFamily', receivedTransferId(founder.agencyId, its.transferId))
  const by = { kind: 'link', address: its.address, code: its.code }
  const take = (one: Person, code = '') =>
    one.post('/api/transfers/take-in', { by, code, village: '', township: '' })
  const replies = await letBothComeNear(founder.agencyId, familyId, () =>
    Promise.all([take(first, codes[0]), take(second, codes[1])]),
  )
  const taken = replies.filter(({ body }) => takenShape.safeParse(body).success)
  expect(taken.map(({ body }) => body)).toEqual([{ familyId }])
  const left = replies.filter((reply) => !taken.includes(reply))
  expect(left.map(({ body }) => body)).toEqual([{ id: 'TransferAlreadyTaken', details: {} }])
  const { entries } = await founder.pull()
  const winner = replies[0] === taken[0] ? first.staffId : second.staffId
  const families = entries.filter(({ kind }) => kind === 'family')
  expect(families).toMatchObject([{ id: familyId, fields: { staff: [winner] } }])
  const there = entries.filter(({ scope }) => scope === `family:${familyId}`)
  expect(there.filter(({ kind }) => kind === 'person')).toHaveLength(2)
  expect(there.flatMap(({ conflicts }) => conflicts)).toEqual([])
  const kept = await transact(house.open.house.pool, founder.agencyId, ({ rows }) =>
    rows('select 1 from transfer_received where agency_id = $1', [founder.agencyId]),
  )
  expect(kept).toHaveLength(1)
})
