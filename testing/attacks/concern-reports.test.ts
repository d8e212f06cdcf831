// Reports of a concern that cross with what a supervisor does meanwhile, over the server.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let founder: Person
let reporter: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
  reporter = await aColleague(founder, ['volunteer'])
})
afterAll(() => house.close())
const at = '2026-03-02T01:00:00.000Z'

type Draft = ReturnType<Person['change']>

function together(...changes: readonly Draft[]) {
  const bundle = { id: freshId(), of: changes.length }
  return changes.map((change) => ({ ...change, bundle }))
}

async function raise(): Promise<string> {
  const concernId = freshId()
  const who = { concernId, staffId: reporter.staffId }
  await applied(
    reporter,
    ...together(
      reporter.change('concern', concernId, 'create', { noticedAt: at }),
      reporter.change('concernReporter', freshId(), 'create', who),
    ),
  )
  return concernId
}

function report(concernId: string, reportId: string, fields: { to: string }) {
  return together(
    reporter.change('concernReport', reportId, 'create', { concernId, reportedAt: at, ...fields }),
    reporter.change('concern', concernId, 'markReported', {}, {}, { at }),
  )
}

async function close(concernId: string) {
  const change = founder.change('concern', concernId, 'close', {}, {}, { reason: '孩子已安全' })
  return (await founder.push(change)).answers[0]
}

test('[SAF-5] a report made without a network while a supervisor closed is taken whole and opens the concern again', async () => {
  const concernId = await raise()
  expect(await close(concernId)).toMatchObject({ status: 'applied' })
  await applied(reporter, ...report(concernId, freshId(), { to: 'police' }))
  const its = (await founder.pull()).entries.find(({ id }) => id === concernId)
  expect(its?.fields).toMatchObject({ state: 'reported', reportedAt: at, closedAt: null })
})

test('[SAF-6] it is not closed while one of two authorities owes its answer, and is when that is written down or not to be expected', async () => {
  const concernId = await raise()
  const [police, affairs] = [freshId(), freshId()]
  await applied(reporter, ...report(concernId, police, { to: 'police' }))
  await applied(reporter, ...report(concernId, affairs, { to: 'civilAffairs' }))
  await applied(
    reporter,
    ...together(
      reporter.change('concernReport', police, 'edit', { answer: '已立案' }, { answer: '' }),
      reporter.change('concern', concernId, 'followUp', {}, {}, { answer: '已立案' }),
    ),
  )
  const owed = { status: 'refused', refusal: { id: 'AuthorityAnswerMissing' } }
  expect(await close(concernId)).toMatchObject(owed)
  const none = { noAnswer: '由派出所统一答复' }
  await applied(reporter, reporter.change('concernReport', affairs, 'edit', none, { noAnswer: '' }))
  expect(await close(concernId)).toMatchObject({ status: 'applied' })
})
