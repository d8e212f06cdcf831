// Abuse story 5: the agency must file the yearly audit of minors' data; one press gives the figures, and a recount agrees.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type MinorsAudit,
  minorsAuditShape,
} from '../../core/evaluation/minors-audit/minors-audit.ts'
import { readingTraceShape } from '../../core/access/accountability/reading-trace.ts'
import { transact } from '../../server/database/transact.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let founder: Person
let admin: Person
let worker: Person
let year: number
const familyId = freshId()
const otherId = freshId()
const childId = freshId()
const motherId = freshId()

beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
  admin = await aColleague(founder, ['agencyAdmin'])
  worker = await aColleague(founder, ['socialWorker'])
  const today = house.open.house.today()
  year = Number(today.slice(0, 4))
  const staff = [founder.staffId, worker.staffId].sort()
  const person = { familyId, sex: 'female' }
  const made = await founder.push(
    founder.change('family', familyId, 'create', { code: 'Z-1', registeredOn: today, staff }),
    founder.change('family', otherId, 'create', { code: 'Z-2', registeredOn: today, staff }),
    founder.change('person', childId, 'create', {
      ...person,
      name: '金丝雀小明',
      role: 'child',
      bornOn: `${year - 9}-01-01`,
    }),
    founder.change('person', motherId, 'create', { ...person, name: '妈妈', role: 'parent' }),
    founder.change('guardianship', freshId(), 'create', {
      familyId,
      childId,
      adultId: motherId,
      kind: 'legalGuardian',
      basis: 'parent',
    }),
    founder.change('consent', freshId(), 'create', {
      familyId,
      subjectId: childId,
      subjectBornOn: `${year - 9}-01-01`,
      purpose: 'service',
      textVersion: '1',
      decision: 'given',
      givenById: motherId,
      decidedOn: today,
      proof: 'witnessedCall',
      witness: '李明',
    }),
  )
  expect(made.answers.map(({ status }) => status)).not.toContain('refused')
  await worker.pull()
  await read(worker, familyId, childId, otherId)
  await read(founder, familyId)
})
afterAll(() => house.close())

function read(person: Person, ...ids: readonly string[]) {
  const claimedAt = new Date().toISOString()
  const purpose = 'view'
  return person.post('/api/reads', {
    reads: ids.map((id) => ({
      kind: id === childId ? 'person' : 'family',
      id,
      purpose,
      claimedAt,
    })),
  })
}

async function audit(person: Person): Promise<MinorsAudit> {
  const reply = await person.post('/api/minors-audit', { year })
  expect(reply.status, reply.text).toBe(200)
  return minorsAuditShape.parse(reply.body)
}

interface RawRow {
  readonly actor_id: string | null
  readonly action: string
  readonly kind: string | null
  readonly record_id: string | null
  readonly scope: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** Every row of the raw log, counted again by hand and without the statement that the server uses. */
async function recount() {
  const raw = await transact(house.open.house.pool, founder.agencyId, ({ rows }) =>
    rows<RawRow>('select * from audit where agency_id = $1', [founder.agencyId]),
  )
  const familyOf = new Map([
    [familyId, familyId],
    [otherId, otherId],
    [childId, familyId],
    [motherId, familyId],
  ])
  const opened = raw.filter(
    ({ action, actor_id, record_id }) =>
      action === 'read.opened' && actor_id !== null && familyOf.has(record_id ?? ''),
  )
  const byPerson = new Map<string, { opened: number; families: Set<string> }>()
  for (const { actor_id, record_id } of opened) {
    const line = byPerson.get(actor_id ?? '') ?? { opened: 0, families: new Set<string>() }
    line.opened += 1
    line.families.add(familyOf.get(record_id ?? '') ?? '')
    byPerson.set(actor_id ?? '', line)
  }
  const delivered = raw
    .filter(({ action, scope }) => action === 'read.delivered' && scope?.startsWith('family:'))
    .reduce((sum, { detail }) => sum + Number(detail['records']), 0)
  const denied = raw.filter(({ action }) => action === 'denied').length
  return { opened: opened.length, byPerson, delivered, denied }
}

describe('January: the yearly audit of minors’ data [ACC-41]', () => {
  test('one press gives the figures, and a recount of the raw log agrees', async () => {
    await worker.post('/api/minors-audit', { year })
    const [found, again] = [await audit(admin), await recount()]
    expect(found.children).toMatchObject({ under14: 1, from14To17: 0, registered: 1, families: 2 })
    expect(found.consents.find(({ purpose }) => purpose === 'service')).toMatchObject({
      given: 1,
      holds: 1,
    })
    expect(again.opened).toBe(4)
    expect(found.readingsInAll).toBe(again.opened)
    expect(found.readings).toEqual([
      { role: 'agencyAdmin', people: 1, ...lineOf(again, founder) },
      { role: 'socialWorker', people: 1, ...lineOf(again, worker) },
    ])
    expect(found.delivered).toBe(again.delivered)
    expect(found.delivered).toBeGreaterThan(0)
    expect(found.denied).toBe(again.denied)
    expect(found.denied).toBeGreaterThan(0)
    expect(found.staff.active).toBe(3)
    expect(JSON.stringify(found)).not.toContain('金丝雀')
  })

  test('a concern, its report and that they were read move none of the figures [S20]', async () => {
    const before = await audit(admin)
    const id = freshId()
    await founder.push(
      founder.change('concern', id, 'create', {
        familyId,
        childId,
        noticedAt: new Date().toISOString(),
      }),
    )
    await founder.post('/api/reads', {
      reads: [{ kind: 'concern', id, purpose: 'view', claimedAt: new Date().toISOString() }],
    })
    await founder.pull()
    const after = await audit(admin)
    // What the pull itself brought of the family's records is no concern's: only that number may move.
    expect({ ...after, delivered: 0 }).toEqual({ ...before, delivered: 0 })
  })

  test('is for those who answer for the agency; another agency has figures of its own', async () => {
    expect((await worker.post('/api/minors-audit', { year })).status).toBe(403)
    const stranger = await aFounder(house)
    const theirs = await audit(stranger)
    expect(theirs).toMatchObject({ readingsInAll: 0, children: { families: 0 } })
  })

  test('no year ahead of today', async () => {
    const reply = await admin.post('/api/minors-audit', { year: year + 1 })
    expect(reply.body).toMatchObject({ id: 'DateInFuture' })
  })
})

function lineOf({ byPerson }: Awaited<ReturnType<typeof recount>>, { staffId }: Person) {
  const { opened = 0, families } = byPerson.get(staffId) ?? {}
  return { opened, families: families?.size ?? 0 }
}

describe('whom an incident may touch [ACC-42]', () => {
  test('families that the account opened or its device was given, by number and without a name', async () => {
    const asked = { staffId: worker.staffId, from: `${year}-01-01`, until: `${year}-12-31` }
    const reply = await admin.post('/api/reading-trace', { ...asked, deviceId: worker.deviceId })
    const { families } = readingTraceShape.parse(reply.body)
    expect(families.map((one) => [one.familyCode, one.opened])).toEqual([
      ['Z-1', 2],
      ['Z-2', 1],
    ])
    expect(families.every(({ delivered }) => delivered > 0)).toBe(true)
    expect(reply.text).not.toContain('金丝雀')
    const elsewhere = await admin.post('/api/reading-trace', { ...asked, deviceId: freshId() })
    expect(
      readingTraceShape.parse(elsewhere.body).families.map(({ delivered }) => delivered),
    ).toEqual([0, 0])
    expect((await worker.post('/api/reading-trace', { ...asked, deviceId: null })).status).toBe(403)
  })
})
