import { describe, expect, test } from 'vitest'
import { evidenceSource } from './evidence-source.ts'
import { citedSources, filterSources, findOpenCitations, listSources } from './list-sources.ts'
import { shippedSourceId } from './shipped-source.ts'
import { sourceFactsShape } from './source-facts.ts'

const facts = (fields: object) =>
  sourceFactsShape.parse({ title: 'A study', design: 'survey', ...fields })
const shipped = (code: string, fields: object) => ({
  ...facts(fields),
  code,
  id: shippedSourceId(code),
})
const own = (id: string, fields: object) => ({
  ...evidenceSource.read({ title: 'Own study', design: 'survey', ...fields }),
  id,
})

const trial = shipped('trial', {
  title: 'A trial',
  design: 'randomised',
  certainty: 'some',
  year: 2019,
  targets: ['skills'],
  authors: ['To, S.-M.'],
})
const older = shipped('older', {
  title: 'Older',
  certainty: 'some',
  year: 2010,
  authors: ['Jensen, S. A.'],
  shows: { 'zh-CN': '出席更多', en: 'attended more' },
})
const law = shipped('law', {
  title: '未成年人保护法',
  design: 'law',
  certainty: 'notGraded',
  targets: ['trust'],
})
const ours = own('0198c0de-0000-7000-8000-000000000001', {
  title: 'A village survey',
  certainty: 'weak',
  state: 'archived',
})
const all = listSources([law, older, trial], [ours])

describe('the shelf [EVI-5]', () => {
  test('has ours and theirs in one list, the surer first, then the newer', () => {
    expect(all.map(({ title, own: isOwn }) => [title, isOwn])).toEqual([
      ['A trial', false],
      ['Older', false],
      ['A village survey', true],
      ['未成年人保护法', false],
    ])
    expect(all.filter(({ archived }) => archived).map(({ id }) => id)).toEqual([ours.id])
  })

  test.each([
    [{ target: 'skills' as const }, ['A trial']],
    [{ design: 'law' as const }, ['未成年人保护法']],
    [{ words: '出席' }, ['Older']],
    [{ words: 'TO 2019' }, ['A trial']],
    [{ words: 'trial 2010' }, []],
    [{ target: 'trust' as const, design: 'survey' as const }, []],
  ])('is looked through by %j', (asked, titles) => {
    const filter = { target: null, design: null, words: '', ...asked }
    expect(filterSources(all, filter).map(({ title }) => title)).toEqual(titles)
  })

  test('a reference list is in the order of authors, archived sources stay, an unknown id is left out', () => {
    const cited = citedSources(all, [trial.id, ours.id, older.id, shippedSourceId('gone')])
    expect(cited.map(({ title }) => title)).toEqual(['A village survey', 'Older', 'A trial'])
  })
})

test('what no cited source speaks of is named in the order of the programme [EVI-6]', () => {
  const plan = { targets: ['trust', 'cognition', 'skills'] as const, restsOnTheory: true }
  expect(findOpenCitations([trial], plan)).toEqual({
    targets: ['cognition', 'trust'],
    theory: true,
  })
})
