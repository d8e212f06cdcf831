import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type {
  EmailChannel,
  SmsChannel,
  WebhookChannel,
} from '../../../core/contact/delivery/channel.ts'
import {
  openGateway,
  type GatewayReply,
  type LocalGateway,
} from '../../../testing/house/local-gateway.ts'
import {
  openMailServer,
  type LocalMailServer,
  type MailOptions,
} from '../../../testing/house/local-mail-server.ts'
import { makeCertificate } from '../../../testing/house/make-certificate.ts'
import type { OutgoingNotice } from './adapter.ts'
import { deliver } from './choose-adapter.ts'
import { email } from './email.ts'
import { resolveHost, type Reach } from './guard-address.ts'
import { smsGateway } from './sms-gateway.ts'
import { webhook } from './webhook.ts'

const notice: OutgoingNotice = {
  id: '018f0000-0000-7000-8000-000000000001',
  phone: '13900001111',
  email: 'chenfang@mail.example',
  text: '有几个问题想请您回答："好"\\ https://station.example/f/abc?x=1&y=2 （9月1日前有效）',
  subject: '请打开这个链接',
  language: 'zh-CN',
}
const certificate = makeCertificate('gateway.house')

let gateway: LocalGateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

function reachOf(...ports: readonly number[]): Reach {
  return {
    gateways: ports.flatMap((port) => [`127.0.0.1:${port}`, `gateway.house:${port}`]),
    resolve: async (host) =>
      host === 'gateway.house' ? [{ address: '127.0.0.1', family: 4 }] : resolveHost(host),
    ca: certificate.cert,
  }
}

function anSms(change: Partial<SmsChannel> = {}): SmsChannel {
  return {
    kind: 'sms',
    url: `http://127.0.0.1:${gateway.port}/send?key=k`,
    method: 'POST',
    headers: [{ name: 'x-api-key', value: 'top secret' }],
    body: '{"to":"{phone}","content":"【站】{text}"}',
    contentType: 'json',
    goodAnswer: '"code":0',
    ...change,
  }
}

async function sendSms(reply: GatewayReply, channel = anSms(), seconds = 5) {
  gateway.reply = reply
  const from = gateway.calls.length
  const outcome = await smsGateway(channel, reachOf(gateway.port), seconds).send(notice)
  return { outcome, calls: gateway.calls.slice(from) }
}

const good: GatewayReply = { status: 200, body: '{"code":0}' }

