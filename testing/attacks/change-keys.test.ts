// Keys changed from the desk: nobody alone, nobody who may not, nothing of an agreement for another thing, and nothing
// about concerns in what it answers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyStateShape } from '../../core/access/change-keys.ts'
import { finishKeys } from '../../server/app/finish-keys.ts'
import { withMasterKeyLock } from '../../server/app/master-key.ts'
import { transact } from '../../server/database/transact.ts'
import { rotateKeys } from '../../server/records/rotate-keys.ts'
import { anOldColleague, applied, askFor, makeOld } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let admin: Person
let second: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  admin = home.worker
  second = await anOldColleague(admin)
}, 60_000)
afterAll(() => house.close())

async function ask(of: 'agency' | 'family', subjectId: string): Promise<string> {
  if (of === 'family') return askFor(admin, 'changeKeys', subjectId, '有人离职')
  const id = freshId()
  const fields = { action: 'changeKeys', subjectKind: 'agency', subjectId, reason: '丢了一块硬盘' }
  await applied(
    admin,
    admin.change('approval', id, 'create', fields),
    admin.change('approval', id, 'request', {}),
  )
  return id
}
const agree = (id: string) => applied(second, second.change('approval', id, 'approve', {}))
const change = (by: Person, approvalId: string) => by.post('/api/keys/change', { approvalId })

