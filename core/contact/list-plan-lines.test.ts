import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { idOf, ids } from '../families/cases/family-world.ts'
import { contactPlan } from './contact-plan.ts'
import { listPlanLines } from './list-plan-lines.ts'

const wording = {
  text: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
  day: (day: string) => day,
  list: (items: readonly string[]) => items.join(', '),
}
const plan = contactPlan.read(
  fieldsAsJson({
    ...{ familyId: ids.family, pairId: idOf(300), version: 1, begunOn: '2026-03-01' },
    windows: {
      1: { weekday: 7, at: '19:30', minutes: 20, week: 'every' },
      2: { weekday: 3, at: '12:10', minutes: 10, week: 'every' },
    },
    ...{ channel: 'videoCall', otherChannel: 'text', starter: 'child', topics: ['study', 'fun'] },
    ...{ safeSentence: '风筝掉树上了', redLight: [] },
  }),
)
const lines = (shown = { ownSign: true }) =>
  listPlanLines(plan, { child: '小明', adult: '妈妈' }, wording, shown)
const drawn = (part: string) => lines().find((line) => line.part === part)?.pictures

describe('the plan for the wall [CPL-10]', () => {
  it('draws what was agreed, not only what it is about', () => {
    expect(drawn('windows')).toEqual(['two-clocks', 'sun', 'moon'])
    expect(drawn('channel')).toEqual(['video-call', 'two-bubbles'])
    expect(drawn('starter')).toEqual(['window-light'])
    expect(drawn('topics')).toEqual(['topic-wheel', 'school-bag', 'sing'])
  })

  it('prints words that only the two know where it is asked for', () => {
    const words = (shown: { readonly ownSign: boolean }) =>
      lines(shown)
        .flatMap((line) => line.words)
        .join()
    expect(words({ ownSign: false })).not.toContain('风筝掉树上了')
    expect(words({ ownSign: true })).toContain('风筝掉树上了')
  })
})
