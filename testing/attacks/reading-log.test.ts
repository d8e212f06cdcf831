// Who looked into a file, as those see it who answer for it: complete, of one agency, and itself on record.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readingLogShape, type ReadingFilter } from '../../core/access/reading-log.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'

const all: ReadingFilter = {
  familyId: null,
  staffId: null,
  from: null,
  to: null,
  delivered: false,
  before: null,
}

let house: TestHouse
let founder: Person
let worker: Person
const familyId = freshId()
const otherId = freshId()
const childId = freshId()
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
  worker = await aColleague(founder, ['socialWorker'])
  const staff = [founder.staffId, worker.staffId].sort()
  await founder.push(
    founder.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff,
    }),
    founder.change('family', otherId, 'create', { code: 'Z-2', registeredOn: '2026-01-01', staff }),
    founder.change('person', childId, 'create', {
      familyId,
      name: '金丝雀小明',
      role: 'child',
      bornOn: '2015-02-03',
    }),
  )
  await worker.pull()
  await worker.post('/api/reads', {
    reads: [
      { kind: 'family', id: familyId, purpose: 'view', claimedAt: '2026-02-01T08:00:00.000Z' },
      { kind: 'person', id: childId, purpose: 'view', claimedAt: '2026-02-01T08:01:00.000Z' },
      { kind: 'family', id: otherId, purpose: 'export', claimedAt: '2026-02-01T08:02:00.000Z' },
    ],
  })
})
afterAll(() => house.close())

async function read(person: Person, filter: Partial<ReadingFilter> = {}) {
  const reply = await person.post('/api/reading-log', { ...all, ...filter })
  expect(reply.status, reply.text).toBe(200)
  return readingLogShape.parse(reply.body).readings
}

describe('the log of readings [ACC-31][R59]', () => {
  test('of a family: also who opened a person in it, by the number of the file, and no name', async () => {
    const readings = (await read(founder, { familyId })).filter(({ how }) => how === 'opened')
    expect(
      readings.map(({ kind, purpose, familyCode, at }) => [kind, purpose, familyCode, at]),
    ).toEqual([
      ['person', 'view', 'Z-1', '2026-02-01T08:01:00.000Z'],
      ['family', 'view', 'Z-1', '2026-02-01T08:00:00.000Z'],
    ])
    expect(JSON.stringify(readings)).not.toContain('金丝雀')
  })

  test('of a member of staff: whatever they opened; copies on devices only when asked for', async () => {
    const opened = await read(founder, { staffId: worker.staffId })
    expect(opened.map(({ familyCode }) => familyCode)).toEqual(['Z-2', 'Z-1', 'Z-1'])
    const both = await read(founder, { staffId: worker.staffId, delivered: true })
    expect(
      both
        .filter(({ how }) => how === 'delivered')
        .map(({ familyCode }) => familyCode)
        .sort(),
    ).toEqual(['Z-1', 'Z-2'])
  })

  test('whoever reads the log stands in it', async () => {
    const supervisor = await aColleague(founder, ['supervisor'])
    await read(supervisor, { familyId })
    const [last] = await read(founder, { staffId: supervisor.staffId })
    expect(last).toMatchObject({ how: 'log', familyId, staffId: supervisor.staffId })
  })

  test('a worker reads it not, nor does another agency find anything in it; days and pages cut it', async () => {
    expect((await worker.post('/api/reading-log', all)).status).toBe(403)
    const outside = await aFounder(house)
    expect((await read(outside, { familyId })).map(({ staffId }) => staffId)).toEqual([
      outside.staffId,
    ])
    expect(await read(founder, { staffId: worker.staffId, to: '2020-01-01' })).toEqual([])
    const [first] = await read(founder, { staffId: worker.staffId })
    expect(await read(founder, { staffId: worker.staffId, before: first?.seq ?? 1 })).toHaveLength(
      2,
    )
  })
})
