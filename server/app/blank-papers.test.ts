// Forms with nobody on them: for whoever works here, also where they may not read the records of the room.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankPaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, type Person } from '../../testing/house/person.ts'
import { readPaperWords } from '../../testing/house/read-paper-words.ts'

/** Data, in whatever language it was written. */
const agencyName = '测试社工站'
let house: TestHouse
let founder: Person
let volunteer: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
  volunteer = await aColleague(founder, ['volunteer'])
}, 60_000)
afterAll(() => house.close())

/** Words that only the other language has: a template speaks one. */
const foreign = {
  'zh-CN': /\p{Script=Latin}{3,}/u,
  en: /\p{Script=Han}/u,
}

test.each(
  blankPaperForms.flatMap((form) => [
    { form, language: 'zh-CN' as const },
    { form, language: 'en' as const },
  ]),
)('$form in $language can be printed empty by everybody, with nobody on it [PAP-28]', async ({
  form,
  language,
}) => {
  const body = { form, texts: {}, language, templateId: null }
  const words = await readPaperWords(await volunteer.post('/api/papers/blank', body))
  expect(words.length).toBeGreaterThan(80)
  expect(words).not.toMatch(/[{}]/)
  expect(words).not.toContain('李明')
  expect(words).not.toMatch(/[a-z]+:[a-z]+\./i)
  expect(words.replaceAll(agencyName, '')).not.toMatch(foreign[language])
})
