import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

function aFamily(worker: Person, familyId: string) {
  return worker.change('family', familyId, 'create', {
    code: 'Z-1',
    registeredOn: '2026-01-01',
    staff: [worker.staffId],
  })
}

async function ownersOf(worker: Person, changeId: string): Promise<readonly unknown[]> {
  return transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows('select status, key_owner from change_log where agency_id = $1 and id = $2', [
      worker.agencyId,
      changeId,
    ]),
  )
}

describe('what was set aside lies under the family’s own key: erasing the family reaches it', () => {
  test('a refused change about a family that is there', async () => {
    const worker = await aFounder(house)
    const familyId = freshId()
    const refused = worker.change('person', freshId(), 'create', {
      familyId,
      name: '小明',
      role: 'child',
      bornOn: '2099-01-01',
    })
    await worker.push(aFamily(worker, familyId), refused)
    expect(await ownersOf(worker, refused.id)).toEqual([
      { status: 'refused', key_owner: `family:${familyId}` },
    ])
  })

  test('a change that waits for its family, and is opened with the same key when it comes', async () => {
    const worker = await aFounder(house)
    const familyId = freshId()
    const waits = worker.change('person', freshId(), 'create', {
      familyId,
      name: '小明',
      role: 'child',
    })
    await worker.push(waits)
    expect(await ownersOf(worker, waits.id)).toEqual([
      { status: 'held', key_owner: `family:${familyId}` },
    ])
    await worker.push(aFamily(worker, familyId))
    expect(await ownersOf(worker, waits.id)).toEqual([
      { status: 'applied', key_owner: `family:${familyId}` },
    ])
  })

  test('a refused change that names nobody who is there makes no key', async () => {
    const worker = await aFounder(house)
    const refused = worker.change('family', freshId(), 'create', {
      code: 'Z-1',
      registeredOn: '2099-01-01',
      staff: [worker.staffId],
    })
    const loose = worker.change('person', freshId(), 'create', { familyId: 'nobody', name: '小明' })
    await worker.push(refused, loose)
    for (const { id } of [refused, loose])
      expect(await ownersOf(worker, id)).toEqual([{ status: 'refused', key_owner: 'agency' }])
  })
})
