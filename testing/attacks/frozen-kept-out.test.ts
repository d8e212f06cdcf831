// A family that is only stored: who was kept out of it by name stays kept out, and its time is told without opening it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { retentionOverviewShape } from '../../core/evaluation/retention-overview.ts'
import { anOldColleague, applied, archive, askFor, makeOld } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let second: Person
let cousin: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  const { worker, familyId } = home
  second = await anOldColleague(worker)
  cousin = await aColleague(worker, ['supervisor', 'manager'])
  await makeOld(cousin)
  const kept = { familyId, staffId: cousin.staffId, ground: 'relative', since: '2026-03-01' }
  await applied(worker, worker.change('excludedStaff', freshId(), 'create', kept))
  await archive(home, second)
  const id = await askFor(worker, 'freezeFamily', familyId, 'periodRuns')
  await applied(second, second.change('approval', id, 'approve', {}))
  const reply = await worker.post('/api/families/freeze', { familyId, approvalId: id })
  expect(reply.status, reply.text).toBe(200)
})
afterAll(() => house.close())

const overview = async (person: Person) =>
  retentionOverviewShape.parse((await person.post('/api/retention', {})).body)

test('who was kept out of a file sees neither its number nor a request about it, and does not take it out [RIG-11, FAM-57]', async () => {
  const { worker, familyId } = home
  expect((await overview(second)).frozen).toMatchObject([{ familyId }])
  expect((await overview(cousin)).frozen).toEqual([])
  const asked = await askFor(worker, 'thawFamily', familyId, '法院来函调取这个孩子的档案')
  expect((await second.pull()).entries.map(({ id }) => id)).toContain(asked)
  expect((await cousin.pull()).entries.map(({ id }) => id)).not.toContain(asked)
  const { answers } = await cousin.push(cousin.change('approval', asked, 'approve', {}))
  expect(answers).toMatchObject([{ status: 'refused', refusal: { id: 'NotAllowed' } }])
  await applied(second, second.change('approval', asked, 'approve', {}))
  const thaw = await cousin.post('/api/families/thaw', { familyId, approvalId: asked })
  expect(thaw.body).toMatchObject({ id: 'NotFound' })
  const reason = '孩子昨晚没有回家，负责的社工电话打不通，要找家长电话'
  const need = { familyId, category: 'childInDanger', reason, hours: 2 }
  expect((await cousin.post('/api/urgent/open', need)).status).toBeGreaterThanOrEqual(400)
})

test('its time is over when that of any other file would be: after its youngest child is grown, where that was chosen [RIG-12]', async () => {
  const { worker } = home
  const setPeriod = (retentionYears: number, retentionFromGrown: boolean) =>
    applied(
      worker,
      worker.change(
        'agency',
        worker.agencyId,
        'edit',
        { retentionYears, retentionFromGrown },
        { retentionYears: retentionFromGrown ? 3 : null, retentionFromGrown: false },
      ),
    )
  const endedOn = async () => (await overview(second)).frozen.map((one) => one.endedOn)
  expect(await endedOn()).toEqual([null])
  await setPeriod(3, false)
  expect(await endedOn()).toEqual(['2029-01-01'])
  await setPeriod(3, true)
  expect(await endedOn()).toEqual(['2036-02-03'])
})
