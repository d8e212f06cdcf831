// Who may ask a second factor of whom, who takes a lost one off, and what of it lies on the disk.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberAt, stepAt } from '../../server/access/totp.ts'
import { takeFactorOffHere } from '../../server/app/factor-off-command.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person, type Reply } from '../house/person.ts'
import {
  aHolder,
  ask,
  codesOf,
  cookieOf,
  idOf,
  login,
  loginNameOf,
  password,
  send,
} from './factor-holder.ts'

let house: TestHouse
let founder: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
})
afterAll(() => house.close())

async function deedsOn({ agencyId, staffId }: Person): Promise<string> {
  const rows = await ask<{ text: string }>(
    founder,
    "select row_to_json(audit)::text as text from audit where agency_id = $1 and record_id = $2 and action like 'factor.%' order by seq",
    [agencyId, staffId],
  )
  return rows.map(({ text }) => text).join('\n')
}

describe('the agency’s rule [ACC-28]', () => {
  const setRule = (who: Person, circle: string, graceDays: number): Promise<Reply> =>
    who.post('/api/second-factor/rule', { password, circle, graceDays })

  test('within the days of grace the password is enough; after them it leads to setting one up, and nowhere else', async () => {
    const admin = await aFounder(house)
    const person = await aColleague(admin, ['socialWorker'])
    expect((await setRule(admin, 'everyone', 7)).status).toBe(200)
    expect((await login(person)).status).toBe(200)
    await setRule(admin, 'everyone', 0)
    const refused = await login(person)
    expect([idOf(refused), cookieOf(refused)]).toEqual(['SecondFactorToSetUp', ''])
    const door = { loginName: await loginNameOf(person), password }
    const wrong = await send(house, '/api/login/second-factor', {
      ...door,
      password: 'x',
      by: 'paper',
    })
    expect(idOf(wrong)).toBe('LoginWrong')
    const begun = await send(house, '/api/login/second-factor', { ...door, by: 'paper' })
    const [first = ''] = codesOf(begun)
    const entered = await send(house, '/api/login/second-factor/confirm', { ...door, code: first })
    expect([entered.status, cookieOf(entered)]).toEqual([200, expect.stringContaining('__Host-')])
    expect(idOf(await login(person, { code: first }))).toBe('SecondFactorWrong')
  })

  test('whoever is asked for one does not take it off; whoever is not leads nobody’s rule', async () => {
    const admin = await aFounder(house)
    const person = await aColleague(admin, ['supervisor'])
    const begun = await person.post('/api/second-factor/begin', { password, by: 'paper' })
    const codes = codesOf(begun)
    await person.post('/api/second-factor/confirm', { code: codes[0] ?? '' })
    await setRule(admin, 'leaders', 0)
    const off = { password, code: codes[1] ?? '' }
    expect(idOf(await person.post('/api/second-factor/off', off))).toBe('SecondFactorAsked')
    expect((await setRule(person, 'nobody', 0)).status).toBe(403)
    const outside = await aFounder(house)
    expect((await outside.post('/api/second-factor', {})).body).toMatchObject({
      rule: { circle: 'nobody' },
    })
  })

  test('a suspended account sets nothing up at the door: it is answered as if the password were wrong', async () => {
    const admin = await aFounder(house)
    const person = await aColleague(admin, ['socialWorker'])
    await admin.push(
      admin.change('staff', person.staffId, 'suspend', {}, {}, { staffId: person.staffId }),
    )
    const door = { loginName: await loginNameOf(person), password, by: 'paper' }
    expect(idOf(await send(house, '/api/login/second-factor', door))).toBe('LoginWrong')
  })

  test('a new account comes in only with one, also on its first day', async () => {
    const admin = await aFounder(house)
    await setRule(admin, 'everyone', 0)
    const invited = await admin.post('/api/staff', {
      name: '李明',
      loginName: `new-${freshId()}`,
      roles: ['socialWorker'],
    })
    const code = /"code":"([^"]+)"/.exec(invited.text)?.[1] ?? ''
    const sent = await send(house, '/api/activate', { code, password: 'far and near again' })
    expect([idOf(sent), cookieOf(sent)]).toEqual(['SecondFactorToSetUp', ''])
  })
})

