import { afterEach, describe, expect, it, vi } from 'vitest'
import { callServer, readRetryAfter, ServerTrouble } from './server.ts'
import { loginAnswerShape, nothingShape, pushAnswerShape } from './server-shapes.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The network is the only thing faked: what comes back over the wire. */
function answerWith(body: string, init: ResponseInit = {}): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)))
}

async function troubleOf(call: Promise<unknown>): Promise<ServerTrouble> {
  const caught = await call.then(
    () => null,
    (trouble: unknown) => trouble,
  )
  if (!(caught instanceof ServerTrouble)) throw new Error('no trouble')
  return caught
}

const push = () => callServer('/api/sync/push', { changes: [] }, pushAnswerShape)

describe('an answer is only taken when it is one', () => {
  it.each([
    ['the sign-in page of a wireless network', '<html>Welcome</html>'],
    ['half a JSON text', '{"epoch":"3f0c8a1e-5b7d-4c2a-9'],
    ['JSON of another server', '{"ok":true}'],
    ['nothing', ''],
  ])('not %s with status 200 (F17)', async (_what, body) => {
    answerWith(body)
    expect((await troubleOf(push())).id).toBe('NotOurServer')
  })

  it('takes one of the promised shape, and fields of a newer server do not disturb', async () => {
    answerWith('{"later":"field"}')
    expect(await callServer('/api/logout', {}, nothingShape)).toEqual({ ok: true, value: {} })
  })
})

describe('what the server says no to', () => {
  it('comes back as a refusal with its id and details', async () => {
    answerWith('{"id":"LoginNameTaken","details":{"name":"li"}}', { status: 409 })
    const answer = await callServer('/api/staff', {}, nothingShape)
    expect(answer).toEqual({
      ok: false,
      refusal: { id: 'LoginNameTaken', details: { name: 'li' } },
    })
  })

  it('is a wrong password at sign-in, and the end of the session elsewhere', async () => {
    answerWith('{"id":"LoginWrong","details":{}}', { status: 401 })
    const login = await callServer('/api/login', {}, loginAnswerShape)
    expect(login).toMatchObject({ ok: false, refusal: { id: 'LoginWrong' } })
    expect((await troubleOf(push())).id).toBe('SessionEnded')
  })

  it('is trouble with a trace when the server broke, and a wait when it is busy', async () => {
    answerWith('{"id":"ServerTrouble","details":{},"trace":"t-77"}', { status: 500 })
    expect(await troubleOf(push())).toMatchObject({ id: 'ServerTrouble', trace: 't-77' })
    answerWith('<html>busy</html>', { status: 503, headers: { 'retry-after': '120' } })
    expect(await troubleOf(push())).toMatchObject({ id: 'ServerBusy', retryAfter: 120 })
  })

  it('is no connection when nothing comes at all', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')))
    expect((await troubleOf(push())).id).toBe('NoConnection')
  })
})

describe('Retry-After', () => {
  it('is seconds, bounded; a date is taken as a minute because the device clock is not trusted', () => {
    expect(readRetryAfter(null)).toBeNull()
    expect(readRetryAfter('30')).toBe(30)
    expect(readRetryAfter('999999')).toBe(3600)
    expect(readRetryAfter('Wed, 21 Oct 2099 07:28:00 GMT')).toBe(60)
  })
})
