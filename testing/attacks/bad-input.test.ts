// Bodies that are too large, too deep, of the wrong shape, or hold text that nothing can store.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'
import { ownHeaders, sendJson, sendRaw, type Sent } from './send.ts'

let house: TestHouse
let worker: Person
let familyId: string
beforeAll(async () => {
  house = await openTestHouse()
  worker = await aFounder(house)
  familyId = freshId()
  await worker.push(
    worker.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
  )
})
afterAll(() => house.close())

function sendBody(
  path: string,
  body: string | ReadableStream,
  more: Record<string, string> = {},
): Promise<Sent> {
  return sendRaw(house, {
    method: 'POST',
    path,
    cookie: worker.cookie,
    headers: { ...ownHeaders, ...more },
    body,
  })
}

const invite = { name: '新人', loginName: 'new-colleague', roles: ['volunteer'] }

describe('shapes [R11][R58]', () => {
  test.each([
    ['an unknown key', { ...invite, isAdmin: true }],
    ['[A013] the agency of another', { ...invite, agencyId: freshId() }],
    ['[A013] a state', { ...invite, state: 'active' }],
    [
      '[A013] a prototype',
      JSON.parse(
        '{"__proto__":{"roles":["agencyAdmin"]},"name":"x","loginName":"xx","roles":["volunteer"]}',
      ),
    ],
    ['[A091] an array for a text', { ...invite, name: ['新人'] }],
    ['[A091] an object for a text', { ...invite, loginName: { $ne: null } }],
    ['[A091] a text for a list', { ...invite, roles: 'volunteer' }],
    ['[A091] a number for a text', { ...invite, name: 7 }],
    ['an unknown role', { ...invite, roles: ['root'] }],
    ['no roles', { ...invite, roles: [] }],
    ['nothing', {}],
  ])('%s is refused', async (_what, body) => {
    const sent = await sendJson(house, '/api/staff', body, worker.cookie)
    expect([sent.status, JSON.parse(sent.text).id]).toEqual([
      400,
      expect.stringMatching(/^(UnknownFields|FieldNotValid)$/),
    ])
  })

  test.each([
    '',
    '[]',
    '"x"',
    '7',
    'null',
    '{',
    '{"a":}',
    'name=x',
    '<xml/>',
    '\ufeff{}',
  ])('a body that is no JSON object is refused: %j', async (body) => {
    expect((await sendBody('/api/staff', body)).status).toBe(400)
  })

  test('[A091] a repeated or foreign parameter in the address changes nothing', async () => {
    const plain = await sendRaw(house, { path: '/api/me', cookie: worker.cookie })
    const odd = await sendRaw(house, {
      path: '/api/me?agency=A&agency=B&all=1&as=admin&id_search=true',
      cookie: worker.cookie,
    })
    expect(odd.text).toBe(plain.text)
  })
})

describe('sizes [A133][A135]', () => {
  test.each([
    ['brackets', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['braces', `{"name":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
  ])('100,000 %s deep is refused before it is parsed', async (_what, body) => {
    expect((await sendBody('/api/sync/push', body)).status).toBe(413)
  })

  test('a million keys are refused by size', async () => {
    const body = `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":1`).join()}}`
    expect((await sendBody('/api/staff', body)).status).toBe(413)
  })

  test('[A071] a password of a megabyte is refused without being hashed', async () => {
    const sent = await sendJson(house, '/api/login', {
      loginName: 'x',
      password: 'x'.repeat(1_000_000),
    })
    expect(sent.status).toBe(413)
  })

  test.each([
    '0',
    '5',
    '999999999',
  ])('a stream that never ends is cut, whatever length it claims: %s', async (claimed) => {
    let sent = 0
    const stream = new ReadableStream({
      pull: (controller) => {
        sent += 64 * 1024
        controller.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024)))
      },
    })
    expect((await sendBody('/api/staff', stream, { 'content-length': claimed })).status).toBe(413)
    expect(sent).toBeLessThan(2 * 1024 * 1024)
  })

  test('[A127] a page of a thousand million records is refused', async () => {
    const request = { epoch: null, cursors: {}, deviceId: worker.deviceId, deviceSeq: 0 }
    const sent = await sendJson(house, '/api/sync/pull', { ...request, limit: 1e9 }, worker.cookie)
    expect(sent.status).toBe(400)
  })

  test.each([
    { agency: -1 },
    { agency: 1.5 },
    { agency: '1' },
    { agency: 1e300 },
  ])('[A125] a cursor that is none is refused: %j', async (cursors) => {
    const request = { epoch: null, cursors, deviceId: worker.deviceId, deviceSeq: 0, limit: 10 }
    expect((await sendJson(house, '/api/sync/pull', request, worker.cookie)).status).toBe(400)
  })

  test('[A125] a huge cursor, a foreign scope and an old epoch are answered with what may be seen', async () => {
    const cursors = {
      agency: 9_007_199_254_740_991,
      [`family:${freshId()}`]: 3,
      'group:garbage': 1,
    }
    for (const epoch of [null, freshId()]) {
      const request = { epoch, cursors, deviceId: worker.deviceId, deviceSeq: 0, limit: 10 }
      const sent = await sendJson(house, '/api/sync/pull', request, worker.cookie)
      expect(sent.status).toBe(200)
    }
  })
})

const unstorable: readonly (readonly [string, string])[] = [
  ['NUL', 'a\\u0000b'],
  ['a high surrogate alone', 'a\\ud83eb'],
  ['a low surrogate alone', 'a\\udc00b'],
  ['surrogates the wrong way round', '\\udc00\\ud83e'],
]

