import { expect, test } from 'vitest'
import en from '../../content/texts/en/files.json' with { type: 'json' }
import zh from '../../content/texts/zh-CN/files.json' with { type: 'json' }
import {
  cellNotices,
  cellProblems,
  fileRefusals,
  fileTroubles,
  uploadRefusals,
} from './refusals.ts'

const PLACE = ['sheet', 'row', 'column']

const detailsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(fileRefusals).map(([id, details]) => [id, ['fileName', ...details]]),
  ),
  ...Object.fromEntries([...cellProblems, ...cellNotices].map((id) => [id, PLACE])),
  ...uploadRefusals,
  ...Object.fromEntries(fileTroubles.map((id) => [id, ['fileId']])),
}

/** A plural is the refusal's own text once more. */
const idOf = (key: string) => key.replace(/_(one|other)$/, '')
const texts = [...Object.entries(zh.refusals), ...Object.entries(en.refusals)]

test.each([
  ['zh-CN', zh.refusals],
  ['en', en.refusals],
])('every refusal, problem, notice and trouble has a text in %s, and no text is left over', (_language, refusals) => {
  const said = new Set(Object.keys(refusals).map(idOf))
  expect([...said].toSorted()).toEqual(Object.keys(detailsOf).toSorted())
})

test.each(texts)('%s names only details it carries', (id, text) => {
  const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
  expect(detailsOf[idOf(id)]).toEqual(expect.arrayContaining(named))
})
