import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkLevels, levelFindingIds } from './check-levels.ts'
import { levelNames } from './level-names.ts'
import { readRange } from './read-range.ts'

const textsShape = z.object({
  levels: z.object({ findings: z.record(z.string(), z.string().min(1)) }),
})

function check(...words: readonly string[]) {
  const [muchLess = '', less = '', expected = '', more = '', muchMore = ''] = words
  return checkLevels({ muchLess, less, expected, more, muchMore })
}

describe('the number in a level', () => {
  it.each([
    ['每周 2–3 次', 2, 3, 7],
    ['每周两三次', 2, 3, 7],
    ['每周三次', 3, 3, 7],
    ['每周一到两次', 1, 2, 7],
    ['每个月十二次', 12, 12, 30.4],
    ['两周主动一次', 1, 1, 14],
    ['一个星期至少3次', 3, null, 7],
    ['每天不到10分钟', 0, 9, 1],
    ['不少于4次', 4, null, null],
    ['每周不超过２次', 0, 2, 7],
    ['每周3次以上', 3, null, 7],
    ['超过5次', 6, null, null],
    ['0 次', 0, 0, null],
    ['一次也没有', 0, 0, null],
    ['less than 2 a week', 0, 1, 7],
    ['at least three calls per week', 3, null, 7],
    ['no more than 2 calls a month', 0, 2, 30.4],
    ['once or twice a week', 1, 2, 7],
    ['4 or more times a week', 4, null, 7],
    ['twice every other week', 2, 2, 14],
    ['never', 0, 0, null],
    ['more than 1.5 hours', 1.6, null, null],
  ])('%s', (words, from, to, days) => {
    expect(readRange(words)).toMatchObject({ from, to, days })
  })

  it.each([
    '一起做一样的事',
    '每周一给妈妈打电话',
    '第一次主动说心事',
    '每周1次，每次10–20分钟',
    'Says one of the two things',
    'no one calls',
    '很少联系',
  ])('is not guessed: %s', (words) => {
    expect(readRange(words)).toBeNull()
  })
})

describe('five levels of a goal [GOA-1]', () => {
  it('hold together: a rising and a falling row, in both languages, and a checklist', () => {
    expect(check('每周 0 次', '每周 1 次', '每周 2–3 次', '每周 4 次', '每周至少 5 次')).toEqual([])
    expect(
      check('never a week', 'once a week', '2 or 3 a week', '4 a week', 'more than 4 a week'),
    ).toEqual([])
    expect(check('每周吵5次以上', '每周吵3-4次', '每周吵两次', '每周吵一次', '每周吵0次')).toEqual(
      [],
    )
    expect(check()).toEqual([])
  })

  it('hold together where words tell one number apart, and where periods differ', () => {
    const sample = [
      '只在大人催时才接',
      '两周主动一次',
      '每周主动一次',
      '每周主动一次，会先想好说什么',
      '每周两次，还约好下次',
    ]
    expect(check(...sample)).toEqual([])
  })

  it('name what is empty', () => {
    expect(check('每周0次', '', '每周2次', '每周3次', '')).toContainEqual({
      id: 'empty',
      levels: ['less', 'muchMore'],
    })
  })

  it('name what is the same, by words or by number', () => {
    expect(check('不说话', '说几句', '说几句。', '聊起来', '说心里话')).toEqual([
      { id: 'identical', levels: ['less', 'expected'] },
    ])
    expect(check('0次', '每周一次', '每周2次', '每周两次', '每周至少三次')).toEqual([
      { id: 'identical', levels: ['expected', 'more'] },
    ])
  })

  it('name what two levels share', () => {
    expect(check('每周0次', '每周1–2次', '每周2–3次', '每周4次', '每周至少4次')).toEqual([
      { id: 'overlap', levels: ['less', 'expected'], from: 2, to: 2 },
      { id: 'overlap', levels: ['more', 'muchMore'], from: 4, to: 4 },
    ])
    expect(
      check('0 a week', 'less than 2 a week', '2 a week', '3 a week', '4 or more a week'),
    ).toEqual([{ id: 'overlap', levels: ['muchLess', 'less'], from: 0, to: 0 }])
    expect(check('至少3次', '至少5次')).toContainEqual({
      id: 'overlap',
      levels: ['muchLess', 'less'],
      from: 5,
      to: null,
    })
  })

  it('name what no level has, up and down', () => {
    expect(check('每周0次', '每周1次', '每周2次', '每周5次', '每周6次以上')).toEqual([
      { id: 'gap', levels: ['expected', 'more'], from: 3, to: 4 },
    ])
    expect(
      check('9+ quarrels', '5-8 quarrels', '3 quarrels', '2 quarrels', '0-1 quarrels'),
    ).toEqual([{ id: 'gap', levels: ['less', 'expected'], from: 4, to: 4 }])
  })

  it('name what goes the other way', () => {
    const found = check('每周0次', '每周2次', '每周1次', '每周3次', '每周至少4次')
    expect(found.filter(({ id }) => id === 'unordered')).toEqual([
      { id: 'unordered', levels: ['less', 'expected'] },
    ])
  })

  it('have words with a remedy for every finding in both languages', () => {
    for (const language of ['zh-CN', 'en']) {
      const file = new URL(`../../../content/texts/${language}/assessment.json`, import.meta.url)
      const texts = textsShape.parse(JSON.parse(readFileSync(file, 'utf8')))
      expect(Object.keys(texts.levels.findings).sort()).toEqual([...levelFindingIds].sort())
    }
    expect(levelNames).toHaveLength(5)
  })
})