async function untilRest(): Promise<void> {
  for (;;) {
    const { state } = keyStateShape.parse((await admin.post('/api/keys', {})).body)
    if (state === 'resting') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function numbers(): Promise<Record<string, number>> {
  const rows = await transact(house.open.house.pool, admin.agencyId, (transaction) =>
    transaction.rows<{ owner: string; generation: number }>(
      'select owner, generation from seal_key where agency_id = $1 and earlier is null',
      [admin.agencyId],
    ),
  )
  return Object.fromEntries(rows.map(({ owner, generation }) => [owner, generation]))
}

test('one family’s key changes when a second person has agreed, and once however often it is pressed [ACC-36]', async () => {
  const owner = `family:${home.familyId}`
  const id = await ask('family', home.familyId)
  expect((await change(admin, id)).body).toMatchObject({ id: 'SecondPersonNeeded' })
  const own = await admin.push(admin.change('approval', id, 'approve', {}))
  expect(own.answers).toMatchObject([{ refusal: { id: 'OwnRequest' } }])
  await agree(id)
  expect((await change(second, id)).status).toBe(403)
  expect((await numbers())[owner]).toBe(1)
  expect((await change(admin, id)).status).toBe(200)
  await untilRest()
  expect((await numbers())[owner]).toBe(2)
  expect((await numbers())['agency']).toBe(1)
  expect((await change(admin, id)).status).toBe(200)
  await untilRest()
  expect((await numbers())[owner]).toBe(2)
  expect((await admin.pull()).entries.some(({ id: one }) => one === home.childId)).toBe(true)
})

test('all keys change while colleagues write, and what they wrote stays readable [ACC-32]', async () => {
  const before = await numbers()
  const id = await ask('agency', admin.agencyId)
  await agree(id)
  const [pressed, , again] = await Promise.all([
    change(admin, id),
    applied(
      admin,
      admin.change('person', home.childId, 'edit', { phone: '13800000000' }, { phone: '' }),
    ),
    change(admin, id),
  ])
  expect([pressed.status, again.status]).toEqual([200, 200])
  await untilRest()
  const after = await numbers()
  for (const [owner, generation] of Object.entries(before))
    expect(after[owner]).toBe(generation + 1)
  const child = (await admin.pull()).entries.find(({ id: one }) => one === home.childId)
  expect(child?.fields['phone']).toBe('13800000000')
})

/** What a server leaves that loses its power after the yes was made use of and before all keys were begun. */
async function cutOffAfter(approvalId: string, owners: readonly string[]): Promise<void> {
  const { house: its } = house.open
  await transact(its.pool, admin.agencyId, ({ rows }) =>
    rows(
      `update approval set version = version + 1, body = body || jsonb_build_object('state', 'carriedOut', 'carriedOutAt', $3::text)
       where agency_id = $1 and id = $2`,
      [admin.agencyId, approvalId, its.now()],
    ),
  )
  const deps = { ...its, actorId: admin.staffId }
  await rotateKeys(deps, admin.agencyId, owners)
}

test('cut off when some owners have new keys and others not, it is said to be under way, and the server goes on by itself [ACC-36]', async () => {
  const before = await numbers()
  const id = await ask('agency', admin.agencyId)
  await agree(id)
  await cutOffAfter(id, ['agency'])
  const state = keyStateShape.parse((await admin.post('/api/keys', {})).body)
  expect(state).toMatchObject({ state: 'changing', waitsForFiles: false })
  expect(await finishKeys(house.open.house)).toBe(Object.keys(before).length - 1)
  await untilRest()
  const after = await numbers()
  for (const [owner, generation] of Object.entries(before))
    expect(after[owner]).toBe(generation + 1)
  expect(await finishKeys(house.open.house)).toBe(0)
})

test('pressed while another change is under way, it is done after it and not lost [ACC-36]', async () => {
  const before = await numbers()
  const one = await ask('family', home.familyId)
  const all = await ask('agency', admin.agencyId)
  await agree(one)
  await agree(all)
  await withMasterKeyLock(house.open.database.ownerConfig, 'alone', async () => {
    expect((await change(admin, one)).body).toMatchObject({ state: 'changing' })
    expect((await change(admin, all)).body).toMatchObject({ state: 'changing' })
    expect(await numbers()).toEqual(before)
  })
  await untilRest()
  const after = await numbers()
  expect(after['agency']).toBe((before['agency'] ?? 0) + 1)
})

test('a yes to something else, to another agency or from a new account changes nothing', async () => {
  const before = await numbers()
  const erase = await askFor(admin, 'eraseFamily', home.familyId, 'periodEnded')
  await agree(erase)
  const foreign = await ask('agency', freshId())
  await agree(foreign)
  for (const id of [erase, foreign, freshId()])
    expect((await change(admin, id)).body).toMatchObject({ id: 'SecondPersonNeeded' })
  const fresh = await aColleague(admin, ['supervisor'])
  const id = await ask('agency', admin.agencyId)
  const tried = await fresh.push(fresh.change('approval', id, 'approve', {}))
  expect(tried.answers).toMatchObject([{ refusal: { id: 'SecondPersonTooNew' } }])
  expect((await change(admin, id)).body).toMatchObject({ id: 'SecondPersonNeeded' })
  const stranger = await aHome(house)
  await makeOld(stranger.worker)
  expect((await change(stranger.worker, id)).body).toMatchObject({ id: 'SecondPersonNeeded' })
  await transact(house.open.house.pool, admin.agencyId, ({ rows }) =>
    rows(
      `update approval set version = version + 1, body = body || '{"state": "approved", "decidedAt": "2026-01-01T00:00:00Z"}' where agency_id = $1 and id = $2`,
      [admin.agencyId, id],
    ),
  )
  expect((await change(admin, id)).body).toMatchObject({ id: 'KeyAgreementOld' })
  expect(await numbers()).toEqual(before)
})

test('what it answers is the same with a concern and without one', async () => {
  const before = (await admin.post('/api/keys', {})).text
  const concernId = freshId()
  await applied(
    admin,
    admin.change('concern', concernId, 'create', {
      childName: '小明',
      noticedAt: '2026-03-02T01:00:00.000Z',
      childsWords: '不敢回家',
    }),
    admin.change('concernReporter', freshId(), 'create', { concernId, staffId: admin.staffId }),
  )
  expect((await admin.post('/api/keys', {})).text).toBe(before)
})