describe('a text-message platform [DLV-7]', () => {
  test('gets number and text in the shape that was set, as JSON', async () => {
    const { outcome, calls } = await sendSms(good)
    expect(outcome).toEqual({ state: 'sent', error: '' })
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/send?key=k' })
    expect(calls[0]?.headers).toMatchObject({
      'x-api-key': 'top secret',
      'content-type': 'application/json; charset=utf-8',
    })
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      to: notice.phone,
      content: `【站】${notice.text}`,
    })
  })

  test('or as a form, or in the address', async () => {
    const form = await sendSms(good, anSms({ contentType: 'form', body: 'm={phone}&c={text}&s=1' }))
    const fields = new URLSearchParams(form.calls[0]?.body)
    expect([fields.get('m'), fields.get('c'), fields.get('s')]).toEqual([
      notice.phone,
      notice.text,
      '1',
    ])
    const url = `http://127.0.0.1:${gateway.port}/send?m={phone}&c={text}`
    const got = await sendSms(good, anSms({ method: 'GET', url, body: '' }))
    const asked = new URL(got.calls[0]?.path ?? '', 'http://gateway.house').searchParams
    expect([got.calls[0]?.method, got.calls[0]?.body]).toEqual(['GET', ''])
    expect([asked.get('m'), asked.get('c')]).toEqual([notice.phone, notice.text])
  })

  test.each<[string, GatewayReply, string, string]>([
    ['200 with an error inside', { status: 200, body: '{"code":42}' }, 'failed', 'answerNotGood'],
    ['a refusal', { status: 403, body: '"code":0' }, 'failed', 'refusedByGateway'],
    ['trouble of its own', { status: 502, body: '"code":0' }, 'unknown', 'troubleAtGateway'],
    ['a redirect', { status: 307, headers: { location: '/there' } }, 'failed', 'redirected'],
    ['see over there, after it was taken', { status: 303 }, 'unknown', 'troubleAtGateway'],
    ['taken already', { status: 409 }, 'unknown', 'troubleAtGateway'],
    ['a broken line', 'breakOff', 'unknown', 'brokenOff'],
    [
      'an answer without end',
      { status: 200, body: `${'x'.repeat(70_000)}"code":0` },
      'unknown',
      'answerTooLong',
    ],
  ])('%s is told as what it is, after one request', async (_, reply, state, error) => {
    const { outcome, calls } = await sendSms(reply)
    expect(outcome).toEqual({ state, error })
    expect(calls).toHaveLength(1)
  })

  test('a black hole is given up, and nobody says that it was not sent [F41]', async () => {
    const began = Date.now()
    const { outcome, calls } = await sendSms('silence', anSms(), 1)
    expect(outcome).toEqual({ state: 'unknown', error: 'timeOut' })
    expect(calls).toHaveLength(1)
    expect(Date.now() - began).toBeLessThan(4000)
  })

  test('only where no line came about it is tried once more', async () => {
    const closed = await openGateway()
    await closed.close()
    let looked = 0
    const reach: Reach = {
      gateways: [`gateway.house:${closed.port}`],
      resolve: async () => {
        looked += 1
        return [{ address: '127.0.0.1', family: 4 }]
      },
    }
    const channel = anSms({ url: `http://gateway.house:${closed.port}/send` })
    const outcome = await deliver(smsGateway(channel, reach, 2), notice)
    expect(outcome).toEqual({ state: 'failed', error: 'notConnected' })
    expect(looked).toBe(2)
    gateway.reply = 'breakOff'
    const before = gateway.calls.length
    expect(await deliver(smsGateway(anSms(), reachOf(gateway.port), 2), notice)).toEqual({
      state: 'unknown',
      error: 'brokenOff',
    })
    expect(gateway.calls.length - before).toBe(1)
  })

  test('behind a certificate of another name, or of nobody, nothing leaves', async () => {
    const secure = await openGateway(good, certificate)
    const other = await openGateway(good, makeCertificate('gateway.house'))
    const wrongName = await openGateway(good, makeCertificate('evil.house'))
    const send = (port: number) =>
      smsGateway(anSms({ url: `https://gateway.house:${port}/send` }), reachOf(port), 3).send(
        notice,
      )
    expect(await send(secure.port)).toEqual({ state: 'sent', error: '' })
    for (const { port } of [other, wrongName])
      expect(await send(port)).toEqual({ state: 'failed', error: 'noSecureLine' })
    expect([secure.calls.length, other.calls.length, wrongName.calls.length]).toEqual([1, 0, 0])
    for (const one of [secure, other, wrongName]) await one.close()
  })

  test('without a number nothing is asked', async () => {
    const before = gateway.calls.length
    const adapter = smsGateway(anSms(), reachOf(gateway.port), 2)
    expect((await adapter.send({ ...notice, phone: null })).state).toBe('failed')
    expect(gateway.calls.length).toBe(before)
  })
})

describe('a door of the agency’s own', () => {
  const secret = 'a secret of the bridge 0001'
  const hook = (): WebhookChannel => ({
    kind: 'webhook',
    url: `http://127.0.0.1:${gateway.port}/bridge`,
    secret,
  })
  const now = () => '2026-09-01T00:00:00.000Z'

  test('gets JSON, signed over moment and body; the secret itself does not travel', async () => {
    gateway.reply = { status: 204 }
    const from = gateway.calls.length
    const outcome = await webhook(hook(), reachOf(gateway.port), now, 5).send(notice)
    expect(outcome).toEqual({ state: 'sent', error: '' })
    const [call, ...others] = gateway.calls.slice(from)
    expect(others).toEqual([])
    expect(JSON.parse(call?.body ?? '')).toEqual({
      id: notice.id,
      to: { phone: notice.phone },
      text: notice.text,
      language: 'zh-CN',
    })
    const moment = String(Date.parse(now()) / 1000)
    const expected = createHmac('sha256', secret).update(`${moment}.${call?.body}`).digest('hex')
    expect(call?.headers).toMatchObject({
      'x-kiteline-timestamp': moment,
      'x-kiteline-signature': `sha256=${expected}`,
    })
    expect(JSON.stringify(call)).not.toContain(secret)
  })

  test('takes a mail address where no number is recorded', async () => {
    gateway.reply = { status: 200 }
    await webhook(hook(), reachOf(gateway.port), now, 5).send({ ...notice, phone: null })
    expect(JSON.parse(gateway.calls.at(-1)?.body ?? '')).toMatchObject({
      to: { email: notice.email },
    })
  })
})

