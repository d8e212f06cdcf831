// What somebody had begun before they were kept away: the link is dead for good, and the worker does not lose sight of the answers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { applied, makeOld } from '../house/ask-to-erase.ts'
import { aHome, aLink, aPhone } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId } from '../house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
})
afterAll(() => house.close())

test('[FAM-55] answers begun before a restriction wait for the worker while it stands and after it was lifted', async () => {
  const home = await aHome(house)
  const { worker, familyId, motherId } = home
  const link = await aLink(home, 'questionnaire', motherId)
  const phone = aPhone(house)
  await phone.send(link.path, { step: 'check', check: '2015' })
  const page = await phone.open(link.path)
  const [, name = '', value = ''] = /name="(q_[^"]+)" value="([^"]+)"/.exec(page.text) ?? []
  await phone.send(link.path, { [name]: value })
  const id = freshId()
  const restriction = { familyId, personId: motherId, ground: 'courtOrder', since: '2026-02-01' }
  const whole = { ...restriction, reviewOn: '2026-12-01' }
  await applied(worker, worker.change('restrictedParty', id, 'create', whole))
  const waiting = async () => {
    const { body } = await worker.post('/api/family-links/waiting', {})
    return z.object({ kept: z.array(z.object({ personId: z.string() })) }).parse(body).kept
  }
  expect(await waiting()).toEqual([{ personId: motherId }])
  const second = await aColleague(worker, ['supervisor'])
  await makeOld(second)
  const reason = { reason: '法院撤销了保护令' }
  await applied(worker, worker.change('restrictedParty', id, 'askLift', {}, {}, reason))
  await applied(second, second.change('restrictedParty', id, 'agreeLift', {}))
  expect(await waiting()).toEqual([{ personId: motherId }])
  expect((await phone.open(link.path)).status).toBe(404)
})
