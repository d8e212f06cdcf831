// An incident outlives the families that it touched: what was written about one of them goes with its file.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../core/kit/json.ts'
import { transact } from '../../server/database/transact.ts'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId } from '../house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
})
afterAll(() => house.close())

test('[FAM-32][ACC-42] words about an erased family are gone from incidents, also from what was sent; that it was told stays', async () => {
  const home = await aHome(house)
  const { worker: founder, familyId } = home
  const other = freshId()
  const id = freshId()
  const told = { telling: 'told', on: '2026-03-02', words: '金丝雀：跟奶奶说过' }
  const noNeed = { telling: 'notNeeded', on: null, words: '金丝雀：只有编号' }
  const noted = { sort: 'wrongRecipient', noticedAt: '2026-03-02T01:00:00.000Z' }
  const note = (incidentId: string, families: JsonObject) =>
    founder.change('incident', incidentId, 'create', {
      ...{ ...noted, noticedById: founder.staffId, facts: '寄错了', families },
    })
  const second = freshId()
  await applied(
    founder,
    note(id, { [familyId]: told, [other]: { ...told, words: '别家' } }),
    note(second, { [familyId]: noNeed }),
  )
  const manager = await anOldColleague(founder)
  await archive(home, manager)
  const approvalId = await agreedErasing(home, manager)
  expect((await founder.post('/api/families/erase', { familyId, approvalId })).status).toBe(200)
  const { entries } = await founder.pull()
  expect(JSON.stringify(entries)).not.toContain('金丝雀')
  expect(entries.find((entry) => entry.id === id)?.fields).toMatchObject({
    facts: '寄错了',
    families: { [familyId]: { ...told, words: '' }, [other]: { ...told, words: '别家' } },
  })
  expect(entries.find((entry) => entry.id === second)?.fields).toMatchObject({
    families: { [familyId]: { telling: 'notNeeded', words: '–' } },
  })
  const { pool } = house.open.house
  const logged = await transact(pool, founder.agencyId, ({ rows }) =>
    rows('select 1 from change_log where record_id = any($1::uuid[]) and length(payload) > 0', [
      [id, second],
    ]),
  )
  expect(logged).toEqual([])
})
