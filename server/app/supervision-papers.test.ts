// A supervision record on paper (form-F26): what stands on it, and that to everybody else it was never there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../../testing/house/ask-to-erase.ts'
import { aHome, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../../testing/house/person.ts'
import { readPaperWords } from '../../testing/house/read-paper-words.ts'

let house: TestHouse
let home: Home
let lead: Person
let worker: Person
const recordId = freshId()
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  lead = await aColleague(home.worker, ['supervisor'])
  worker = await aColleague(home.worker, ['socialWorker'])
  await applied(
    lead,
    lead.change('supervisionRecord', recordId, 'create', {
      parties: { [lead.staffId]: 'supervisor', [worker.staffId]: 'supervisee' },
      on: '2026-03-02',
      form: 'onSite',
      functions: ['supportive', 'resources'],
      about: { a: { kind: 'family', id: home.familyId } },
      question: '外婆不愿意让孩子打电话',
      suggestion: '先听外婆的担心',
      actions: { a: { what: '下周家访', staffId: worker.staffId, dueOn: '2026-03-09' } },
    }),
  )
})
afterAll(() => house.close())

function ask(by: Person, id: string | null, language = 'zh-CN') {
  const body = { recordId: id, texts: {}, language, templateId: null }
  return by.post('/api/papers/supervision', body)
}

test.each([
  ['zh-CN', '现场', '支持、资源链接', '看不到的档案', ['2026年3月2日', '2026年3月9日']],
  [
    'en',
    'On site',
    'Supportive, Linking resources',
    'a file you cannot see',
    ['March 2, 2026', 'March 9, 2026'],
  ],
])('[SUP-5] in %s it holds what was written; a file is named only to whoever may see it', async (language, form, functions, hidden, days) => {
  const words = await readPaperWords(await ask(lead, recordId, language))
  for (const part of [...days, form, functions, '外婆不愿意', '先听外婆', '下周家访'])
    expect(words).toContain(part)
  expect(words).not.toContain(hidden)
  expect(words).not.toMatch(/[{}]/)
  expect(await readPaperWords(await ask(worker, recordId, language))).toContain(hidden)
})

test('[SUP-5] whoever did not take part is answered as for a record that never was', async () => {
  for (const person of [
    home.worker,
    await aColleague(home.worker, ['supervisor', 'agencyAdmin']),
  ]) {
    const [there, never] = [await ask(person, recordId), await ask(person, freshId())]
    expect([there.status, there.body]).toEqual([never.status, never.body])
    expect(there.status).not.toBe(200)
  }
})

test('[PAP-28] the form to write on is there for everybody who works here, with nobody on it', async () => {
  const words = await readPaperWords(await ask(worker, null))
  expect(words).toContain('带来的问题')
  expect(words).not.toContain('外婆')
  expect(words).not.toMatch(/[{}]/)
})
