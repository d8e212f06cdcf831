// A family is erased; a concern about its child stays, and stays closed to the colleague who had to stay out of the family.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, onAnotherDevice, type Person } from '../house/person.ts'

let house: TestHouse
let founder: Person
let second: Person
let accused: Person
const concernId = freshId()
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  const home = await aHome(house)
  const { familyId, childId } = home
  founder = home.worker
  second = await anOldColleague(founder)
  accused = await aColleague(founder, ['supervisor', 'manager'])
  const kept = { familyId, staffId: accused.staffId, ground: 'accused', since: '2026-03-01' }
  await applied(founder, founder.change('excludedStaff', freshId(), 'create', kept))
  const about = { familyId, childId, noticedAt: '2026-03-02T01:00:00.000Z', seen: '舅舅打孩子' }
  const bundle = { id: freshId(), of: 2 }
  const reporter = { concernId, staffId: founder.staffId }
  const raised = [
    founder.change('concern', concernId, 'create', about),
    founder.change('concernReporter', freshId(), 'create', reporter),
  ]
  await applied(founder, ...raised.map((one) => ({ ...one, bundle })))
  await archive(home, second)
  const approvalId = await agreedErasing(home, second)
  const reply = await founder.post('/api/families/erase', { familyId, approvalId })
  expect(reply.status, reply.text).toBe(200)
})
afterAll(() => house.close())

const scopesOf = async (person: Person) =>
  Object.keys((await onAnotherDevice(person).pull()).cursors)

test('what stays about an erased family stays closed to whoever was kept out of it [FAM-57, SAF-20]', async () => {
  expect(await scopesOf(founder)).toContain(`concern:${concernId}`)
  expect(await scopesOf(accused)).not.toContain(`concern:${concernId}`)
  const close = accused.change('concern', concernId, 'close', {}, {}, { reason: '没有事' })
  expect((await accused.push(close)).answers).toMatchObject([{ status: 'refused' }])
})