describe('text [A093]', () => {
  test.each(unstorable)('%s is refused, not bent', async (_what, text) => {
    const sent = await sendBody(
      '/api/staff',
      `{"name":"${text}","loginName":"name-x","roles":["volunteer"]}`,
    )
    expect(sent.status).toBe(400)
    const key = await sendBody(
      '/api/staff',
      `{"${text}":1,"name":"x","loginName":"xy","roles":["volunteer"]}`,
    )
    expect(key.status).toBe(400)
  })

  test.each(
    unstorable,
  )('[S19] %s in one change goes aside, and the changes beside it are applied', async (_what, text) => {
    const bad = worker.change('person', freshId(), 'create', {
      familyId,
      name: 'BAD',
      role: 'other',
    })
    const good = worker.change('person', freshId(), 'create', {
      familyId,
      name: '好',
      role: 'other',
    })
    const body = JSON.stringify({ changes: [bad, good] }).replace('BAD', text)
    const sent = await sendBody('/api/sync/push', body)
    expect(sent.status).toBe(200)
    expect(JSON.parse(sent.text).answers).toMatchObject([
      { status: 'refused', refusal: { id: 'TextNotStorable' } },
      { status: 'applied' },
    ])
  })

  test.each([
    ['an emoji', '👨‍👩‍👧‍👦'],
    ['rare Han of plane 2', '𠮷𪚥'],
    ['a right-to-left mark', '\u202egnirts'],
    ['zero width', 'a\u200bb'],
    ['both normal forms', 'é e\u0301'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['templates', '$' + '{process.env} {{7*7}} <%= 1 %> #{1}'],
    ['SQL', "'; drop table person; --"],
    ['a backslash before u0000', 'a\\u0000b'],
    ['a million marks in one line', '字'.repeat(4000)],
  ])('%s is stored and comes back as it was', async (_what, text) => {
    const recordId = freshId()
    const name = [...text].slice(0, 80).join('')
    const reply = await worker.push(
      worker.change('person', recordId, 'create', { familyId, name, role: 'other' }),
    )
    expect(reply.answers[0]?.status).toBe('applied')
    const stored = (await worker.pull()).entries.find(({ id }) => id === recordId)
    expect(stored?.fields['name']).toBe(name)
  })
})

describe('changes made by hand', () => {
  test('[A121] another person’s change, or another device’s among one’s own, is refused', async () => {
    const colleague = await aColleague(worker, ['socialWorker'])
    const foreign = colleague.change('staff', colleague.staffId, 'edit', { language: 'en' })
    expect((await worker.post('/api/sync/push', { changes: [foreign] })).status).toBe(422)
  })

  test.each([
    ['a verb that every object answers to', { verb: 'constructor' }, 'refused'],
    ['a kind that every object answers to', { kind: '__proto__' }, 'refused'],
    ['a kind with NUL', { kind: 'per\u0000son' }, 'refused'],
    ['a verb with half a surrogate', { verb: '\ud83e' }, 'refused'],
    ['a year that no calendar has', { claimedAt: '0000-01-01T00:00:00Z' }, 'refused'],
    ['a year far away', { claimedAt: '9999-12-31T23:59:59Z' }, 'applied'],
    ['a sequence number without end', { deviceSeq: Number.MAX_SAFE_INTEGER }, 'applied'],
    ['a negative sequence number', { deviceSeq: -1 }, 'refused'],
  ])('%s is answered, and never breaks the server', async (_what, change, fate) => {
    const person = await aColleague(worker, ['socialWorker'])
    const plain = person.change('staff', person.staffId, 'edit', { language: 'en' })
    const sent = await sendJson(
      house,
      '/api/sync/push',
      { changes: [{ ...plain, ...change }] },
      person.cookie,
    )
    expect(sent.status).toBe(200)
    expect(JSON.parse(sent.text).answers).toMatchObject([{ status: fate }])
  })

  test('an id in capitals does not slip past the record it names', async () => {
    const thief = await aColleague(worker, ['socialWorker'])
    const grab = thief.change('family', familyId, 'create', {
      code: 'mine',
      registeredOn: '2026-01-01',
      staff: [thief.staffId],
    })
    for (const change of [
      { ...grab, recordId: familyId.toUpperCase() },
      { ...grab, id: grab.id.toUpperCase() },
      { ...grab, deviceId: grab.deviceId.toUpperCase() },
    ])
      await sendJson(house, '/api/sync/push', { changes: [change] }, thief.cookie)
    expect((await thief.pull()).entries.some(({ kind }) => kind === 'family')).toBe(false)
    const child = worker.change('person', freshId(), 'create', {
      familyId: familyId.toUpperCase(),
      name: 'x',
      role: 'child',
    })
    expect((await worker.push(child)).answers[0]?.status).not.toBe('applied')
    await worker.push(worker.change('family', familyId, 'edit', { village: 'Z' }))
    expect((await worker.pull()).entries.some(({ id }) => id === child.recordId)).toBe(false)
    const mine = (await worker.pull()).entries.find(({ id }) => id === familyId)
    expect(mine?.fields['code']).toBe('Z-1')
  })

  test('[ACC-5] an administrator gives no roles to themselves, whomever the request names', async () => {
    const admin = await aColleague(worker, ['agencyAdmin'])
    const promote = admin.change(
      'staff',
      admin.staffId,
      'changeRoles',
      {},
      {},
      {
        staffId: worker.staffId,
        roles: ['agencyAdmin', 'supervisor'],
      },
    )
    expect((await admin.push(promote)).answers[0]).toMatchObject({
      status: 'refused',
      refusal: { id: 'OwnAccount' },
    })
    const leave = admin.change(
      'staff',
      admin.staffId,
      'suspend',
      {},
      {},
      { staffId: worker.staffId },
    )
    expect((await admin.push(leave)).answers[0]).toMatchObject({ status: 'refused' })
  })
})
