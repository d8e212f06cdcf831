import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { renewCode } from '../access/accounts.ts'
import { transact } from '../database/transact.ts'
import { createSetupToken } from './open-house.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
}, 60_000)
afterEach(() => house.close())

async function send(path: string, body: unknown): Promise<number> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kiteline': '1' },
    body: JSON.stringify(body),
  }
  const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return (await house.app.request(path, init, address)).status
}

function setUp(name: string): Promise<number> {
  return send('/api/setup', {
    token: house.open.setupCode,
    agency: { name: `${name}站`, county: '', dataGuardian: '' },
    admin: {
      name,
      loginName: `${name}-${freshId()}`,
      password: 'a kite flies far',
      language: 'en',
    },
  })
}

describe('the first run [R32][A079]', () => {
  test('two who set the house up at the same moment found one agency', async () => {
    const statuses = await Promise.all([setUp('王静'), setUp('李明')])
    expect(statuses.sort()).toEqual([200, 409])
    expect(await setUp('陈芳')).toBe(409)
  })

  test('whoever opens the sample village first can set up their own agency after it', async () => {
    const { setupCode: token } = house.open
    expect(await send('/api/setup/sample', { token, language: 'zh-CN' })).toBe(200)
    expect(await setUp('王静')).toBe(200)
    expect(await setUp('李明')).toBe(409)
  })
})

describe('the sample village [ACC-22]', () => {
  const state = async (): Promise<unknown> =>
    JSON.parse(await (await house.app.request('/api/status')).text()).state
  const agencies = async (): Promise<number> =>
    (await house.open.house.pool.query('select all_agencies()')).rows.length

  test('is one: whoever opens it again, also at the same moment, enters the one that is there', async () => {
    const { setupCode: token } = house.open
    const open = () => send('/api/setup/sample', { token, language: 'zh-CN' })
    expect(await Promise.all([open(), open()])).toEqual([200, 200])
    expect(await open()).toBe(200)
    expect(await agencies()).toBe(1)
  })

  test('leaves the set-up door open until an agency of real people is there; then no token opens either', async () => {
    const { setupCode: token } = house.open
    const first = createSetupToken()
    expect(await state()).toBe('empty')
    await send('/api/setup/sample', { token, language: 'zh-CN' })
    expect(await state()).toBe('sample')
    expect(await setUp('王静')).toBe(200)
    expect(await state()).toBe('ready')
    // A restart prints another token.
    Object.assign(house.open.house, { setupToken: first.token })
    expect(await send('/api/setup/sample', { token: first.code, language: 'zh-CN' })).toBe(409)
    expect(await agencies()).toBe(2)
  })
})

async function accountNotes(founder: Person, staffId: string): Promise<readonly unknown[]> {
  return transact(house.open.house.pool, founder.agencyId, ({ rows }) =>
    rows(
      "select actor_id, action from audit where record_id = $1 and action like 'login.code%' order by seq",
      [staffId],
    ),
  )
}

describe('paper codes [R35][R59]', () => {
  test('that a code was made for an account, and used, is on record with who did it', async () => {
    const founder = await aFounder(house)
    const colleague = await aColleague(founder, ['supervisor'])
    await founder.post('/api/staff/code', { staffId: colleague.staffId })
    expect(await accountNotes(founder, colleague.staffId)).toEqual([
      { actor_id: colleague.staffId, action: 'login.codeUsed' },
      { actor_id: founder.staffId, action: 'login.codeMade' },
    ])
  })

  test('of two who use one code at the same moment, one chooses the password and the other stays outside', async () => {
    const founder = await aFounder(house)
    const { staffId } = await aColleague(founder, ['volunteer'])
    const renewed = await renewCode(house.open.house, founder.agencyId, founder.staffId, staffId)
    const code = renewed.ok ? renewed.value.code : ''
    const statuses = await Promise.all([
      send('/api/activate', { code, password: 'a kite flies far' }),
      send('/api/activate', { code, password: 'another one flies' }),
    ])
    expect(statuses.sort()).toEqual([200, 422])
  })
})
