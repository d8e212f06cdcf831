import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../../testing/house/person.ts'

let house: TestHouse
let supervisor: Person
const familyId = freshId()
beforeAll(async () => {
  house = await openTestHouse()
  supervisor = await aFounder(house)
  await supervisor.push(
    supervisor.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [supervisor.staffId],
    }),
  )
}, 60_000)
afterAll(() => house.close())

/** The smallest file that is a PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

async function store(purpose: string, owner: string): Promise<number> {
  const response = await house.app.request(`/api/files/${purpose}/${owner}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-kiteline': '1',
      'x-file-name': 'paper.png',
      cookie: supervisor.cookie,
    },
    body: Uint8Array.from(png),
  })
  return response.status
}

test('a consent paper belongs to a family: on the shelf that everybody reads it finds no place', async () => {
  expect(await store('consentPaper', `family:${familyId}`)).toBe(200)
  expect(await store('consentPaper', 'agency')).toBe(404)
  expect(await store('template', `family:${familyId}`)).toBe(404)
})

test('an owner that is no id, or the same id in capitals, is not there', async () => {
  expect(await store('consentPaper', `family:${'-'.repeat(36)}`)).toBe(404)
  expect(await store('consentPaper', `family:${familyId.toUpperCase()}`)).toBe(404)
})
