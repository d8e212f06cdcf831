import { expect, test } from 'vitest'
import texts from './refusal-texts.json' with { type: 'json' }
import { cellNotices, cellProblems, fileRefusals, fileTroubles } from './refusals.ts'

const PLACE = ['sheet', 'row', 'column']

const detailsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(fileRefusals).map(([id, details]) => [id, ['fileName', ...details]]),
  ),
  ...Object.fromEntries([...cellProblems, ...cellNotices].map((id) => [id, PLACE])),
  ...Object.fromEntries(fileTroubles.map((id) => [id, ['fileId']])),
}

test('every refusal, problem, notice and trouble has a text in both languages, and no text is left over', () => {
  expect(Object.keys(texts).toSorted()).toEqual(Object.keys(detailsOf).toSorted())
})

test.each(Object.entries(texts))('the texts of %s name only details it carries', (id, both) => {
  for (const text of [both['zh-CN'], both.en]) {
    const named = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(detailsOf[id]).toEqual(expect.arrayContaining(named))
  }
})
