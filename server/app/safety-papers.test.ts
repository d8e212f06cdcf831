// The record of a mandatory report (form-F27): what stands on it, and that to everybody else it was never there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../../testing/house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { readPaperWords } from '../../testing/house/read-paper-words.ts'
import { sayDate } from './say-day.ts'

let house: TestHouse
let founder: Person
let reporter: Person
let worker: Person
const concernId = freshId()
const noticedAt = '2026-03-02T14:05:00.000Z'
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
  reporter = await aColleague(founder, ['volunteer'])
  worker = await aColleague(founder, ['socialWorker'])
  const bundle = { id: freshId(), of: 2 }
  const its = {
    ...{ noticedAt, childName: '小明', sort: 'suspectedHarm', childsWords: '大伯打我' },
    exchanges: { a: { asked: '后来呢？', words: '我跑了' } },
  }
  const who = { concernId, staffId: reporter.staffId }
  await applied(
    reporter,
    { ...reporter.change('concern', concernId, 'create', its), bundle },
    { ...reporter.change('concernReporter', freshId(), 'create', who), bundle },
  )
  const report = { concernId, to: 'police', reportedAt: noticedAt, receiptNo: '青公受〔2026〕9号' }
  await applied(reporter, reporter.change('concernReport', freshId(), 'create', report))
})
afterAll(() => house.close())

function ask(by: Person, id: string | null, language = 'zh-CN') {
  const body = { concernId: id, texts: {}, language, templateId: null }
  return by.post('/api/papers/safety', body)
}

test.each([
  'zh-CN',
  'en',
])('[SAF-15] in %s it holds the child’s words in quotation marks, each answer under its question, China’s clock and the receipt; nobody’s name stands on it as the reporter’s', async (language) => {
  const words = await readPaperWords(await ask(reporter, concernId, language))
  for (const part of [
    '“大伯打我”',
    '后来呢？',
    '“我跑了”',
    '2026-03-02 22:05',
    '青公受〔2026〕9号',
  ])
    expect(words).toContain(part)
  const names = await founder.pull()
  const its = names.entries.find(({ id }) => id === reporter.staffId)?.fields['name']
  expect(typeof its).toBe('string')
  expect(words).not.toContain(String(its))
  expect(words).not.toMatch(/[{}]/)
})

test('[SAF-15] a colleague who was not named is answered as for a record that never was', async () => {
  const [hidden, never] = [await ask(worker, concernId), await ask(worker, freshId())]
  expect([hidden.status, hidden.body]).toEqual([never.status, never.body])
  expect(hidden.status).not.toBe(200)
  expect((await ask(reporter, concernId)).status).toBe(200)
})

test('[PAP-28] the form to write on is there for everybody who works here, and tells of no concern', async () => {
  const words = await readPaperWords(await ask(worker, null))
  expect(words).toContain('孩子的原话')
  expect(words).toContain('结案人')
  expect(words).not.toContain('大伯')
  expect(words).not.toMatch(/[{}]/)
  expect(words).toContain(sayDate('zh-CN', house.open.house.today()))
})