describe('e-mail [DLV-10]', () => {
  let server: LocalMailServer | null = null
  afterEach(async () => {
    await server?.close()
    server = null
  })

  async function sendMail(
    options: Omit<MailOptions, 'certificate'>,
    change: Partial<EmailChannel> = {},
    its = certificate,
  ) {
    server = await openMailServer({ ...options, certificate: its })
    const channel: EmailChannel = {
      kind: 'email',
      host: 'gateway.house',
      port: server.port,
      secure: 'startTls',
      user: 'station',
      password: 'a mail password',
      from: 'station@mail.example',
      ...change,
    }
    const outcome = await email(channel, reachOf(server.port), 2).send(notice)
    const { lines, letters } = server
    return { outcome, lines, letters, all: [...lines, ...letters].join('\n') }
  }
  const signIn = Buffer.from('\u0000station\u0000a mail password').toString('base64')

  test.each([
    ['offered', 'startTls'],
    ['always', 'tls'],
  ] as const)('goes over a secured line (%s)', async (tls, secure) => {
    const { outcome, lines, letters } = await sendMail({ tls }, { secure })
    expect(outcome).toEqual({ state: 'sent', error: '' })
    expect(lines).toContain(`AUTH PLAIN ${signIn}`)
    expect(lines.indexOf(`AUTH PLAIN ${signIn}`)).toBeGreaterThan(lines.indexOf('STARTTLS'))
    expect(lines).toContain('MAIL FROM:<station@mail.example>')
    expect(lines).toContain('RCPT TO:<chenfang@mail.example>')
    expect(lines[0]).toBe('EHLO mail.example')
    const [letter = '', ...others] = letters
    expect(others).toEqual([])
    expect(letter).toContain(`Message-ID: <${notice.id}@mail.example>`)
    const [head = '', body = ''] = letter.split('\n\n')
    expect(head).toMatch(/^Content-Transfer-Encoding: base64$/m)
    expect(Buffer.from(body, 'base64').toString('utf8').trim()).toBe(notice.text)
    expect(head).not.toMatch(/^X-Mailer|^User-Agent/m)
  })

  test('where the line cannot be secured, neither password nor letter leaves', async () => {
    for (const [options, change, its] of [
      [{ tls: 'never' }, {}, certificate],
      [{ tls: 'offered' }, {}, makeCertificate('gateway.house')],
      [{ tls: 'offered' }, {}, makeCertificate('evil.house')],
      [{ tls: 'always' }, { secure: 'tls' }, makeCertificate('gateway.house')],
    ] as const) {
      const { outcome, all } = await sendMail(options, change, its)
      expect(outcome).toEqual({ state: 'failed', error: 'noSecureLine' })
      expect(all).not.toContain('AUTH')
      expect(all).not.toContain('RCPT')
      await server?.close()
    }
  })

  test('a password is not sent in the open, not even on this machine', async () => {
    const { outcome, lines } = await sendMail({ tls: 'never' }, { secure: 'none' })
    expect(outcome).toEqual({ state: 'failed', error: 'noSecureLine' })
    expect(lines).toEqual([])
    const open = { secure: 'none', user: '', password: '' } as const
    expect((await sendMail({ tls: 'never' }, open)).outcome.state).toBe('sent')
  })

  test('an open line goes only to a server that the operator has named', async () => {
    server = await openMailServer({ tls: 'never', certificate })
    const channel: EmailChannel = {
      ...{ kind: 'email', host: '8.8.8.8', port: server.port, secure: 'none' },
      ...{ user: '', password: '', from: 'station@mail.example' },
    }
    const outcome = await email(channel, reachOf(), 1).send(notice)
    expect(outcome).toEqual({ state: 'failed', error: 'addressRefused' })
  })

  test.each<[string, NonNullable<MailOptions['at']>, string, string]>([
    ['a wrong password', { AUTH: '535 no' }, 'failed', 'signInRefused'],
    ['an unknown address', { RCPT: '550 nobody' }, 'failed', 'refusedByGateway'],
    ['a letter that is not taken', { letter: '554 no' }, 'failed', 'refusedByGateway'],
    ['a full box', { letter: '452 later' }, 'failed', 'troubleAtGateway'],
    ['silence after the letter', { letter: 'silence' }, 'unknown', 'timeOut'],
    ['a line that breaks after the letter', { letter: 'breakOff' }, 'unknown', 'brokenOff'],
    ['silence at the sign-in', { AUTH: 'silence' }, 'failed', 'timeOut'],
  ])('%s is told as what it is', async (_, at, state, error) => {
    const { outcome } = await sendMail({ tls: 'offered', at })
    expect(outcome).toEqual({ state, error })
  })
})
