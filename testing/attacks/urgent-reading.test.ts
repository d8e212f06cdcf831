// A door opened in need: what somebody would try who wants more of it than one look at one family for one day.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from '../../server/database/transact.ts'
import { anOldColleague, applied } from '../house/ask-to-erase.ts'
import { aHome } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, onAnotherDevice, type Person } from '../house/person.ts'
import { canaries, openVillage, type Village } from './village.ts'

let house: TestHouse
let village: Village
let manager: Person
let worker: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  village = await openVillage(house, ['socialWorker'])
  manager = await anOldColleague(village.founder)
  worker = await aColleague(village.founder, ['socialWorker'])
})
afterAll(() => house.close())

const reason = '孩子昨晚没有回家，负责的社工电话打不通，要找家长电话'

function open(person: Person, more: object = {}) {
  return person.post('/api/urgent/open', {
    familyId: village.home.familyId,
    category: 'childInDanger',
    reason,
    hours: 2,
    ...more,
  })
}

async function grantTo(person: Person): Promise<string> {
  const reply = await open(person)
  expect(reply.status, reply.text).toBe(200)
  const id = /"id":"([^"]+)"/.exec(reply.text)?.[1]
  if (id === undefined) throw new Error(reply.text)
  return id
}

const read = (person: Person, id: string) => person.post('/api/urgent/read', { id })

async function endNow(id: string): Promise<void> {
  await transact(house.open.house.pool, village.founder.agencyId, ({ rows }) =>
    rows(
      `update urgent_reading set version = version + 1, body = body || '{"endsAt": "2026-01-01T00:00:00.000Z"}' where agency_id = $1 and id = $2`,
      [village.founder.agencyId, id],
    ),
  )
}

test('a list of names is not tried out: after ten a minute it waits [RIG-20]', async () => {
  const guesser = await aColleague(village.founder, ['socialWorker'])
  const statuses: number[] = []
  for (let count = 0; count < 11; count += 1)
    statuses.push((await guesser.post('/api/urgent/find', { wanted: `王小${count}` })).status)
  expect(statuses.slice(0, 10).every((status) => status === 200)).toBe(true)
  expect(statuses[10]).toBe(429)
})

test('a file is found by its whole number or a whole name, never by a part [RIG-20]', async () => {
  const { familyId } = village.home
  const find = async (wanted: string) => (await worker.post('/api/urgent/find', { wanted })).body
  const found = { families: [{ familyId, code: canaries.code }] }
  expect(await find(canaries.code)).toEqual(found)
  expect(await find(canaries.child)).toEqual(found)
  for (const part of ['CANARY', '金丝雀', '小明', '%%', 'canary-77'])
    expect(await find(part), part).toEqual({ families: [] })
})

test('[A049] an empty reason, one sign over and over, too long a time or another’s name opens nothing', async () => {
  for (const poor of ['', 'x', '急急急急急急急急急急急急急急急急急急急急急急', '要看一下'])
    expect((await open(worker, { reason: poor })).body).toEqual({
      id: 'ReasonTooShort',
      details: { least: 20 },
    })
  expect((await open(worker, { hours: 25 })).status).toBe(400)
  expect((await open(worker, { familyId: freshId() })).body).toMatchObject({ id: 'NotFound' })
  const forged = worker.change('urgentReading', freshId(), 'create', {
    familyId: village.home.familyId,
    staffId: worker.staffId,
    category: 'childInDanger',
    reason,
    state: 'open',
    openedAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2099-01-01T00:00:00.000Z',
  })
  expect((await worker.push(forged)).answers[0]).toMatchObject({
    status: 'refused',
    refusal: { id: 'FieldNeedsVerb' },
  })
  const volunteer = await aColleague(village.founder, ['volunteer'])
  expect((await open(volunteer)).status).toBe(403)
})

test('it shows the one family, writes nothing, reaches no device, and every look is marked [RIG-20, RIG-21]', async () => {
  const { home, founder } = village
  const id = await grantTo(worker)
  const seen = await read(worker, id)
  expect(seen.text).toContain(canaries.phone)
  expect(seen.text).not.toContain(reason)
  // Answers and what a child said come only by asking for their room.
  expect(seen.text).not.toMatch(/"kind":"(answerSheet|interview|transcript|episode|caseContact)"/)
  const room = await worker.post('/api/urgent/read', { id, room: 'inquiry' })
  expect(room.status, room.text).toBe(200)
  expect(room.text).not.toContain(canaries.phone)
  // What is written into the log is a room, never words of whoever asks.
  const words = await worker.post('/api/urgent/read', { id, room: '小明的父亲' })
  expect(words.status).toBe(400)
  const edit = worker.change(
    'person',
    home.childId,
    'edit',
    { name: '小亮' },
    { name: canaries.child },
  )
  expect((await worker.push(edit)).answers[0]).toMatchObject({ status: 'refused' })
  const link = await worker.post('/api/family-links/list', { familyId: home.familyId })
  expect(link.status).toBe(403)
  const pulled = JSON.stringify((await onAnotherDevice(worker).pull()).entries)
  expect(pulled).not.toContain(canaries.child)
  expect(pulled).not.toContain(id)
  const other = await aColleague(founder, ['socialWorker'])
  expect((await read(other, id)).body).toMatchObject({ id: 'NotFound' })
  const log = await founder.post('/api/reading-log', {
    familyId: home.familyId,
    staffId: worker.staffId,
    from: null,
    to: null,
    delivered: false,
    before: null,
  })
  expect(log.body).toMatchObject({
    readings: [
      { staffId: worker.staffId, purpose: 'urgent', room: 'inquiry' },
      { staffId: worker.staffId, purpose: 'urgent', room: null },
    ],
  })
  expect(log.text).not.toContain(reason)
})

