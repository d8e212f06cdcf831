// A mother asks what is held: what she is given, what she is never given, and what the supervisor sees first.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'
import { canaries, openVillage, type Village } from './village.ts'

let house: TestHouse
let village: Village
let outsider: Person
const requestId = freshId()
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  village = await openVillage(house, ['socialWorker'])
  outsider = await aColleague(village.founder, ['socialWorker'])
})
afterAll(() => house.close())

const today = () => house.open.house.today()

function copy(person: Person) {
  const { familyId } = village.home
  return person.post('/api/rights/copy', { familyId, requestId, language: 'zh-CN' })
}

test('a request is refused for somebody of another family, and a guardian has to be one [RIG-1]', async () => {
  const { founder, home } = village
  const ask = (fields: object) =>
    founder.push(
      founder.change('rightsRequest', freshId(), 'create', {
        familyId: home.familyId,
        subjectId: home.childId,
        askedById: home.motherId,
        relation: 'parent',
        right: 'copy',
        receivedOn: today(),
        dueOn: today(),
        ...fields,
      }),
    )
  expect((await ask({ relation: 'guardian' })).answers[0]).toMatchObject({
    refusal: { id: 'NotTheGuardian' },
  })
  expect((await ask({ relation: 'self' })).answers[0]).toMatchObject({
    refusal: { id: 'RelationDoesNotFit' },
  })
  expect((await ask({ state: 'reviewed' })).answers[0]).toMatchObject({
    refusal: { id: 'FieldNeedsVerb' },
  })
})

test('a copy is made once it is known who asks; it names who looked by role and day, and only colleagues of the family make one [RIG-2, RIG-4, D13]', async () => {
  const { founder, home } = village
  await applied(
    founder,
    founder.change('rightsRequest', requestId, 'create', {
      familyId: home.familyId,
      subjectId: home.childId,
      askedById: home.motherId,
      relation: 'parent',
      right: 'copy',
      receivedOn: today(),
      dueOn: today(),
    }),
  )
  expect((await copy(founder)).body).toMatchObject({ id: 'IdentityFirst' })
  await applied(
    founder,
    founder.change('rightsRequest', requestId, 'checkIdentity', {}, {}, { identity: 'callBack' }),
  )
  await founder.post('/api/reads', {
    reads: [
      {
        kind: 'family',
        id: home.familyId,
        purpose: 'view',
        claimedAt: new Date().toISOString(),
      },
    ],
  })
  expect((await copy(outsider)).status).toBe(403)
  const made = await copy(founder)
  expect(made.status, made.text).toBe(200)
  expect(made.text).toContain(canaries.child)
  expect(made.text).toContain(canaries.phone)
  expect(made.text).toContain('机构管理员')
  expect(made.text).not.toContain('rights:copy')
  expect(made.text).not.toContain('copy.')
})

test('it is reviewed by a supervisor before it is handed over; whoever is none does not review [RIG-3]', async () => {
  const { founder, home, members } = village
  const near = members.find((member) => member.near)?.person
  if (near === undefined) throw new Error('nobody serves the family')
  const on = (person: Person, verb: string, input: object) =>
    person.push(person.change('rightsRequest', requestId, verb, {}, {}, { ...input }))
  const handing = { on: today(), handedTo: '陈芳' }
  expect((await on(near, 'answer', handing)).answers[0]).toMatchObject({
    refusal: { id: 'WrongRequestState' },
  })
  expect((await on(near, 'submit', { outcome: 'granted', ground: null })).answers[0]).toMatchObject(
    { status: 'applied' },
  )
  expect((await on(near, 'review', { agrees: true })).answers[0]).toMatchObject({
    refusal: { id: 'NotAllowed' },
  })
  expect((await on(founder, 'review', { agrees: true })).answers[0]).toMatchObject({
    status: 'applied',
  })
  expect((await on(near, 'answer', handing)).answers[0]).toMatchObject({ status: 'applied' })
  expect(home.familyId).not.toBe('')
})
