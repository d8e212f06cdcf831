import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths, monthOf } from '../../core/evaluation/station-month/month-of-year.ts'
import {
  type StationMonth,
  stationMonthShape,
} from '../../core/evaluation/station-month/station-month.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { transact } from '../database/transact.ts'
import { readSample } from './sample-parse.ts'
import { plantSample } from './sample.ts'
import { readMonth as countMonth } from './station-month-routes.ts'

let house: TestHouse
let planted: Awaited<ReturnType<typeof plantSample>>
let cookie = ''
beforeAll(async () => {
  house = await openTestHouse()
  const response = await send('/api/setup/sample', {
    token: house.open.setupCode,
    language: 'zh-CN',
  })
  cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  planted = await plantSample(house.open.house, 'zh-CN')
}, 120_000)
afterAll(() => house.close())

function send(path: string, body: unknown): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kiteline': '1', cookie },
    body: JSON.stringify(body),
  }
  const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return Promise.resolve(house.app.request(path, init, address))
}

async function readMonth(month: string): Promise<StationMonth> {
  return stationMonthShape.parse(await (await send('/api/station-month', { month })).json())
}

/** The rows themselves, counted by the database and not by us. */
function countRows(sql: string, agencyId: string): Promise<number> {
  return transact(house.open.house.pool, agencyId, async ({ rows }) => {
    const [row] = await rows<{ readonly n: string }>(sql, [agencyId])
    return Number(row?.n)
  })
}

test('the months of the sample village add up to every mark and every held meeting, and each month agrees with its lists', async () => {
  const today = monthOf(house.open.house.today())
  const months = await Promise.all(
    Array.from({ length: 13 }, (_, back) => readMonth(addMonths(today, -back))),
  )
  const sum = (pick: (month: StationMonth) => number) =>
    months.reduce((total, month) => total + pick(month), 0)
  const marked = ({ total }: StationMonth) =>
    Object.values(total.byMode).reduce((all, one) => all + one, 0)
  const { agencyId } = planted
  const held = "from meeting where agency_id = $1 and not removed and state = 'held'"
  expect(sum(({ meetings }) => meetings.length)).toBe(
    await countRows(`select count(*) as n ${held}`, agencyId),
  )
  expect(sum(marked)).toBe(
    await countRows(
      `select count(*) as n from attendance where agency_id = $1 and not removed and meeting_id in (select id ${held})`,
      agencyId,
    ),
  )
  for (const { checks } of months)
    expect(checks.filter(({ agrees }) => !agrees).map(({ id }) => id)).toEqual([])
})

test('a month that has not begun has no figures', async () => {
  const next = addMonths(monthOf(house.open.house.today()), 1)
  const response = await send('/api/station-month', { month: next })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ id: 'DateInFuture' })
})

test('archiving a family today lowers this month and no month that is over [EVA-34]', async () => {
  const { agencyId, staffId } = planted
  const today = monthOf(house.open.house.today())
  const past = addMonths(today, -2)
  const read = async (month: string): Promise<StationMonth> => {
    const figures = await countMonth(house.open.house, agencyId, month)
    if (!figures.ok) throw new Error(figures.refusal.id)
    return figures.value
  }
  const [before, now] = [await read(past), await read(today)]
  await transact(house.open.house.pool, agencyId, async ({ rows }) => {
    const [chosen] = await rows<{ readonly id: string }>(
      `update family set version = version + 1, body = jsonb_set(body, '{state}', '"archived"') where agency_id = $1 and id = (
         select id from family where agency_id = $1 and state = 'open' and body ->> 'registeredOn' < $2 order by id limit 1) returning id`,
      [agencyId, `${past}-01`],
    )
    await rows(
      `insert into change_log (agency_id, id, record_id, kind, verb, actor_id, device_id, device_seq, claimed_at, arrived_at, scope, key_owner, status, answer, payload_hash, payload)
       values ($1, gen_random_uuid(), $2::uuid, 'family', 'archive', $3, gen_random_uuid(), 1, $4, $4, 'family:' || $2::uuid, '', 'applied', '{}', '', '')`,
      [agencyId, chosen?.id, staffId, house.open.house.now()],
    )
  })
  expect(before.families.open).toBeGreaterThan(0)
  expect(before.staff).toBeGreaterThan(0)
  expect((await read(past)).families.open).toBe(before.families.open)
  expect((await read(today)).families.open).toBe(now.families.open - 1)
})

test('what leaves the server names groups and meetings, nobody', async () => {
  const month = await readMonth(addMonths(monthOf(house.open.house.today()), -2))
  expect(month.served.persons).toBeGreaterThan(0)
  const written = JSON.stringify(month)
  const people = readSample('zh-CN').families.flatMap((family) => family.people)
  expect(people.length).toBeGreaterThan(10)
  for (const { name } of people) expect(written).not.toContain(name)
})
