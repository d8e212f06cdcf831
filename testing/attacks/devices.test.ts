// Ending what is lost, and what somebody who has a session, an id or a lost device would try with it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waysInShape } from '../../core/access/way-in.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, Person } from '../house/person.ts'
import { ask, cookieOf, idOf, login, send } from './factor-holder.ts'

let house: TestHouse
let founder: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
})
afterAll(() => house.close())

/** The same person signs in on another device, and its desk makes contact. */
async function elsewhere(person: Person): Promise<Person> {
  const other = new Person(house, person.agencyId, person.staffId)
  other.cookie = cookieOf(await login(person))
  await other.pull()
  return other
}

async function waysOf(person: Person, path = '/api/devices', body: object = {}) {
  return waysInShape.parse((await person.post(path, body)).body).ways
}

async function isShut({ deviceId }: Person): Promise<boolean> {
  const sent = await send(house, '/api/devices/shut', { deviceIds: [deviceId, freshId()] })
  return sent.text.includes(deviceId)
}

describe('one’s own devices [R39][ACC-30]', () => {
  test('are listed to the day, with this one named; another person’s are not among them', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    await person.pull()
    const other = await elsewhere(person)
    await founder.pull()
    const ways = await waysOf(person)
    expect(ways.map(({ id, here }) => ({ id, here }))).toEqual(
      expect.arrayContaining([
        { id: person.deviceId, here: true },
        { id: other.deviceId, here: false },
      ]),
    )
    expect(ways).toHaveLength(2)
    expect(ways[0]?.lastSeen).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:/)
  })

  test('one that is ended is out at once, is told to lock, and is back when its owner signs in there', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    const lost = await elsewhere(person)
    expect(await isShut(lost)).toBe(false)
    expect((await person.post('/api/devices/end', { id: lost.deviceId })).status).toBe(200)
    expect((await lost.get('/api/me')).status).toBe(401)
    expect(await isShut(lost)).toBe(true)
    expect((await person.get('/api/me')).status).toBe(200)
    lost.cookie = cookieOf(await login(person))
    await lost.pull()
    expect(await isShut(lost)).toBe(false)
  })

  test('what an ended device had not sent is taken once its owner has signed in there again [S24]', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    const lost = await elsewhere(person)
    const unsent = lost.change('staff', person.staffId, 'edit', { name: '李小明' })
    await person.post('/api/devices/end', { id: lost.deviceId })
    expect((await lost.post('/api/sync/push', { changes: [unsent] })).status).toBe(401)
    lost.cookie = cookieOf(await login(person))
    expect((await lost.push(unsent)).answers[0]?.status).toBe('applied')
  })

  test('a session opened before, kept aside, does not bring an ended device back: it ends too', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    const lost = await elsewhere(person)
    const aside = cookieOf(await login(person))
    await person.post('/api/devices/end', { id: lost.deviceId })
    lost.cookie = aside
    const pulled = { epoch: null, cursors: {}, deviceId: lost.deviceId, deviceSeq: 0 }
    expect((await lost.post('/api/sync/pull', pulled)).status).toBe(401)
    expect((await lost.get('/api/me')).status).toBe(401)
    expect(await isShut(lost)).toBe(true)
  })

  test('all others end, this one stays', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    await person.pull()
    const others = [await elsewhere(person), await elsewhere(person)]
    const bare = cookieOf(await login(person))
    await person.post('/api/devices/end-others', {})
    for (const other of others) {
      expect((await other.get('/api/me')).status).toBe(401)
      expect(await isShut(other)).toBe(true)
    }
    expect((await send(house, '/api/second-factor', {}, bare)).status).toBe(401)
    expect((await person.get('/api/me')).status).toBe(200)
    expect(await isShut(person)).toBe(false)
  })
})

test('a session that has not made contact yet ends all others, and not the device it sits on [ACC-30]', async () => {
  const person = await aColleague(founder, ['socialWorker'])
  await person.pull()
  const other = await elsewhere(person)
  person.cookie = cookieOf(await login(person))
  await person.post('/api/devices/end-others', { deviceId: person.deviceId })
  expect([await isShut(person), await isShut(other)]).toEqual([false, true])
  await person.pull()
  expect((await person.get('/api/me')).status).toBe(200)
})

describe('other people’s devices', () => {
  test('an administrator sees and ends a colleague’s; it is on record who did', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    await person.pull()
    const [way] = await waysOf(founder, '/api/staff/devices', { staffId: person.staffId })
    expect(way).toMatchObject({ id: person.deviceId, signedIn: true, here: false })
    const end = { staffId: person.staffId, id: person.deviceId }
    expect((await founder.post('/api/staff/devices/end', end)).status).toBe(200)
    expect((await person.get('/api/me')).status).toBe(401)
    const rows = await ask<{ actor_id: string }>(
      founder,
      "select actor_id from audit where agency_id = $1 and record_id = $2 and action = 'device.ended'",
      [founder.agencyId, person.staffId],
    )
    expect(rows).toEqual([{ actor_id: founder.staffId }])
  })

  test('nobody else ends them: not a colleague who knows the id, not another agency’s administrator', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    await person.pull()
    const colleague = await aColleague(founder, ['supervisor'])
    const end = { staffId: person.staffId, id: person.deviceId }
    expect(idOf(await colleague.post('/api/devices/end', { id: person.deviceId }))).toBe('NotFound')
    expect((await colleague.post('/api/staff/devices/end', end)).status).toBe(403)
    const outside = await aFounder(house)
    expect(idOf(await outside.post('/api/staff/devices/end', end))).toBe('NotFound')
    expect(await waysOf(outside, '/api/staff/devices', { staffId: person.staffId })).toEqual([])
    expect((await person.get('/api/me')).status).toBe(200)
    expect(await isShut(person)).toBe(false)
  })

  test('the devices of whoever is suspended are told to lock, also long after the session [F38]', async () => {
    const person = await aColleague(founder, ['socialWorker'])
    await person.pull()
    await founder.push(
      founder.change('staff', person.staffId, 'suspend', {}, {}, { staffId: person.staffId }),
    )
    expect(await isShut(person)).toBe(true)
  })

  test('asking about devices that nobody has tells nothing, and too much asking waits', async () => {
    const unknown = await send(house, '/api/devices/shut', { deviceIds: [freshId()] })
    expect([unknown.status, unknown.text]).toEqual([200, '{"shut":[]}'])
    const statuses: number[] = []
    for (let nth = 0; nth < 62; nth += 1)
      statuses.push((await founder.post('/api/devices/shut', { deviceIds: [] })).status)
    expect(statuses.at(-1)).toBe(429)
  })
})
