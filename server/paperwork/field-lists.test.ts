import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { summaryFields } from '../../core/paperwork/summary-fields.ts'

it.each([
  'zh-CN',
  'en',
])('the field list in %s names every field, and none that does not exist', async (language) => {
  const place = new URL(`../../content/forms/fields.${language}.md`, import.meta.url)
  const rows = (await readFile(place, 'utf8')).split('\n').filter((line) => line.startsWith('| `{'))
  const named = rows.map((row) => /^\| `\{#?(.+?)\}` \| `(.+?)` \|/.exec(row)?.slice(1, 3))
  const wanted = summaryFields.map(({ id, zh }) => (language === 'en' ? [id, zh] : [zh, id]))
  const sorted = (pairs: readonly (readonly string[] | undefined)[]) =>
    pairs.map((pair) => pair?.join(' ') ?? '').sort()
  expect(sorted(named)).toEqual(sorted(wanted))
})
