import { hash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashChange } from '../../core/sync/apply.ts'
import type { Change } from '../../core/sync/change.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

function aFamily(worker: Person, familyId = freshId()): Change {
  return worker.change('family', familyId, 'create', {
    code: 'Z-1',
    registeredOn: '2026-01-01',
    staff: [worker.staffId],
  })
}

async function keptHash(worker: Person, { id }: Change): Promise<string> {
  const [row] = await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows<{ payload_hash: string }>(
      'select payload_hash from change_log where agency_id = $1 and id = $2',
      [worker.agencyId, id],
    ),
  )
  return row?.payload_hash ?? ''
}

async function statusOf(worker: Person, change: Change): Promise<unknown> {
  const [answer] = (await worker.push(change)).answers
  return answer?.status === 'applied' ? 'applied' : answer?.['refusal']
}

const reused = { id: 'ChangeIdReused', details: {} }

test('a kept fingerprint is none that a guess at the change could be compared with', async () => {
  const worker = await aFounder(house)
  const change = aFamily(worker)
  await worker.push(change)
  const kept = await keptHash(worker, change)
  expect(kept).toMatch(/^h1:[0-9a-f]{64}$/)
  expect(kept).not.toContain(hashChange(change))
  expect(await statusOf(worker, change)).toBe('applied')
  expect(await statusOf(worker, { ...change, claimedAt: '2026-01-01T00:00:00.000Z' })).toEqual(
    reused,
  )
})

test('a change that was kept before fingerprints had a key is known again after the upgrade', async () => {
  const worker = await aFounder(house)
  const change = aFamily(worker)
  await worker.push(change)
  await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows('update change_log set payload_hash = $3 where agency_id = $1 and id = $2', [
      worker.agencyId,
      change.id,
      hashChange(change, (text) => hash('sha256', text)),
    ]),
  )
  expect(await statusOf(worker, change)).toBe('applied')
  expect(await statusOf(worker, { ...change, claimedAt: '2026-01-01T00:00:00.000Z' })).toEqual(
    reused,
  )
})

test('a change that waited under another key is known again after it was applied', async () => {
  const worker = await aFounder(house)
  const familyId = freshId()
  const personId = freshId()
  const edit = worker.change('person', personId, 'edit', { name: '小明明' }, { name: '小明' })
  await worker.push(edit)
  const waiting = await keptHash(worker, edit)
  const child = { familyId, name: '小明', role: 'child' }
  await worker.push(aFamily(worker, familyId), worker.change('person', personId, 'create', child))
  expect(await keptHash(worker, edit)).not.toBe(waiting)
  expect(await statusOf(worker, edit)).toBe('applied')
})
