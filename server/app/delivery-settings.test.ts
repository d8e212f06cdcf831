// How the agency sends: who sets it, what of it is ever seen again, where it may lead.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openGateway, type LocalGateway } from '../../testing/house/local-gateway.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId } from '../../testing/house/person.ts'
import {
  aHomeWithSms,
  hookBy,
  idOf,
  makeLink,
  noticeOf,
  password,
  secrets,
  sendLink,
  setChannel,
  smsBy,
} from '../../testing/house/sending-house.ts'
import { transact } from '../database/transact.ts'
import { rotateKeys } from '../records/rotate-keys.ts'
import { generationOf } from '../records/seal.ts'

let house: TestHouse
let gateway: LocalGateway
beforeAll(async () => {
  gateway = await openGateway()
  house = await openTestHouse({
    publicOrigin: 'https://station.example',
    gateways: [`127.0.0.1:${gateway.port}`],
  })
})
afterAll(async () => {
  await house.close()
  await gateway.close()
})

let from = 0
beforeEach(() => {
  from = gateway.calls.length
  gateway.reply = { status: 200, body: '{"code":0}' }
})
const calls = () => gateway.calls.slice(from)
const aHome = () => aHomeWithSms(house, gateway)

describe('how the agency sends [DLV-9]', () => {
  test('what is secret is never given back, lies sealed, and reaches neither log nor audit', async () => {
    const home = await aHome()
    const { worker } = home
    await setChannel(worker, hookBy(gateway))
    await sendLink(worker, await makeLink(home))
    gateway.reply = 'breakOff'
    await sendLink(worker, await makeLink(home), { kind: 'webhook' })
    const shown = await worker.post('/api/delivery/channels', {})
    expect(shown.body).toMatchObject({
      sample: false,
      channels: [
        {
          kind: 'sms',
          settings: {
            ...{ url: `http://127.0.0.1:${gateway.port}/sms`, urlQuerySet: true, bodySet: true },
            headers: [{ name: 'x-key' }],
          },
        },
        { kind: 'webhook', settings: { secretSet: true } },
      ],
    })
    const kept = await transact(house.open.house.pool, worker.agencyId, async ({ rows }) => [
      ...(await rows("select encode(sealed, 'escape') from delivery_channel", [])),
      ...(await rows('select row_to_json(n)::text from sent_notice n', [])),
      ...(await rows('select row_to_json(a)::text from audit a', [])),
    ])
    const everywhere = [shown.text, JSON.stringify(kept), ...house.lines].join('\n')
    for (const secret of Object.values(secrets)) expect(everywhere).not.toContain(secret)
    expect(JSON.stringify(kept)).not.toMatch(/13900001111|\/f\//)
  })

  test('a change of the agency’s key reaches it, and sending goes on [ACC-32]', async () => {
    const home = await aHome()
    const { agencyId } = home.worker
    const { pool, keyRing, files } = house.open.house
    const changed = await rotateKeys({ pool, keyRing, files, actorId: null }, agencyId, ['agency'])
    expect(changed).toMatchObject({ keys: 1 })
    const [row] = await transact(pool, agencyId, ({ rows }) =>
      rows<{ sealed: Buffer }>('select sealed from delivery_channel where agency_id = $1', [
        agencyId,
      ]),
    )
    expect(generationOf(row?.sealed ?? Buffer.alloc(0))).toBe(2)
    expect(noticeOf(await sendLink(home.worker, await makeLink(home))).state).toBe('sent')
  })

  test('it is set by the admin, with the password; saving replaces the whole, and it can be taken off', async () => {
    const admin = await aFounder(house)
    const worker = await aColleague(admin, ['socialWorker'])
    expect((await setChannel(worker, smsBy(gateway))).status).toBe(403)
    expect((await worker.post('/api/delivery/channels', {})).status).toBe(403)
    expect(idOf(await setChannel(admin, smsBy(gateway), 'a wrong one'))).toBe('OwnPasswordWrong')
    expect((await setChannel(admin, smsBy(gateway))).status).toBe(200)
    expect(
      (await setChannel(admin, smsBy(gateway, { headers: [], goodAnswer: 'ok' }))).status,
    ).toBe(200)
    const shown = await admin.post('/api/delivery/channels', {})
    expect(shown.body).toMatchObject({
      channels: [{ settings: { headers: [], goodAnswer: 'ok' } }],
    })
    const off = { password, kind: 'sms' }
    expect((await admin.post('/api/delivery/channels/delete', off)).status).toBe(200)
    expect((await admin.post('/api/delivery/channels', {})).body).toMatchObject({ channels: [] })
  })

  test('an address inside the house that the operator has not named is not taken', async () => {
    const admin = await aFounder(house)
    for (const url of [
      'http://sms.example/send?m={phone}&c={text}',
      `http://127.0.0.1:${gateway.port + 1}/?m={phone}&c={text}`,
      'https://2130706433/?m={phone}&c={text}',
      'https://{phone}.example/?c={text}',
      'https://me:pw@sms.example/?m={phone}&c={text}',
    ])
      expect([url, idOf(await setChannel(admin, smsBy(gateway, { url })))]).toEqual([
        url,
        'DeliveryAddressNotAllowed',
      ])
    const mail = {
      ...{ kind: 'email', host: 'mail.example', port: 25, secure: 'none', user: '', password: '' },
      from: 'a@mail.example',
    }
    expect(idOf(await setChannel(admin, mail))).toBe('DeliveryAddressNotAllowed')
    expect(idOf(await setChannel(admin, { ...mail, password: 'x' }))).toBe(
      'PasswordNeedsSecureLine',
    )
  })

  test('where a name leads inside all the same, sending says so and knocks nowhere [A095]', async () => {
    const home = await aHome()
    const url = `https://localhost:${gateway.port}/?m={phone}&c={text}`
    expect((await setChannel(home.worker, smsBy(gateway, { url }))).status).toBe(200)
    const reply = await sendLink(home.worker, await makeLink(home))
    expect(noticeOf(reply)).toMatchObject({ state: 'failed', error: 'addressRefused' })
    expect(calls()).toEqual([])
  })

  test('a trial goes to one’s own number with our test sentence, once, and is in the agency’s log', async () => {
    const admin = await aFounder(house)
    await setChannel(admin, smsBy(gateway))
    const trial = { id: freshId(), kind: 'sms', to: '138 0000 2222', language: 'en' }
    const path = '/api/delivery/channels/test'
    const reply = await admin.post(path, trial)
    expect(noticeOf(reply)).toMatchObject({ purpose: 'test', state: 'sent', to: '…2222' })
    await admin.post(path, trial)
    expect(calls()).toHaveLength(1)
    expect(calls()[0]?.body).toContain('This is a test message')
    expect(idOf(await admin.post(path, { ...trial, id: freshId(), to: 'nobody' }))).toBe(
      'NoticeAddressUnclear',
    )
    const log = await admin.post('/api/notices/agency', { before: null, limit: 5 })
    expect(log.body).toMatchObject({ notices: [{ purpose: 'test', to: '…2222' }], more: false })
  })

  test('six wait for a gateway that never answers; a seventh is told to wait, and another agency sends on [F41]', async () => {
    const admin = await aFounder(house)
    const elsewhere = await aFounder(house)
    await setChannel(admin, smsBy(gateway))
    await setChannel(elsewhere, smsBy(gateway))
    const trial = () => ({ id: freshId(), kind: 'sms', to: '13800002222', language: 'zh-CN' })
    const path = '/api/delivery/channels/test'
    gateway.reply = 'silence'
    const waiting = Array.from({ length: 6 }, () => admin.post(path, trial()))
    await expect.poll(() => calls().length).toBe(6)
    const seventh = await admin.post(path, trial())
    expect([seventh.status, idOf(seventh)]).toEqual([429, 'NoticeTooMany'])
    expect(seventh.headers.get('retry-after')).toBe('10')
    gateway.reply = { status: 200, body: '{"code":0}' }
    expect(noticeOf(await elsewhere.post(path, trial())).state).toBe('sent')
    const ended = (await Promise.all(waiting)).map((reply) => noticeOf(reply).state)
    expect(ended).toEqual(Array.from({ length: 6 }, () => 'unknown'))
    expect(noticeOf(await admin.post(path, trial())).state).toBe('sent')
  })

  test('one number is tried out on twenty times a day, not more, and another still is [DLV-6]', async () => {
    const admin = await aFounder(house)
    await setChannel(admin, smsBy(gateway))
    const tryOn = async (to: string) =>
      admin.post('/api/delivery/channels/test', {
        ...{ id: freshId(), kind: 'sms', to, language: 'zh-CN' },
      })
    for (let count = 0; count < 20; count += 1)
      expect(noticeOf(await tryOn('13800003333')).state).toBe('sent')
    expect(idOf(await tryOn('138 0000 3333'))).toBe('NoticeEnoughForNumber')
    expect(noticeOf(await tryOn('13800004444')).state).toBe('sent')
  })

  test('thirty a minute leave an agency, not more [DLV-6]', async () => {
    const admin = await aFounder(house)
    await setChannel(admin, smsBy(gateway))
    const answers: number[] = []
    for (let count = 0; count < 60 && !answers.includes(429); count += 1) {
      const to = `1380000${2000 + count}`
      const trial = { id: freshId(), kind: 'sms', to, language: 'zh-CN' }
      answers.push((await admin.post('/api/delivery/channels/test', trial)).status)
    }
    expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true)
    expect(answers).toContain(429)
  })

  test('in the sample village nothing is set and nothing is tried', async () => {
    const apart = await openTestHouse({ publicOrigin: 'https://station.example' })
    const opened = await apart.app.request(
      '/api/setup/sample',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kiteline': '1' },
        body: JSON.stringify({ token: apart.open.setupCode, language: 'zh-CN' }),
      },
      { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
    )
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const ask = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'x-kiteline': '1', cookie }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
      return (await apart.app.request(path, init, address)).text()
    }
    expect(await ask('/api/delivery/channels', {})).toContain('"sample":true')
    expect(
      await ask('/api/delivery/channels/set', { password, channel: hookBy(gateway) }),
    ).toContain('NotInSample')
    const trial = { id: freshId(), kind: 'sms', to: '13800002222', language: 'en' }
    expect(await ask('/api/delivery/channels/test', trial)).toContain('NotInSample')
    await apart.close()
  })
})
