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

test('what leaves the server names groups and meetings, nobody', async () => {
  const month = await readMonth(addMonths(monthOf(house.open.house.today()), -2))
  expect(month.served.persons).toBeGreaterThan(0)
  const written = JSON.stringify(month)
  const people = readSample('zh-CN').families.flatMap((family) => family.people)
  expect(people.length).toBeGreaterThan(10)
  for (const { name } of people) expect(written).not.toContain(name)
})
