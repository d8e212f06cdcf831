import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { staffRecordId } from '../../core/access/staff-record.ts'
import { applied } from '../../testing/house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { guardWordPackage } from '../paperwork/guard-word-package.ts'

let house: TestHouse
let founder: Person
let volunteer: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
  volunteer = await aColleague(founder, ['volunteer'])
  await applied(
    founder,
    founder.change('staffRecord', staffRecordId(volunteer.staffId), 'create', {
      staffId: volunteer.staffId,
      engagedAs: 'volunteer',
      undertakingOn: house.open.house.today(),
      homeVillage: '石桥村',
      checkHow: '派出所查询',
      trainings: { [freshId()]: { on: '2026-01-05', topic: '儿童保护', hours: 3 } },
    }),
  )
}, 60_000)
afterAll(() => house.close())

const handed = z.object({ word: z.base64() })

function ask(person: Person, staffId: string | null) {
  const body = { staffId, texts: {}, language: 'zh-CN', templateId: null }
  return person.post('/api/papers/staff', body)
}

async function wordsOf(staffId: string | null): Promise<string> {
  const { word } = handed.parse((await ask(founder, staffId)).body)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replaceAll(/<[^>]*>/g, '')
}

test('the register and the sheet to sign name check, undertaking and trainings, and no residence [PAP-27]', async () => {
  for (const words of [await wordsOf(null), await wordsOf(volunteer.staffId)]) {
    for (const part of ['李明', '志愿者', '派出所查询', '儿童保护']) expect(words).toContain(part)
    expect(words).not.toContain('石桥村')
  }
  expect(await wordsOf(volunteer.staffId)).toContain('承诺人')
})

test('whoever may not read the register is given neither; a colleague of nobody has no sheet', async () => {
  expect((await ask(volunteer, null)).body).toMatchObject({ id: 'NotFound' })
  expect((await ask(volunteer, volunteer.staffId)).body).toMatchObject({ id: 'NotFound' })
  expect((await ask(founder, freshId())).body).toMatchObject({ id: 'NotFound' })
})
