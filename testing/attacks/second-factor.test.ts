// With somebody's password, cookie or printed card in hand: what the second factor still keeps shut.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberAt, stepAt } from '../../server/access/totp.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, type Person } from '../house/person.ts'
import {
  aHolder,
  cookieOf,
  idOf,
  login,
  loginNameOf,
  numberOf,
  password,
  secretOf,
  send,
} from './factor-holder.ts'
import { sendRaw } from './send.ts'

let house: TestHouse
let founder: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
})
afterAll(() => house.close())

describe('signing in [ACC-27][R33]', () => {
  test('the password alone opens nothing any more; with the number it does', async () => {
    const { person, secret } = await aHolder(founder)
    const alone = await login(person)
    expect([alone.status, idOf(alone), cookieOf(alone)]).toEqual([422, 'SecondFactorNeeded', ''])
    const both = await login(person, { code: await numberOf(person, secret) })
    expect([both.status, cookieOf(both)]).toEqual([200, expect.stringContaining('__Host-')])
  })

  test('with a wrong password nobody learns that there is a second factor', async () => {
    const { person, secret } = await aHolder(founder)
    const plain = await aColleague(founder, ['socialWorker'])
    const code = await numberOf(person, secret)
    const tell = async (who: Person, more: object): Promise<string> => {
      const sent = await login(who, { password: 'wrong', ...more })
      return `${sent.status} ${sent.text} ${[...sent.headers.keys()].sort().join()}`
    }
    expect(await tell(person, {})).toBe(await tell(plain, {}))
    expect(await tell(person, { code })).toBe(await tell(plain, { code }))
  })

  test('a number works once, also when it is sent twice at the same moment', async () => {
    const { person, secret } = await aHolder(founder)
    const code = await numberOf(person, secret)
    const sent = await Promise.all([1, 2, 3, 4].map(() => login(person, { code })))
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422])
    expect(idOf(await login(person, { code }))).toBe('SecondFactorWrong')
  })

  test('a printed code works once, typed small and with spaces too', async () => {
    const { person, codes } = await aHolder(founder)
    expect(new Set(codes).size).toBe(10)
    const [code = ''] = codes
    const typed = code.toLowerCase().replaceAll('-', ' ')
    const sent = await Promise.all([1, 2, 3].map(() => login(person, { code: typed })))
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    const state = await person.post('/api/second-factor', {})
    expect(state.body).toMatchObject({ by: 'app', codesLeft: 9 })
  })

  test('guessing numbers waits longer and longer, the right one waits too; a printed code opens all the same [R31]', async () => {
    const { person, secret, codes } = await aHolder(founder)
    const wrong = numberAt(secret, stepAt(Date.now()) + 1000)
    const tries: number[] = []
    for (let nth = 0; nth < 6; nth += 1) tries.push((await login(person, { code: wrong })).status)
    expect(tries).toEqual([422, 422, 422, 422, 422, 429])
    expect((await login(person, { code: await numberOf(person, secret) })).status).toBe(429)
    expect((await login(person, { code: codes[0] ?? '' })).status).toBe(200)
  })

  test('a session of before, and a cookie planted before, are none after it is set up [A069]', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    const thief = cookieOf(await login(person))
    const secret = secretOf(await person.post('/api/second-factor/begin', { password, by: 'app' }))
    await person.post('/api/second-factor/confirm', { code: await numberOf(person, secret) })
    expect((await person.get('/api/me')).status).toBe(200)
    expect((await sendRaw(house, { path: '/api/me', cookie: thief })).status).toBe(401)
    const planted = `__Host-kiteline=${'A'.repeat(32)}`
    const body = { loginName: await loginNameOf(person), password }
    const sent = await send(
      house,
      '/api/login',
      { ...body, code: await numberOf(person, secret) },
      planted,
    )
    expect(cookieOf(sent)).not.toBe(planted)
  })

  test('a new code from the administrator changes the password, and does not stand in for the factor', async () => {
    const { person, codes } = await aHolder(founder)
    const renewed = await founder.post('/api/staff/code', { staffId: person.staffId })
    const code = /"code":"([^"]+)"/.exec(renewed.text)?.[1] ?? ''
    const next = { code, password: 'another passphrase' }
    expect(idOf(await send(house, '/api/activate', next))).toBe('SecondFactorNeeded')
    expect(idOf(await login(person))).toBe('SecondFactorNeeded')
    const entered = await send(house, '/api/activate', { ...next, factorCode: codes[1] ?? '' })
    expect(entered.status).toBe(200)
  })
})

describe('with a stolen session [R40]', () => {
  test('nobody sets one up, changes, renews or takes it off without the password', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    const begun = await person.post('/api/second-factor/begin', { password: 'guess', by: 'app' })
    expect(idOf(begun)).toBe('OwnPasswordWrong')
    expect(idOf(await person.post('/api/second-factor/confirm', { code: '123456' }))).toBe(
      'SecondFactorNotBegun',
    )
  })

  test('guesses sent at the same moment wait like those sent one after the other [R31]', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    const guesses = Array.from({ length: 20 }, (_, nth) =>
      send(
        house,
        '/api/second-factor/begin',
        { password: `guess ${nth}`, by: 'app' },
        person.cookie,
      ),
    )
    const ids = (await Promise.all(guesses)).map(idOf).sort()
    expect(ids).toEqual([
      ...Array.from({ length: 5 }, () => 'OwnPasswordWrong'),
      ...Array.from({ length: 15 }, () => 'TooManyTries'),
    ])
  })

  test('and where one is in force, not without it either: the password alone changes nothing', async () => {
    const { person, secret } = await aHolder(founder)
    for (const [path, more] of [
      ['/api/second-factor/begin', { by: 'app' }],
      ['/api/second-factor/begin', { by: 'paper' }],
      ['/api/second-factor/codes', {}],
      ['/api/second-factor/off', {}],
    ] as const)
      expect(idOf(await person.post(path, { password, ...more })), path).toBe('SecondFactorNeeded')
    const door = { loginName: await loginNameOf(person), password }
    expect(idOf(await send(house, '/api/login/second-factor', { ...door, by: 'paper' }))).toBe(
      'SecondFactorNeeded',
    )
    expect((await login(person, { code: await numberOf(person, secret) })).status).toBe(200)
  })

  test('a new one on trial changes nothing until its first number; then the old one is worth nothing', async () => {
    const { person, secret } = await aHolder(founder)
    const begun = await person.post('/api/second-factor/begin', {
      password,
      code: await numberOf(person, secret),
      by: 'app',
    })
    expect((await login(person, { code: await numberOf(person, secret) })).status).toBe(200)
    const code = await numberOf(person, secretOf(begun))
    expect((await person.post('/api/second-factor/confirm', { code })).status).toBe(200)
    expect(idOf(await login(person, { code: await numberOf(person, secret) }))).toBe(
      'SecondFactorWrong',
    )
  })
})
