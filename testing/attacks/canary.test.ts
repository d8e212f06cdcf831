// A small scenario in which every name, number and token is a canary: none may sing in a log, an error or an address (G8).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { ownHeaders, sendJson, sendRaw } from './send.ts'
import { canaries, openVillage, type Village } from './village.ts'

let house: TestHouse
let village: Village
const errors: string[] = []
const addresses: string[] = []
const written: string[] = []

beforeAll(async () => {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    written.push(String(chunk))
    return write(chunk)
  }
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  addTroubles()
  village = await openVillage(house, ['volunteer'])
  await provoke()
})
afterAll(() => house.close())

const song = '金丝雀'

/** Everything that can go wrong, with canaries in it. */
async function provoke(): Promise<void> {
  const { founder, home } = village
  const bodies: readonly (readonly [string, unknown])[] = [
    ['/api/staff', { name: song, loginName: song, roles: [song] }],
    ['/api/staff', { name: song, loginName: 'xx', roles: ['volunteer'], note: song }],
    ['/api/login', { loginName: song, password: song }],
    ['/api/activate', { code: song, password: song.repeat(9) }],
    ['/api/setup', { token: song }],
    ['/api/family-links', { ...home, familyId: song }],
    ['/api/family-links/list', { familyId: home.familyId, name: song }],
    [
      '/api/sync/pull',
      { epoch: null, cursors: { [song]: 1 }, deviceId: founder.deviceId, deviceSeq: 0 },
    ],
    [
      '/api/reads',
      {
        reads: [{ kind: song, id: home.childId, purpose: song, claimedAt: '0000-01-01T00:00:00Z' }],
      },
    ],
    ['/api/reports/evaluation-summary', { groupId: home.groupId, texts: song }],
  ]
  for (const [path, body] of bodies) {
    const sent = await sendJson(house, path, body, founder.cookie)
    if (sent.status >= 400) errors.push(sent.text)
    addresses.push(sent.headers.get('location') ?? '')
  }
  await meetTroubles(founder.cookie)
  for (const path of [
    `/api/files/${song}`,
    `/f/${song}`,
    home.linkPath,
    `/${song}`,
    `/api/${song}`,
  ]) {
    const sent = await sendRaw(house, { path: encodeURI(path), cookie: founder.cookie })
    if (sent.status >= 400) errors.push(sent.text)
  }
  const broken = await sendRaw(house, {
    method: 'POST',
    path: '/api/staff',
    cookie: founder.cookie,
    headers: ownHeaders,
    body: `{"name":"${song}`,
  })
  errors.push(broken.text)
  for (const [check, form] of [
    ['2014', ''],
    ['2015', ''],
    ['2015', `&q_x=${song}`],
  ]) {
    const sent = await sendRaw(house, {
      method: 'POST',
      path: home.linkPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `step=check&check=${check}${form}`,
    })
    addresses.push((sent.headers.get('location') ?? '').replace(home.linkPath, ''))
  }
}

/** Troubles of the world and of our own, each with a canary in what it says. */
function addTroubles(): void {
  house.app.get('/api/break/:what', async (context) => {
    if (context.req.param('what') === 'sql')
      await house.open.house.pool.query('select $1::uuid', [song])
    throw new Error(`${song} ${canaries.phone}`)
  })
}

async function meetTroubles(cookie: string): Promise<void> {
  for (const what of ['sql', 'code']) {
    const sent = await sendRaw(house, { path: `/api/break/${what}`, cookie })
    expect(sent.status).toBe(500)
    errors.push(sent.text)
  }
}

function secrets(): readonly string[] {
  const { founder, members, home } = village
  const cookies = [founder, ...members.map(({ person }) => person)].map(
    ({ cookie }) => cookie.split('=')[1] ?? '',
  )
  return [
    song,
    encodeURIComponent(song),
    ...Object.values(canaries),
    home.linkPath.slice(3),
    home.childId,
    home.motherId,
    'a kite flies far',
    house.open.setupCode,
    ...cookies,
  ].filter((secret) => secret.length > 1)
}

describe('canaries [G8][A141]', () => {
  test('none sings in what the server wrote to its log', () => {
    expect(house.lines.length).toBeGreaterThan(2)
    for (const secret of secrets()) expect(house.lines.join('\n')).not.toContain(secret)
  })

  test('a trouble is logged with a number that the person was told, its kind and its place', () => {
    const trouble = house.lines.filter((line) => line.startsWith('trouble'))
    expect(trouble).toHaveLength(2)
    expect(trouble[0]).toMatch(/GET \/api\/break\/:what: error 22P02 .*canary\.test\.ts:\d+/)
    const told = errors.flatMap((text) => /"trace":"([^"]+)"/.exec(text)?.[1] ?? [])
    expect(told.every((trace) => house.lines.some((line) => line.includes(trace)))).toBe(true)
  })

  test('none sings in an error’s body', () => {
    expect(errors.length).toBeGreaterThan(10)
    const names = [song, canaries.child, canaries.mother, canaries.phone, 'a kite flies far']
    for (const name of names) expect(errors.join('\n')).not.toContain(name)
  })

  test('none sings in an address that the server sends anybody to, nor in the console', () => {
    for (const secret of secrets()) {
      expect(addresses.join('\n')).not.toContain(secret)
      expect(written.join('\n')).not.toContain(secret)
    }
  })
})
