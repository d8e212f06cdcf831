// Guessing, stealing and keeping a way in.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inviteStaff } from '../../server/access/accounts.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'
import { sendJson, sendRaw, type Sent } from './send.ts'

const passphrase = 'a kite flies far'

let house: TestHouse
let founder: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
})
afterAll(() => house.close())

let addresses = 0
/** From an address that nobody has used: what is counted per address does not disturb. */
function login(
  loginName: string,
  password: string,
  more: Partial<Parameters<typeof sendRaw>[1]> = {},
): Promise<Sent> {
  addresses += 1
  return sendRaw(house, {
    method: 'POST',
    path: '/api/login',
    address: `10.1.${Math.floor(addresses / 250)}.${addresses % 250}`,
    headers: { 'content-type': 'application/json', 'x-kiteline': '1' },
    body: JSON.stringify({ loginName, password }),
    ...more,
  })
}

interface Account {
  readonly loginName: string
  readonly staffId: string
  readonly code: string
}

async function anInvitation(name = '李明'): Promise<Account> {
  const loginName = `guess-${randomUUID()}`
  const invited = await inviteStaff(house.open.house, founder.agencyId, founder.staffId, {
    name,
    loginName,
    roles: ['socialWorker'],
    language: 'zh-CN',
  })
  if (!invited.ok) throw new Error(invited.refusal.id)
  return { loginName, ...invited.value }
}

function activate(code: string, password: string, more: object = {}): Promise<Sent> {
  addresses += 1
  return sendRaw(house, {
    method: 'POST',
    path: '/api/activate',
    address: `10.2.${Math.floor(addresses / 250)}.${addresses % 250}`,
    headers: { 'content-type': 'application/json', 'x-kiteline': '1' },
    body: JSON.stringify({ code, password, ...more }),
  })
}

async function anAccount(): Promise<Account> {
  const account = await anInvitation()
  await activate(account.code, passphrase)
  return account
}