test('[A049] after its time it is shut; a second one needs a second person, and nobody agrees to or reviews their own', async () => {
  const colleague = await aColleague(village.founder, ['socialWorker', 'supervisor'])
  const id = await grantTo(colleague)
  await endNow(id)
  expect((await read(colleague, id)).body).toMatchObject({ id: 'UrgentReadingOver' })
  const again = await grantTo(colleague)
  expect((await read(colleague, again)).body).toMatchObject({ id: 'SecondPersonNeeded' })
  const agree = (person: Person) =>
    person.change('urgentReading', again, 'agree', {}, {}, { agrees: true })
  expect((await colleague.push(agree(colleague))).answers[0]).toMatchObject({
    refusal: { id: 'OwnRequest' },
  })
  await applied(manager, agree(manager))
  expect((await read(colleague, again)).status).toBe(200)
  const review = (person: Person) =>
    person.change('urgentReading', again, 'review', {}, {}, { verdict: 'justified' })
  expect((await colleague.push(review(colleague))).answers[0]).toMatchObject({
    refusal: { id: 'OwnRequest' },
  })
  await applied(manager, review(manager))
  expect((await manager.push(review(manager))).answers[0]).toMatchObject({
    status: 'refused',
    refusal: { id: 'ReviewedAlready' },
  })
})

test('manager and supervisors see it at once, with the reason; it goes with the family [RIG-21, FAM-32]', async () => {
  const entries = (await onAnotherDevice(manager).pull()).entries
  expect(
    entries.filter(({ kind }) => kind === 'urgentReading').map(({ fields }) => fields['reason']),
  ).toContain(reason)
})

test('the watch counts it as a reading from outside, for supervisor and manager only [RIG-22]', async () => {
  const seen = await manager.post('/api/reading-watch', { days: 30 })
  expect(seen.body).toMatchObject({ days: 30 })
  expect(seen.text).toContain(`"staffId":"${worker.staffId}","opened":1,"outside":1`)
  expect(seen.text).not.toContain(canaries.child)
  expect((await worker.post('/api/reading-watch', { days: 30 })).status).toBe(403)
})

test('[P20] whoever is kept out of the family finds nothing, opens nothing, and is not told that somebody else did', async () => {
  const { founder, home } = village
  const accused = await aColleague(founder, ['supervisor', 'socialWorker'])
  const id = await grantTo(accused)
  await applied(
    founder,
    founder.change('excludedStaff', freshId(), 'create', {
      familyId: home.familyId,
      staffId: accused.staffId,
      ground: 'accused',
      since: '2026-01-01',
    }),
  )
  const found = await accused.post('/api/urgent/find', { wanted: canaries.code })
  expect(found.body).toEqual({ families: [] })
  expect((await open(accused)).body).toMatchObject({ id: 'NotFound' })
  expect((await read(accused, id)).body).toMatchObject({ id: 'NotFound' })
  const pulled = JSON.stringify((await onAnotherDevice(accused).pull()).entries)
  expect(pulled).not.toContain(reason)
  expect(pulled).not.toContain(home.familyId)
})

test('the first look says whom not to call, what was raised and what bars a caregiver, and no words of a contact [RIG-20, FAM-50]', async () => {
  const { worker: own, familyId, childId, motherId, pairId } = await aHome(house)
  const [on, caseId] = [house.open.house.today(), freshId()]
  const mother = { familyId, personId: motherId, ground: 'courtOrder' }
  const by = { familyId, workerId: own.staffId }
  const raised = { ...by, caseId, on, writtenOn: on, mode: 'phone', noGoal: true }
  const bond = { familyId, childId, adultId: motherId, kind: 'caregiver', basis: 'oralEntrustment' }
  await applied(
    own,
    own.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
      ...{ textVersion: '2026-3', decision: 'given', givenById: motherId },
      ...{ decidedOn: on, proof: 'witnessedCall', witness: '李主任' },
    }),
    own.change('caseFile', caseId, 'create', {
      ...{ ...by, pairId, openedOn: on, openedById: own.staffId },
      ...{ problem: '很少说话', urgency: 'none' },
    }),
    own.change('restrictedParty', freshId(), 'create', { ...mother, since: on, reviewOn: on }),
    own.change('guardianship', freshId(), 'create', {
      ...{ ...bond, barring: { asked: true, facts: ['harmCommitted'] } },
    }),
    own.change('caseContact', freshId(), 'create', {
      ...{ ...raised, facts: '只给负责人看的话', risk: 'raise', riskWords: '手臂上有新伤' },
    }),
    own.change('caseContact', freshId(), 'create', { ...raised, facts: '平常的话' }),
  )
  const reader = await aColleague(own, ['socialWorker'])
  const made = await open(reader, { familyId })
  const { id } = z.object({ id: z.string() }).parse(made.body)
  const first = await read(reader, id)
  expect(first.body).toMatchObject({
    records: expect.arrayContaining([
      expect.objectContaining({
        kind: 'restrictedParty',
        fields: expect.objectContaining({ personId: motherId, state: 'standing' }),
      }),
      expect.objectContaining({ kind: 'caseContact', fields: { on, riskWords: '手臂上有新伤' } }),
    ]),
  })
  expect(first.text).toContain('harmCommitted')
  expect(first.text).not.toMatch(/只给负责人看的话|平常的话/)
  const room = await reader.post('/api/urgent/read', { id, room: 'casework' })
  expect(room.text).toContain('只给负责人看的话')
})
