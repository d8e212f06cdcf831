// Requests that no page of ours sends: cross-site, wrong types, wrong methods, odd paths; and what every answer carries.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app/create-app.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../house/person.ts'
import { ownHeaders, sendJson, sendRaw, type Sent } from './send.ts'
import { openVillage, type Village } from './village.ts'

let house: TestHouse
let village: Village
let worker: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  village = await openVillage(house, [])
  worker = await aFounder(house)
})
afterAll(() => house.close())

const body = JSON.stringify({ name: '新人', loginName: 'forged', roles: ['volunteer'] })

describe('a change from another site [R20][A073]', () => {
  test.each([
    [
      'a plain form',
      { 'content-type': 'application/x-www-form-urlencoded', 'x-kiteline': '1' },
      415,
    ],
    [
      'a multipart form',
      { 'content-type': 'multipart/form-data; boundary=x', 'x-kiteline': '1' },
      415,
    ],
    ['JSON as plain text', { 'content-type': 'text/plain', 'x-kiteline': '1' }, 415],
    [
      'a type that only begins right',
      { 'content-type': 'application/jsonp', 'x-kiteline': '1' },
      415,
    ],
    ['no content type', { 'content-type': '', 'x-kiteline': '1' }, 415],
    ['no header of ours', { 'content-type': 'application/json' }, 403],
    [
      'another value of our header',
      { 'content-type': 'application/json', 'x-kiteline': 'true' },
      403,
    ],
    ['a cross-site fetch', { ...ownHeaders, 'sec-fetch-site': 'cross-site' }, 403],
    ['a same-site fetch', { ...ownHeaders, 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { ...ownHeaders, origin: 'https://evil.example' }, 403],
    ['the origin null', { ...ownHeaders, origin: 'null' }, 403],
    ['our host as a prefix', { ...ownHeaders, origin: 'https://localhost.evil.example' }, 403],
  ])('%s is refused and does nothing', async (_what, headers, status) => {
    for (const path of ['/api/staff', '/api/login', '/api/logout', '/api/sync/push']) {
      const sent = await sendRaw(house, {
        method: 'POST',
        path,
        cookie: worker.cookie,
        headers,
        body,
      })
      expect([path, sent.status]).toEqual([path, status])
    }
    expect((await worker.get('/api/me')).status).toBe(200)
  })

  test('an upload as a form or without our header is refused', async () => {
    for (const headers of [
      {
        'content-type': 'multipart/form-data; boundary=x',
        'x-kiteline': '1',
        'x-file-name': 'a.csv',
      },
      { 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' },
    ]) {
      const sent = await sendRaw(house, {
        method: 'POST',
        path: '/api/spreadsheet',
        cookie: worker.cookie,
        headers,
        body: 'a,b\n1,2\n',
      })
      expect([403, 415]).toContain(sent.status)
    }
  })

  test('a family form from another origin changes nothing', async () => {
    const sent = await sendRaw(house, {
      method: 'POST',
      path: village.home.linkPath,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
      },
      body: 'step=check&check=2015',
    })
    expect(sent.status).toBe(404)
    expect(sent.headers.get('set-cookie')).toBe(null)
  })

  test('no GET changes anything: a route for changes answers another method with 405 and what it allows [R23]', async () => {
    for (const route of house.declared) {
      const path = route.path.replace(':token', 'x').replace(/:[a-z]+/g, 'x')
      const others = ['PUT', 'DELETE', 'PATCH', route.method === 'post' ? 'GET' : 'POST']
      for (const method of others) {
        if (
          house.declared.some(
            (one) => one.path === route.path && one.method === method.toLowerCase(),
          )
        )
          continue
        const sent = await sendRaw(house, {
          method,
          path,
          cookie: worker.cookie,
          headers: ownHeaders,
        })
        expect([method, path, sent.status]).toEqual([method, path, 405])
        expect(sent.headers.get('allow')).toContain(route.method.toUpperCase())
      }
    }
  })
})

const closed: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

function expectClosed(what: string, { headers }: Sent): void {
  for (const [name, value] of Object.entries(closed))
    expect([what, name, headers.get(name)]).toEqual([what, name, value])
  const policy = headers.get('content-security-policy') ?? ''
  expect([what, policy.includes("default-src '"), /unsafe-eval|https?:|\*/.test(policy)]).toEqual([
    what,
    true,
    false,
  ])
  expect([what, /script-src[^;]*unsafe-inline/.test(policy)]).toEqual([what, false])
  expect([what, headers.get('cache-control') ?? '']).not.toEqual([what, ''])
  expect([what, headers.get('access-control-allow-origin')]).toEqual([what, null])
  expect([what, headers.get('x-powered-by') ?? headers.get('server')]).toEqual([what, null])
}

describe('every answer [R17][R18][R19]', () => {
  test('carries the headers that close the browser’s doors, errors and files too', async () => {
    const { fileId, linkPath } = village.home
    const { cookie } = village.founder
    const asked: readonly (readonly [string, Sent])[] = [
      ['status', await sendRaw(house, { path: '/api/status' })],
      ['not signed in', await sendRaw(house, { path: '/api/me' })],
      ['not found', await sendRaw(house, { path: '/api/nothing' })],
      ['wrong method', await sendRaw(house, { method: 'PUT', path: '/api/login' })],
      ['refused', await sendJson(house, '/api/login', { loginName: 'x', password: 'x', y: 1 })],
      [
        'not JSON',
        await sendRaw(house, {
          method: 'POST',
          path: '/api/login',
          headers: ownHeaders,
          body: '{',
        }),
      ],
      ['a file', await sendRaw(house, { path: `/api/files/${fileId}`, cookie })],
      [
        'a template',
        await sendRaw(house, { path: '/api/templates/default/evaluationSummary/en', cookie }),
      ],
      ['a family page', await sendRaw(house, { path: linkPath })],
      ['a dead link', await sendRaw(house, { path: '/f/nothing' })],
      ['a page', await sendRaw(house, { path: '/' })],
      ['the interface', await sendRaw(house, { path: '/api/openapi.json' })],
    ]
    for (const [what, sent] of asked) expectClosed(what, sent)
  })

  test('[R21] a file is an attachment in a sandbox, never shown inline', async () => {
    const { fileId } = village.home
    const sent = await sendRaw(house, {
      path: `/api/files/${fileId}`,
      cookie: village.founder.cookie,
    })
    expect(sent.status).toBe(200)
    expect(sent.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(sent.headers.get('cache-control')).toBe('no-store')
  })

  test('[R16] cookies are for this host, this path, https, no script, and not for other sites', async () => {
    const invited = await village.founder.post('/api/staff', {
      name: '新人',
      loginName: `new-${freshId()}`,
      roles: ['volunteer'],
    })
    const code = /"code":"([^"]+)"/.exec(invited.text)?.[1] ?? ''
    const login = await sendJson(house, '/api/activate', { code, password: 'a kite flies far' })
    expect(login.headers.get('set-cookie')).toMatch(
      /^__Host-kiteline=[\w-]{32}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const visit = await sendRaw(house, {
      method: 'POST',
      path: village.home.linkPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'step=check&check=2015',
    })
    expect(visit.headers.get('set-cookie')).toMatch(
      /^__Host-kf-[0-9a-f]{12}=\S+; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

describe('paths', () => {
  const desk = (): ReturnType<typeof createApp>['app'] => {
    const folder = join(house.dataDir, 'desk-of-paths')
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>desk</title>')
    writeFileSync(join(house.dataDir, 'secret.txt'), 'secret')
    return createApp(house.open.house, { desk: folder, family: folder, tone: folder }).app
  }

  test.each([
    '/.git/config',
    '/.git',
    '/.env',
    '/.env.local',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd.txt',
    '/secret.txt',
    '/backup.zip',
    '/index.html.bak',
    '/assets/main.js.map',
    '/metrics.json',
    '/api/metrics',
    '/api/debug',
    '/api',
    '/f',
    '/.well-known/../.git/HEAD',
  ])('[A139] %s does not exist', async (path) => {
    const response = await desk().request(path)
    expect([path, response.status]).toEqual([path, 404])
    expect(await response.text()).not.toContain('secret')
  })

  test('[A139] TRACE and CONNECT are not answered', async () => {
    for (const method of ['OPTIONS', 'PROPFIND']) {
      const sent = await sendRaw(house, { method, path: '/api/login' })
      expect(sent.status).toBe(405)
    }
  })

  test('the interface is described, every declared route in it', async () => {
    const sent = await sendRaw(house, { path: '/api/openapi.json' })
    expect(sent.status).toBe(200)
    const described = Object.keys(JSON.parse(sent.text).paths)
    const posts = house.declared.filter(
      ({ method, path }) => method === 'post' && /^\/api\/[a-z/-]+$/.test(path),
    )
    for (const { path } of posts) if (path !== '/api/spreadsheet') expect(described).toContain(path)
    expect(sent.text).not.toContain('"$ref"')
  })
})