function cookieOf(sent: Sent): string {
  return (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('guessing [R31][A063]', () => {
  test('a name that exists and one that does not are answered alike, try after try, wait after wait', async () => {
    const { loginName } = await anAccount()
    const told = async (name: string): Promise<readonly string[]> => {
      const answers: string[] = []
      for (let nth = 0; nth < 8; nth += 1) {
        const sent = await login(name, `wrong ${nth}`)
        const names = [...sent.headers.keys()].filter((header) => header !== 'retry-after')
        answers.push(`${sent.status} ${sent.text.replace(/\d+/g, 'n')} ${names.sort().join()}`)
      }
      return answers
    }
    const known = await told(loginName)
    expect(await told(`nobody-${randomUUID()}`)).toEqual(known)
    expect(known.at(-1)).toMatch(/^429/)
  })

  test('the wait grows and says how long it is; the right password waits too', async () => {
    const { loginName } = await anAccount()
    for (let nth = 0; nth < 5; nth += 1) await login(loginName, 'wrong')
    const sent = await login(loginName, passphrase)
    expect(sent.status).toBe(429)
    expect(Number(sent.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(sent.headers.get('retry-after'))).toBeLessThan(6)
  })

  test('one address has twenty tries a minute, whatever names it tries', async () => {
    const statuses: number[] = []
    for (let nth = 0; nth < 24; nth += 1)
      statuses.push((await login(`spray-${nth}`, 'x', { address: '10.9.9.9' })).status)
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401))
    expect(statuses.slice(20)).toEqual(Array(4).fill(429))
  })

  test('[A075] a claimed address changes nothing where no proxy is configured', async () => {
    const statuses: number[] = []
    for (let nth = 0; nth < 24; nth += 1) {
      const sent = await login(`forward-${nth}`, 'x', {
        address: '10.9.9.8',
        headers: {
          'content-type': 'application/json',
          'x-kiteline': '1',
          'x-forwarded-for': `127.0.0.${nth}`,
          'x-real-ip': `127.0.0.${nth}`,
          forwarded: `for=127.0.0.${nth}`,
        },
      })
      statuses.push(sent.status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('passwords [R30][A071]', () => {
  test.each([
    ['seven characters', 'abcdefg', 422],
    ['a common one', '12345678', 422],
    ['a common one in full width', '１２３４５６７８', 422],
    ['one character again and again', 'aaaaaaaaaaaa', 422],
    ['the agency’s own name', '测试社工站', 422],
    ['a longer name around the account', '金丝雀社会工作者', 422],
    ['129 characters', 'x y'.repeat(43), 422],
    ['a NUL inside', 'kite\u0000flies', 400],
    ['half a surrogate', 'kite flies \ud83e', 400],
    ['too long to be read', 'x'.repeat(601), 400],
    ['128 Chinese characters', '风筝飞得再远线还在手里孩子知道'.repeat(9).slice(0, 128), 200],
    ['leading and trailing spaces', '  far away  ', 200],
    ['any sign', '🪁🪁👨‍👩‍👧 far 远方', 200],
  ])('%s: %j', async (_what, password, status) => {
    const account = await anInvitation('金丝雀社会工作者')
    const sent = await activate(account.code, password)
    expect(sent.status).toBe(status)
    if (status !== 200) return
    expect((await login(account.loginName, password)).status).toBe(200)
    expect((await login(account.loginName, password.trim().slice(0, -1))).status).toBe(401)
  })

  test('both normal forms of one password open the same account', async () => {
    const account = await anInvitation()
    await activate(account.code, 'caf\u00e9 far away')
    expect((await login(account.loginName, 'cafe\u0301 far away')).status).toBe(200)
  })
})

describe('the language of a new colleague [ACC-46]', () => {
  const languageOf = (sent: Sent) => /"language":"([^"]+)"/.exec(sent.text)?.[1]

  test('is that of the activation page; until then, and where nothing is said, that of the inviter', async () => {
    const invite = async () => {
      const invited = await founder.post('/api/staff', {
        ...{ name: 'Ann', loginName: `far-${randomUUID()}`, roles: ['volunteer'], language: 'en' },
      })
      return /"code":"([^"]+)"/.exec(invited.text)?.[1] ?? ''
    }
    expect(languageOf(await activate(await invite(), passphrase))).toBe('en')
    const chosen = { language: 'zh-CN' }
    expect(languageOf(await activate(await invite(), passphrase, chosen))).toBe('zh-CN')
  })

  test('is not changed by a forgotten password, whatever page that is chosen on', async () => {
    const account = await anAccount()
    const renewed = await founder.post('/api/staff/code', { staffId: account.staffId })
    const code = /"code":"([^"]+)"/.exec(renewed.text)?.[1] ?? ''
    const sent = await activate(code, 'another passphrase', { language: 'en' })
    expect(languageOf(sent)).toBe('zh-CN')
  })
})

describe('codes and cookies', () => {
  test('[R35] a paper code works once, and its password is stored nowhere in the clear', async () => {
    const account = await anInvitation()
    expect(
      (await activate(account.code.toLowerCase().replaceAll('-', ' '), passphrase)).status,
    ).toBe(200)
    expect((await activate(account.code, 'another passphrase')).status).toBe(422)
  })

  test('[A069] a cookie set before sign-in is not the session after it', async () => {
    const { loginName } = await anAccount()
    const planted = `__Host-kiteline=${'A'.repeat(32)}`
    const sent = await login(loginName, passphrase, { cookie: planted })
    expect(cookieOf(sent)).not.toBe(planted)
    expect((await sendRaw(house, { path: '/api/me', cookie: planted })).status).toBe(401)
    expect((await sendRaw(house, { path: '/api/me', cookie: cookieOf(sent) })).status).toBe(200)
  })

  test('[R39] signing out ends the session on the server, not only in the browser', async () => {
    const { loginName } = await anAccount()
    const cookie = cookieOf(await login(loginName, passphrase))
    await sendJson(house, '/api/logout', {}, cookie)
    expect((await sendRaw(house, { path: '/api/me', cookie })).status).toBe(401)
  })

  test.each([
    ['suspended', 'suspend', { staffId: '' }],
    ['given other roles', 'changeRoles', { staffId: '', roles: ['volunteer'] }],
  ])('[R39][R42] whoever is %s is signed out at once and stays so', async (_what, verb, input) => {
    const colleague = await aColleague(founder, ['socialWorker'])
    const act = founder.change(
      'staff',
      colleague.staffId,
      verb,
      {},
      {},
      { ...input, staffId: colleague.staffId },
    )
    expect((await founder.push(act)).answers[0]?.status).toBe('applied')
    expect((await colleague.get('/api/me')).status).toBe(401)
    const back = founder.change('staff', colleague.staffId, 'reinstate', {})
    await founder.push(back)
    expect((await colleague.get('/api/me')).status).toBe(401)
  })

  test('[R39] a new password ends every session of its account', async () => {
    const account = await anAccount()
    const cookie = cookieOf(await login(account.loginName, passphrase))
    const renewed = await founder.post('/api/staff/code', { staffId: account.staffId })
    const code = /"code":"([^"]+)"/.exec(renewed.text)?.[1] ?? ''
    expect((await activate(code, 'another passphrase')).status).toBe(200)
    expect((await sendRaw(house, { path: '/api/me', cookie })).status).toBe(401)
  })

  test('a suspended account signs in no more, also with a new code', async () => {
    const account = await anAccount()
    await founder.push(
      founder.change('staff', account.staffId, 'suspend', {}, {}, { staffId: account.staffId }),
    )
    expect((await login(account.loginName, passphrase)).status).toBe(401)
    const renewed = await founder.post('/api/staff/code', { staffId: account.staffId })
    const code = /"code":"([^"]+)"/.exec(renewed.text)?.[1] ?? ''
    const sent = await activate(code, 'another passphrase')
    expect([sent.status, sent.headers.get('set-cookie')]).toEqual([401, null])
  })
})

