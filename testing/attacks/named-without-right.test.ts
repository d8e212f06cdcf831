// Somebody who is named in a family's file but whose role reads nothing of families: their feed does not even show that something moved.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId } from '../house/person.ts'

let house: TestHouse
let home: Home
beforeAll(async () => {
  house = await openTestHouse()
  home = await aHome(house)
})
afterAll(() => house.close())

test.each([
  'socialWorker',
  'researcher',
  'evaluator',
] as const)('a family that names a %s moves in their feed only where they may read of it', async (role) => {
  const { worker, familyId } = home
  const named = await aColleague(worker, [role])
  const input = { add: [named.staffId], remove: [] }
  await applied(worker, worker.change('family', familyId, 'assign', {}, {}, input))
  const before = await named.pull()

  await applied(
    worker,
    worker.change('person', freshId(), 'create', { familyId, name: '李小雨', role: 'child' }),
  )
  const after = await named.pull()
  const scope = `family:${familyId}`
  const reads = before.entries.some((entry) => entry.scope === scope)
  expect(Object.hasOwn(after.cursors, scope)).toBe(reads)
  expect(role === 'researcher' && reads).toBe(false)
  expect(role !== 'socialWorker' || reads).toBe(true)
  if (!reads) expect(after.cursors).toEqual(before.cursors)
})
