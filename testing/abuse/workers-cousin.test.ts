// Story 3: whoever looks after the family is a cousin of the accused. They are kept out, somebody else takes over, a supervisor on
// duty opens the file in need and is reviewed; the cousin finds nothing, loses nothing they had written, and is told nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied, makeOld } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let supervisor: Person
let cousin: Person
let heir: Person
let duty: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  supervisor = home.worker
  cousin = await aColleague(supervisor, ['socialWorker'])
  heir = await aColleague(supervisor, ['socialWorker'])
  duty = await aColleague(supervisor, ['socialWorker'])
  await makeOld(duty)
  await assign([cousin], [])
})
afterAll(() => house.close())

function assign(add: readonly Person[], remove: readonly Person[]) {
  const ids = (people: readonly Person[]) => people.map(({ staffId }) => staffId)
  const input = { add: ids(add), remove: ids(remove) }
  return applied(supervisor, supervisor.change('family', home.familyId, 'assign', {}, {}, input))
}

const holds = async (person: Person) =>
  Object.hasOwn((await person.pull()).cursors, `family:${home.familyId}`)

test('[FAM-57, FAM-58] the cousin is kept out and somebody else put in, in one step that is visible whole', async () => {
  const { familyId } = home
  const held = await cousin.pull()
  expect(await holds(cousin)).toBe(true)
  // Written in the village before the step, sent after it.
  const unsent = cousin.change('person', freshId(), 'create', {
    familyId,
    name: '表舅',
    role: 'relative',
  })
  const bundle = { id: freshId(), of: 2 }
  const exclusion = { familyId, staffId: cousin.staffId, ground: 'relative', since: '2026-03-01' }
  const handOver = { add: [heir.staffId], remove: [cousin.staffId] }
  await applied(
    supervisor,
    { ...supervisor.change('family', familyId, 'assign', {}, {}, handOver), bundle },
    { ...supervisor.change('excludedStaff', freshId(), 'create', exclusion), bundle },
  )
  expect(await holds(heir)).toBe(true)
  const after = await cousin.pull(held.cursors, held.epoch)
  expect(after.lost).toContain(`family:${familyId}`)
  expect(after.entries.map(({ kind }) => kind)).not.toContain('excludedStaff')
  const { answers } = await cousin.push(unsent)
  expect(answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'NotAllowed' } })
})

test('[FAM-57] what the cousin sees is what somebody sees who was only taken off the family', async () => {
  const { familyId } = home
  const plain = await aColleague(supervisor, ['socialWorker'])
  await assign([plain], [])
  await assign([], [plain])
  const ask = async (person: Person, path: string, body: object) => {
    const { status, text } = await person.post(path, body)
    return [status, text.replaceAll(/"trace":"[^"]+"/g, '')]
  }
  for (const [path, body] of [
    ['/api/family-links/list', { familyId }],
    ['/api/family-links/waiting', {}],
    ['/api/urgent/mine', {}],
  ] as const)
    expect(await ask(cousin, path, body)).toEqual(await ask(plain, path, body))
})

test('[FAM-57] no need opens the file to the cousin; to a person on duty it does, marked, and the cousin’s name is not found by it', async () => {
  const { familyId } = home
  const need = {
    familyId,
    category: 'childInDanger',
    reason: '孩子今晚没有回家，需要马上联系她的母亲和奶奶，核实人在哪里',
    hours: 4,
  }
  const urgent = (person: Person) => person.post('/api/urgent/open', need)
  const family = { familyId: freshId() }
  const refused = await urgent(cousin)
  const never = await cousin.post('/api/urgent/open', { ...need, ...family })
  expect([refused.status, refused.text]).toEqual([never.status, never.text])
  const found = await cousin.post('/api/urgent/find', { wanted: 'Z-1' })
  expect(found.text).toBe('{"families":[]}')
  const opened = await urgent(duty)
  expect(opened.status).toBe(200)
})