describe('lost phone and codes [ACC-29]', () => {
  async function askFor(admin: Person, subjectId: string): Promise<string> {
    const id = freshId()
    const fields = {
      action: 'resetSecondFactor',
      subjectKind: 'staff',
      subjectId,
      reason: '手机丢了',
    }
    await admin.push(
      admin.change('approval', id, 'create', fields),
      admin.change('approval', id, 'request', {}),
    )
    return id
  }
  const reset = (admin: Person, staffId: string, approvalId: string): Promise<Reply> =>
    admin.post('/api/second-factor/reset', { password, staffId, approvalId })
  const age = (person: Person): Promise<unknown> =>
    ask(
      person,
      `update staff set version = version + 1, body = body || '{"activeSince": "2026-01-01T00:00:00Z"}' where agency_id = $1 and id = $2`,
      [person.agencyId, person.staffId],
    )

  test('an administrator alone takes nobody’s off; with a second person it goes, and every session with it', async () => {
    const { person } = await aHolder(founder)
    const second = await aColleague(founder, ['supervisor'])
    await age(second)
    const id = await askFor(founder, person.staffId)
    expect(idOf(await reset(founder, person.staffId, id))).toBe('SecondPersonNeeded')
    expect(idOf(await reset(founder, person.staffId, freshId()))).toBe('SecondPersonNeeded')
    await second.push(second.change('approval', id, 'approve', {}))
    const other = await aHolder(founder)
    expect(idOf(await reset(founder, other.person.staffId, id))).toBe('SecondPersonNeeded')
    expect(
      idOf(
        await founder.post('/api/second-factor/reset', {
          password: 'guess',
          staffId: person.staffId,
          approvalId: id,
        }),
      ),
    ).toBe('OwnPasswordWrong')
    expect((await reset(founder, person.staffId, id)).status).toBe(200)
    expect((await person.get('/api/me')).status).toBe(401)
    expect((await login(person)).status).toBe(200)
    expect(idOf(await reset(founder, person.staffId, id))).toBe('SecondFactorOff')
  })

  test('a suspended administrator, one of another agency and a colleague reset nothing; nobody their own', async () => {
    const { person } = await aHolder(founder)
    const admin = await aColleague(founder, ['agencyAdmin', 'socialWorker'])
    const id = await askFor(admin, person.staffId)
    expect(idOf(await reset(founder, founder.staffId, id))).toBe('OwnAccount')
    await founder.push(
      founder.change('staff', admin.staffId, 'suspend', {}, {}, { staffId: admin.staffId }),
    )
    expect((await reset(admin, person.staffId, id)).status).toBe(401)
    expect(idOf(await reset(await aFounder(house), person.staffId, id))).toBe('SecondPersonNeeded')
    expect((await reset(person, person.staffId, id)).status).toBe(403)
  })
})

test('whoever looks after the machine takes off the factor of somebody who is alone; it is on record as theirs [ACC-29]', async () => {
  const alone = await aFounder(house)
  const begun = await alone.post('/api/second-factor/begin', { password, by: 'paper' })
  await alone.post('/api/second-factor/confirm', { code: codesOf(begun)[0] ?? '' })
  expect(await takeFactorOffHere(house.open.house, await loginNameOf(alone))).toBe(true)
  expect((await alone.get('/api/me')).status).toBe(401)
  expect((await login(alone)).status).toBe(200)
  expect(await takeFactorOffHere(house.open.house, 'nobody-at-all')).toBe(false)
  const rows = await ask<{ detail: unknown }>(
    alone,
    "select detail from audit where agency_id = $1 and record_id = $2 and action = 'factor.reset'",
    [alone.agencyId, alone.staffId],
  )
  expect(rows).toEqual([{ detail: { by: 'console' } }])
})

describe('what lies on the disk [R48][R59]', () => {
  test('secret and codes lie sealed; the audit says what was done without any of them', async () => {
    const { person, secret, codes } = await aHolder(founder)
    await login(person, { code: codes[0] ?? '' })
    await login(person, { code: '000000' })
    const stored = await ask<{ text: string }>(
      person,
      `select row_to_json(f)::text || coalesce(encode(sealed, 'escape'), '') as text from second_factor f where agency_id = $1 and staff_id = $2`,
      [person.agencyId, person.staffId],
    )
    const audit = await deedsOn(person)
    for (const word of [secret, ...codes]) {
      expect(stored[0]?.text).not.toContain(word)
      expect(audit).not.toContain(word)
      expect(house.lines.join('\n')).not.toContain(word)
    }
    expect(audit).toMatch(/factor\.on[\s\S]*factor\.codeUsed[\s\S]*factor\.failed/)
    expect(audit).not.toContain('000000')
  })

  test('one account’s sealed factor copied to another opens nothing', async () => {
    const victim = await aHolder(founder)
    const thief = await aHolder(founder)
    await ask(
      founder,
      'update second_factor set sealed = (select sealed from second_factor where staff_id = $3) where agency_id = $1 and staff_id = $2',
      [founder.agencyId, victim.person.staffId, thief.person.staffId],
    )
    const code = numberAt(thief.secret, stepAt(Date.now()) + 1)
    expect((await login(victim.person, { code })).status).toBe(500)
  })
})
