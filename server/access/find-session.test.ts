import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, type Person } from '../../testing/house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

const meShape = z.object({ staff: z.object({ id: z.string(), name: z.string() }) })

async function nameOf(person: Person): Promise<string | null> {
  const reply = await person.get('/api/me')
  return reply.status === 200 ? meShape.parse(reply.body).staff.name : null
}

test('[R37] requests that arrive together are each answered for the member of staff of their own cookie', async () => {
  const founder = await aFounder(house)
  const colleague = await aColleague(founder, ['socialWorker'])
  const people = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? founder : colleague))
  const replies = await Promise.all(people.map((person) => person.get('/api/me')))
  expect(replies.map(({ body }) => meShape.parse(body).staff.id)).toEqual(
    people.map(({ staffId }) => staffId),
  )
})

test('[R42] a name that was changed is the name in the next request', async () => {
  const founder = await aFounder(house)
  const colleague = await aColleague(founder, ['socialWorker'])
  const name = await nameOf(colleague)
  expect(name).not.toBeNull()
  await founder.push(founder.change('staff', colleague.staffId, 'edit', { name: '周远' }, { name }))
  expect(await nameOf(colleague)).toBe('周远')
})

test('[R39] whoever was suspended has no session in the next request', async () => {
  const founder = await aFounder(house)
  const colleague = await aColleague(founder, ['socialWorker'])
  expect(await nameOf(colleague)).not.toBeNull()
  const input = { staffId: colleague.staffId }
  const { answers } = await founder.push(
    founder.change('staff', colleague.staffId, 'suspend', {}, {}, input),
  )
  expect(answers[0]?.status).toBe('applied')
  expect(await nameOf(colleague)).toBeNull()
})
