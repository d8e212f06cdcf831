import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groupWorld, wordingIn } from './cases/group-world.ts'
import { describeChange } from './describe-change.ts'
import { defaultOptions, evaluateChange } from './evaluate-change.ts'
import { roundDecimal, writeP, writeSigned } from './write-numbers.ts'

const reliability = [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }]

function wordsOf(language: 'zh-CN' | 'en', world = groupWorld({ reliability })) {
  const options = { ...defaultOptions, test: { kind: 'wilcoxon', zeros: 'pratt' } } as const
  const scale = evaluateChange(world, options).scales[0]
  if (scale === undefined) throw new Error('no scale')
  return describeChange(scale, wordingIn(language))
}

describe('describeChange', () => {
  it('says how many, how much, between what, who is missing and that nothing was compared [EVA-12]', () => {
    expect(wordsOf('zh-CN').sentence).toBe(
      '“信任”（儿童填答）：5 对亲子前后都有得分，平均朝希望的方向变化 +2.00 分（95% 区间 +0.24 至 +3.76，分数越高越好）；应收 6 份中有 1 份缺前测或后测；没有对照组，不能由此判断变化是什么带来的。',
    )
    expect(wordsOf('en').sentence).toBe(
      '“Trust” (answered by the child): among 5 pairs with a score both before and after, the mean change is +2.00 points, in the hoped-for direction (95% interval +0.24 to +3.76; higher is better); of 6 expected, 1 lacks the answers before or after; there was no comparison group, so what brought the change about cannot be told from this.',
    )
  })

  it('names the missing by code, the method before the p value, and what p could be at best', () => {
    const { paragraph } = wordsOf('en')
    expect(paragraph).toContain('Missing: Z-03 after (no answers).')
    expect(paragraph).toContain(
      'Wilcoxon signed-rank test (exact, two-sided, zeros by Pratt): p = 0.125; with this many people the smallest p that this test can give is 0.125.',
    )
    expect(paragraph).toContain('of 5, 3 changed reliably for the better')
  })

  it.each(['zh-CN', 'en'] as const)('ranks nobody and names no person in %s', (language) => {
    const { paragraph } = wordsOf(language)
    expect(paragraph).not.toMatch(/Child \d|Parent \d|第一名|best family|evaluation:|\{\{/)
  })

  it('says that nothing can be said when nobody answered twice', () => {
    expect(wordsOf('en', groupWorld({ sheets: () => [] })).sentence).toContain(
      'nothing can be said about change',
    )
    expect(wordsOf('zh-CN', groupWorld({ sheets: () => [] })).sentence).toContain('说不出变化')
  })

  it.each([
    'zh-CN',
    'en',
  ])('has no word for cause or significance in the texts of %s', (language) => {
    const place = new URL(`../../content/texts/${language}/evaluation.json`, import.meta.url)
    const said: string[] = []
    JSON.parse(readFileSync(place, 'utf8'), (_key, value) => {
      if (typeof value === 'string') said.push(value)
    })
    expect(said.filter((text) => /效果|显著|\beffect|significan/i.test(text))).toEqual([])
    expect(said.length).toBeGreaterThan(100)
  })
})

describe('writing numbers', () => {
  it('rounds the decimal that people see', () => {
    expect(roundDecimal(1.005, 2)).toBe(1.01)
    expect(roundDecimal(-1.005, 2)).toBe(-1.01)
    expect(roundDecimal(0.1 + 0.2, 1)).toBe(0.3)
    expect(Object.is(roundDecimal(-0.001, 1), 0)).toBe(true)
    expect(roundDecimal(1e-7, 3)).toBe(0)
  })

  it('shows the sign of a change and no sign on none', () => {
    expect([2, -0.44, 0.01].map((value) => writeSigned(value, 1))).toEqual([
      '+2.0',
      '\u22120.4',
      '0.0',
    ])
  })

  it('never writes a p of zero', () => {
    expect(writeP(0.00001)).toBe('< 0.001')
    expect(writeP(0.03125)).toBe('= 0.031')
  })
})
