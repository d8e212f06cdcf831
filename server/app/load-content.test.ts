import { afterAll, beforeAll, expect, test } from 'vitest'
import { instrument, instrumentIdOf } from '../../core/inquiry/instrument.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { loadContent, refreshShelves } from './load-content.ts'
import { lookAt, systemId } from './record-store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

const ours = instrumentIdOf('kiteline-parent', '1')

async function shelfOf({ agencyId }: Person) {
  return lookAt(house.open.house, agencyId, (look) =>
    look.many(instrument, { code: 'kiteline-parent' }),
  )
}

/** As if the program that founded the agency had not known this questionnaire. */
async function forget({ agencyId }: Person, id: string): Promise<void> {
  await transact(house.open.house.pool, agencyId, ({ rows }) =>
    rows('delete from instrument where agency_id = $1 and id = $2', [agencyId, id]),
  )
}

test('what came new with the program is on every agency’s shelf after a start, published, by the system [ACC-23]', async () => {
  const founder = await aFounder(house)
  await loadContent(house.open.house, founder.agencyId, founder.staffId)
  const before = await shelfOf(founder)
  await forget(founder, ours)
  await refreshShelves(house.open.house)
  expect(await shelfOf(founder)).toEqual(before)
  const noted = await transact(house.open.house.pool, founder.agencyId, ({ rows }) =>
    rows(
      "select action, detail ->> 'verb' as verb from audit where record_id = $1 and actor_id = $2 order by seq",
      [ours, systemId],
    ),
  )
  expect(noted).toEqual([
    { action: 'change.applied', verb: 'create' },
    { action: 'change.applied', verb: 'publish' },
  ])
})

test('a start touches nothing that is there: retired stays retired, and a second start adds nothing [ACC-23]', async () => {
  const founder = await aFounder(house)
  await loadContent(house.open.house, founder.agencyId, founder.staffId)
  const retired = await founder.push(founder.change('instrument', ours, 'retire', {}))
  expect(retired.answers[0]?.status).toBe('applied')
  const before = await shelfOf(founder)
  await refreshShelves(house.open.house)
  expect(await shelfOf(founder)).toEqual(before)
  expect(before.find(({ id }) => id === ours)?.state).toBe('retired')
  expect(await loadContent(house.open.house, founder.agencyId, null)).toBe(0)
})

test('an agency founded before there was any content gets all of it [ACC-23]', async () => {
  const founder = await aFounder(house)
  expect(await shelfOf(founder)).toEqual([])
  await refreshShelves(house.open.house)
  expect((await shelfOf(founder)).map(({ state }) => state)).toContain('published')
})