describe('the first run [R32][A079]', () => {
  test('after it, no token sets the house up again and nothing is founded', async () => {
    const input = {
      agency: { name: '另一站', county: '', dataGuardian: '' },
      admin: { name: '我', loginName: `me-${freshId()}`, password: passphrase, language: 'en' },
    }
    for (const token of ['', 'guess', house.open.setupCode]) {
      const sent = await sendJson(house, '/api/setup', { token, ...input })
      expect([sent.status, sent.headers.get('set-cookie')]).toEqual([409, null])
    }
    expect((await login(input.admin.loginName, passphrase)).status).toBe(401)
  })

  test('no account exists that nobody made: usual names and passwords open nothing', async () => {
    for (const name of ['admin', 'root', 'kiteline', 'sample', 'test'])
      expect((await login(name, name)).status).toBe(401)
  })
})

describe('what was tried is noted [R59]', () => {
  test('a refused request leaves one row that says who, what and where, without what was sent', async () => {
    const volunteer = await aColleague(founder, ['volunteer'])
    const sent = await volunteer.post('/api/staff', {
      name: '金丝雀不该记',
      loginName: 'canary-denied',
      roles: ['agencyAdmin'],
    })
    expect(sent.status).toBe(403)
    const client = await house.open.house.pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('kiteline.agency', $1, true)", [founder.agencyId])
      const { rows } = await client.query(
        "select action, scope, detail, row_to_json(audit)::text as text from audit where actor_id = $1 and action = 'denied'",
        [volunteer.staffId],
      )
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({ scope: 'agency', detail: { action: 'manageStaff' } })
      expect(rows[0]?.text).not.toContain('anary')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
