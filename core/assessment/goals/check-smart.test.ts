import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkSmart, type SmartGoal, smartHintIds } from './check-smart.ts'

const whole: SmartGoal = {
  text: '孩子每周主动给爸爸打两次电话',
  whoDoes: '孩子打，爸爸晚上接',
  measure: '联系记录里孩子先开始的次数',
  source: 'contactLog',
  baseline: '每周不到1次',
  baselineFrom: { of: 'contact', figure: 'child', sheetId: null, value: 0.5, on: '2026-03-01' },
  setOn: '2026-03-01',
  dueOn: '2026-06-01',
  reviewOn: ['2026-04-01'],
  agreedBy: ['child', 'parent'],
  muchLess: '0次',
  less: '1次',
  expected: '2次',
  more: '3次',
  muchMore: '4次以上',
}

function hintsOf(changes: Partial<SmartGoal>) {
  return checkSmart({ ...whole, ...changes })
}

describe('what a goal does not say yet [GOA-2]', () => {
  it('is nothing where it says who, what, how much, from where, by when and who agreed', () => {
    expect(checkSmart(whole)).toEqual([])
    expect(hintsOf({ text: 'The child calls her father twice a week' })).toEqual([])
    expect(hintsOf({ text: 'Father and daughter talk three times a week' })).toEqual([])
  })

  it.each([
    [{ whoDoes: ' ' }, ['nobody']],
    [{ measure: '', source: null }, ['noMeasure']],
    [{ baseline: '', baselineFrom: null }, ['noBaseline']],
    [{ baselineFrom: null }, ['baselineByHand']],
    [{ baselineFrom: null, source: 'observation' as const }, []],
    [{ dueOn: null }, ['noDay']],
    [{ dueOn: '2026-02-01' }, ['dayBeforeSet']],
    [{ reviewOn: [] }, ['noReview']],
    [{ reviewOn: [], dueOn: '2026-04-01' }, []],
    [{ agreedBy: ['worker' as const] }, ['notAgreed']],
    [{ muchLess: '', less: '', expected: '', more: '', muchMore: '' }, ['noLevels']],
  ])('is named one by one: %j', (changes, ids) => {
    expect(hintsOf(changes)).toEqual(ids)
  })

  it.each([
    ['孩子每周打两次电话，并且按时写作业', ['twoInOne']],
    ['She calls twice a week and helps at home', ['twoInOne']],
    ['爸爸不再一开口就问成绩', ['onlyStops']],
    ['Her father stops shouting', ['onlyStops']],
  ])('is in the words: %s', (text, ids) => {
    expect(hintsOf({ text })).toEqual(ids)
  })

  it('is a number, unless one stands anywhere in text, measure or expected level', () => {
    const bare = { expected: '如约', measure: '看联系记录' }
    expect(hintsOf({ ...bare, text: '孩子主动打电话' })).toEqual(['noNumber'])
    expect(hintsOf({ ...bare, text: '改善亲子沟通' })).toEqual(['vague'])
    expect(hintsOf({ text: '改善亲子沟通' })).toEqual([])
  })

  it('has words with a remedy for every hint in both languages', () => {
    const shape = z.object({ smart: z.record(z.string(), z.string().min(1)) })
    for (const language of ['zh-CN', 'en']) {
      const file = new URL(`../../../content/texts/${language}/goals.json`, import.meta.url)
      const texts = shape.parse(JSON.parse(readFileSync(file, 'utf8')))
      expect(Object.keys(texts.smart).sort()).toEqual([...smartHintIds].sort())
    }
  })
})
