import { describe, expect, it } from 'vitest'
import { compareWords, type WordRun } from './compare-words.ts'

const shown = (runs: readonly WordRun[]) =>
  runs
    .map(({ kind, words }) =>
      kind === 'same' ? words : kind === 'added' ? `{+${words}}` : `{-${words}}`,
    )
    .join('')
const put = (runs: readonly WordRun[], without: WordRun['kind']) =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ words }) => words)
    .join('')

describe('two wordings [SUP-4]', () => {
  it.each([
    ['每周通话一次，由孩子打。', '每周通话两次，由孩子打。', '每周通话{-一}{+两}次，由孩子打。'],
    ['She calls once a week', 'She calls twice a week', 'She calls {-once}{+twice} a week'],
    ['', '新写的一段', '{+新写的一段}'],
    ['删去的一段', '', '{-删去的一段}'],
    ['一样', '一样', '一样'],
    ['先去学校，再去村里', '再去村里', '{-先去学校，}再去村里'],
  ])('%s → %s', (before, after, marked) => {
    expect(shown(compareWords(before, after))).toBe(marked)
  })

  it('are put together again from their runs, also characters beyond the first plane', () => {
    const [before, after] = ['𠮷家的孩子👧🏻在外婆家', '𠮷家的两个孩子在外婆家 2026']
    const runs = compareWords(before, after)
    expect([put(runs, 'added'), put(runs, 'removed')]).toEqual([before, after])
  })

  it('that are very long are compared by the sentence', () => {
    const long = Array.from({ length: 800 }, (_, index) => `第${index}天他说了些什么。`)
    const changed = long.with(400, '这一天没有通话。').with(10, '第一句改了。')
    const last = [...changed.slice(0, -1), '结尾也改了。']
    const runs = compareWords(long.join(''), last.join(''))
    expect(runs.filter(({ kind }) => kind === 'added').map(({ words }) => words)).toEqual([
      '第一句改了。',
      '这一天没有通话。',
      '结尾也改了。',
    ])
    expect(put(runs, 'added')).toBe(long.join(''))
  })
})
