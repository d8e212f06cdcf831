import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { transact } from '../database/transact.ts'
import { sweepRecordings } from './sweep-recordings.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'

let house: TestHouse
let worker: Person
let stranger: Person
let researcher: Person
const [familyId, childId, motherId, interviewId] = [freshId(), freshId(), freshId(), freshId()]
const villageTalkId = freshId()

beforeAll(async () => {
  house = await openTestHouse()
  worker = await aFounder(house)
  stranger = await aColleague(worker, ['socialWorker'])
  researcher = await aColleague(worker, ['researcher', 'evaluator', 'manager', 'volunteer'])
  await applied(
    worker.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
    worker.change('person', childId, 'create', {
      familyId,
      name: '小强',
      role: 'child',
      bornOn: '2016-02-03',
    }),
    worker.change('person', motherId, 'create', { familyId, name: '陈芳', role: 'parent' }),
    worker.change('guardianship', freshId(), 'create', {
      familyId,
      childId,
      adultId: motherId,
      kind: 'legalGuardian',
      basis: 'parent',
      since: '2016-02-03',
    }),
    consent('assessment'),
  )
  await applied(
    worker.change('interview', interviewId, 'create', {
      familyId,
      childId,
      role: 'child',
      respondentId: childId,
      interviewerId: worker.staffId,
      agreed: 'given',
    }),
    worker.change('interview', villageTalkId, 'create', {
      role: 'village',
      interviewerId: worker.staffId,
    }),
  )
}, 60_000)
afterAll(() => house.close())

function consent(purpose: string, id = freshId(), decidedOn = '2026-01-02') {
  return worker.change('consent', id, 'create', {
    familyId,
    subjectId: childId,
    subjectBornOn: '2016-02-03',
    purpose,
    textVersion: '1',
    decision: 'given',
    givenById: motherId,
    decidedOn,
    proof: 'witnessedCall',
    witness: '李某',
  })
}

async function applied(...changes: readonly ReturnType<Person['change']>[]): Promise<void> {
  const { answers } = await worker.push(...changes)
  const refused = answers.filter(({ status }) => status !== 'applied')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}

const sound = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(64)])

async function store(by: Person): Promise<{ readonly status: number; readonly id: string }> {
  const response = await house.app.request(`/api/files/interviewAudio/family:${familyId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-kiteline': '1',
      'x-file-name': 'talk.mp3',
      cookie: by.cookie,
    },
    body: Uint8Array.from(sound),
  })
  const body: unknown = await response.json()
  const id = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : ''
  return { status: response.status, id: String(id) }
}

const withdraw = (consentId: string) =>
  worker.change(
    'consent',
    consentId,
    'withdraw',
    {},
    {},
    { on: house.open.house.today(), by: '陈芳' },
  )
const ask = (sql: string, values: readonly string[] = []) =>
  transact(house.open.house.pool, worker.agencyId, ({ rows }) => rows(sql, [...values]))
const keptRows = async () => (await ask('select id from stored_file')).length
const read = async (by: Person, id: string) => (await by.get(`/api/files/${id}`)).status
/** As a browser asks that plays in parts: the kept sound is still an attachment in a sandbox. */
async function readPart(by: Person, id: string, range: string) {
  const reply = await house.app.request(`/api/files/${id}`, {
    headers: { cookie: by.cookie, range },
  })
  if (reply.ok) expect(reply.headers.get('content-disposition')).toContain('attachment')
  const { byteLength } = await reply.arrayBuffer()
  return [reply.status, reply.headers.get('content-range'), byteLength]
}
const attach = (fileId: string) =>
  worker.change('interview', interviewId, 'attachAudio', {}, {}, { fileId })
const answerTo = async (change: ReturnType<Person['change']>) =>
  (await worker.push(change)).answers.map((answer) => answer['refusal'] ?? answer.status)[0]

test('a recording comes in, is attached and heard only with consent to record, not after it is withdrawn, and goes when nobody holds it [INQ-31]', async () => {
  expect(await store(worker)).toMatchObject({ status: 422, id: 'ConsentNotAsked' })
  const consentId = freshId()
  await applied(consent('recording', consentId))
  const stored = await store(worker)
  expect(stored.status).toBe(200)
  expect(await read(worker, stored.id)).toBe(404)
  expect(await answerTo(attach(freshId()))).toMatchObject({ id: 'ProofNotThere' })
  expect(await answerTo(attach(stored.id))).toBe('applied')
  expect([await read(worker, stored.id), await read(stranger, stored.id)]).toEqual([200, 404])
  expect(await readPart(worker, stored.id, 'bytes=60-')).toEqual([206, 'bytes 60-66/67', 7])
  expect(await readPart(worker, stored.id, 'bytes=0-1')).toEqual([206, 'bytes 0-1/67', 2])
  expect(await readPart(worker, stored.id, 'bytes=67-')).toEqual([416, 'bytes */67', 0])
  expect(await readPart(worker, stored.id, 'lines=1-2')).toEqual([200, null, 67])
  expect((await readPart(stranger, stored.id, 'bytes=0-1'))[0]).toBe(404)
  expect([(await store(stranger)).status, (await store(researcher)).status]).toEqual([403, 403])
  await applied(withdraw(consentId))
  expect(await read(worker, stored.id)).toBe(404)
  expect(await sweepRecordings(house.open.house)).toBe(0)
  expect(await keptRows()).toBe(1)
  expect(await sweepRecordings(house.open.house, 0)).toBe(1)
  expect(await keptRows()).toBe(0)
  expect(await sweepRecordings(house.open.house, 0)).toBe(0)
  // The interview is written on, and the mark of the recording is taken away when somebody comes to it.
  expect(await answerTo(worker.change('interview', interviewId, 'edit', { minutes: 20 }))).toBe(
    'applied',
  )
  expect(await answerTo(worker.change('interview', interviewId, 'detachAudio', {}))).toBe('applied')
})

test('a recording that is taken away goes after a day, one in a file under a legal hold stays unheard [INQ-31, FAM-33]', async () => {
  const consentId = freshId()
  await applied(consent('recording', consentId, house.open.house.today()))
  const loose = await store(worker)
  await applied(attach(loose.id))
  await applied(worker.change('interview', interviewId, 'detachAudio', {}))
  expect(await sweepRecordings(house.open.house)).toBe(0)
  expect(await sweepRecordings(house.open.house, 0)).toBe(1)
  const held = await store(worker)
  await applied(attach(held.id))
  await applied(withdraw(consentId))
  await ask(
    `update family set body = jsonb_set(body, '{heldSince}', '"2026-01-05T08:00:00Z"') where id = $1`,
    [familyId],
  )
  expect(await read(worker, held.id)).toBe(404)
  expect(await sweepRecordings(house.open.house, 0)).toBe(0)
})

test('a talk about no family is read by who works in the field, a family’s by its own workers, and neither by readers from outside [INQ-30]', async () => {
  const seen = async (by: Person) =>
    (await by.pull()).entries
      .filter(({ kind }) => kind === 'interview')
      .map(({ id }) => id)
      .sort()
  expect(await seen(worker)).toEqual([interviewId, villageTalkId].sort())
  expect(await seen(stranger)).toEqual([villageTalkId])
  expect(await seen(researcher)).toEqual([])
})
