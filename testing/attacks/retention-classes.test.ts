// Records that no family's file holds: counted when the period that somebody has confirmed for their class is over, never before.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listedClasses } from '../../core/access/retention-classes.ts'
import { retentionOverviewShape } from '../../core/evaluation/retention-overview.ts'
import { applied } from '../house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let founder: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  founder = await aFounder(house)
})
afterAll(() => house.close())

const due = async () =>
  retentionOverviewShape.parse((await founder.post('/api/retention', {})).body).classes

test('what is over its confirmed years is counted with its oldest day; without a period nothing is due [RIG-13]', async () => {
  const supervision = (on: string) =>
    founder.change('supervisionRecord', freshId(), 'create', {
      ...{ parties: { [founder.staffId]: 'supervisee' }, outsideName: '陈督导', on },
      question: '金丝雀',
    })
  await applied(
    founder,
    supervision('2012-05-01'),
    supervision('2013-05-01'),
    supervision('2026-01-05'),
  )
  expect(await due()).toEqual([])
  const retentionSchedule = Object.fromEntries(listedClasses.map((name) => [name, 10]))
  await applied(
    founder,
    founder.change(
      'agency',
      founder.agencyId,
      'edit',
      { retentionSchedule },
      { retentionSchedule: {} },
    ),
  )
  const listed = await due()
  expect(listed.map(({ name }) => name)).toEqual([...listedClasses])
  expect(listed.filter(({ count }) => count > 0)).toEqual([
    { name: 'supervision', years: 10, count: 2, held: 0, oldestOn: '2012-05-01' },
  ])
})
