import { describe, expect, it } from 'vitest'
import { findNotAsked, keepAskedAnswers } from './asked-items.ts'
import { draftInstrument } from './cases/sheet-world.ts'
import { refuseWrongAnswers } from './check-answers.ts'
import { refuseBrokenRules, refuseDaysToCome, refuseGaps } from './check-sheet.ts'
import { refuseBrokenScale } from './check-scale.ts'
import { holdsCondition, oppositeOf } from './holds-condition.ts'
import type { Condition } from './condition.ts'
import { scoreSheet } from './score-sheet.ts'
import { readSheetProgress } from './sheet-progress.ts'

const five = { kind: 'choice', set: 'five' }
const when = (item: string, is: string, value: number | string | null = null) => [
  [{ item, is, value }],
]
const items = [
  { id: 'phones', number: 1, response: five, required: true },
  { id: 'often', number: 2, response: five, required: true, showIf: when('phones', 'more', 1) },
  { id: 'why', number: 3, response: { kind: 'text' }, showIf: when('often', 'equal', 1) },
  { id: 'warm', number: 4, response: five, section: 'calls' },
  { id: 'long', number: 5, response: five, section: 'calls' },
]
const skipping = (changes = {}) =>
  draftInstrument({
    items,
    sections: [{ id: 'calls', showIf: when('phones', 'more', 1) }],
    subscales: [
      {
        id: 'talk',
        title: { en: 'Talk' },
        items: ['phones', 'warm', 'long'],
        scoring: 'sum',
        direction: 'higherIsBetter',
      },
    ],
    ...changes,
  })

describe('skip logic', () => {
  it('passes by what hangs on an answer, a whole section too (INQ-18)', () => {
    expect([...findNotAsked(skipping(), { phones: 1 })]).toEqual(['often', 'why', 'warm', 'long'])
    expect([...findNotAsked(skipping(), { phones: 4, often: 1 })]).toEqual([])
    expect([...findNotAsked(skipping(), {})]).toEqual(['often', 'why', 'warm', 'long'])
  })

  it('counts an answer to a question that is not asked as none, also in what follows (INQ-18)', () => {
    const answers = { phones: 1, often: 1, why: 'no signal', warm: 5 }
    expect(keepAskedAnswers(skipping(), answers)).toEqual({ phones: 1 })
  })

  it('requires and expects only what is asked (INQ-18)', () => {
    expect(refuseGaps(skipping(), { phones: 1 })).toBeNull()
    expect(refuseGaps(skipping(), { phones: 2 })?.details).toEqual({ items: '2' })
    const progress = readSheetProgress(skipping(), { answers: { phones: 1 }, skipped: [] })
    expect(progress).toMatchObject({ itemCount: 1, answered: 1, open: [] })
  })

  it('tells not asked from missing when it scores (INQ-18)', () => {
    const passed = scoreSheet(skipping(), { phones: 1, warm: 5 })
    expect(passed.ok && passed.value.subscales[0]).toMatchObject({
      value: 3,
      prorated: true,
      missingItems: [],
      itemsNeeded: 1,
      steps: [{ asked: true }, { asked: false, value: null }, { asked: false }],
    })
    const missing = scoreSheet(skipping(), { phones: 2, warm: 5 })
    expect(missing.ok && missing.value.subscales[0]).toMatchObject({
      value: null,
      reason: 'TooFewAnswers',
      missingItems: ['long'],
    })
  })

  it('gives no score to a scale of which nothing is asked, and says why (INQ-18)', () => {
    const calls = {
      id: 'calls',
      title: { en: 'Calls' },
      items: ['warm', 'long'],
      scoring: 'mean',
      direction: 'neutral',
    }
    const scored = scoreSheet(skipping({ subscales: [calls] }), { phones: 1 })
    expect(scored.ok && scored.value.subscales[0]).toMatchObject({
      value: null,
      reason: 'NotAsked',
    })
  })
})

describe('a condition', () => {
  const sides: readonly Condition[] = [
    [[{ item: 'a', is: 'more', value: 2 }]],
    [
      [
        { item: 'a', is: 'equal', value: 1 },
        { item: 'b', is: 'answered', value: null },
      ],
      [{ item: 'c', is: 'includes', value: 3 }],
    ],
    [[{ item: 'a', is: 'atMost', value: 4 }], [{ item: 'b', is: 'empty', value: null }]],
  ]
  const worlds = [
    {},
    { a: 1 },
    { a: 1, b: 'x' },
    { a: 5, c: '1 3' },
    { a: 3, b: 'x', c: '1' },
    { b: 'x' },
  ]
  it.each(
    sides,
  )('and its opposite never hold together, and one of them always does %#', (...groups) => {
    for (const answers of worlds)
      expect(holdsCondition(oppositeOf(groups), answers)).toBe(!holdsCondition(groups, answers))
  })

  it('compares days and finds one of several options', () => {
    expect(
      holdsCondition([[{ item: 'd', is: 'less', value: '2026-01-01' }]], { d: '2025-12-31' }),
    ).toBe(true)
    expect(holdsCondition([[{ item: 'm', is: 'includes', value: 1 }]], { m: '11 2' })).toBe(false)
  })
})

describe('a rule of its own', () => {
  const ruled = draftInstrument({
    subscales: [],
    responseSets: [
      { id: 'who', min: 0, max: 2, options: [{ value: 0 }, { value: 1 }, { value: 2 }] },
    ],
    items: [
      {
        id: 'home',
        number: 1,
        response: { kind: 'multi', set: 'who' },
        constraint: {
          holds: [
            [{ item: 'home', is: 'excludes', value: 0 }],
            [{ item: 'home', is: 'excludes', value: 1 }],
          ],
        },
      },
      { id: 'since', number: 2, response: { kind: 'date', notAfterToday: true } },
    ],
  })

  it('refuses what is handed in against it, and leaves an open item alone (INQ-19)', () => {
    expect(refuseBrokenScale(ruled)).toBeNull()
    expect(refuseBrokenRules(ruled, { home: '0 1' })?.details).toEqual({ item: 1 })
    expect(refuseBrokenRules(ruled, { home: '1 2' })).toBeNull()
    expect(refuseBrokenRules(ruled, {})).toBeNull()
  })

  it('refuses a day that has not come, by the calendar of whoever decides (INQ-19)', () => {
    expect(refuseDaysToCome(ruled, { since: '2026-03-11' }, '2026-03-10')?.id).toBe(
      'AnswerDayToCome',
    )
    expect(refuseDaysToCome(ruled, { since: '2026-03-10' }, '2026-03-10')).toBeNull()
  })

  it.each([
    [{ home: '2 1' }, 'AnswerNotSeveral'],
    [{ home: '1 7' }, 'AnswerNotAnOption'],
    [{ home: 1 }, 'AnswerNotSeveral'],
    [{ since: '2026-02-30' }, 'AnswerNotDay'],
  ])('takes several options and days only as they are written (INQ-5) %#', (answers, id) => {
    expect(refuseWrongAnswers(ruled, answers)?.id).toBe(id)
  })
})

describe('an instrument with skip logic', () => {
  it.each([
    ['lateCondition', [{ ...items[0], showIf: when('often', 'answered') }, ...items.slice(1)]],
    ['lateCondition', [{ ...items[0], constraint: { holds: when('often', 'more', 1) } }]],
    ['wrongTest', [items[0], { ...items[1], showIf: when('phones', 'equal', 9) }]],
    ['wrongTest', [items[0], items[1], { ...items[2], showIf: when('phones', 'includes', 'x') }]],
    ['lostSection', [{ ...items[0], section: 'nowhere' }]],
    ['wrongResponse', [{ id: 'm', number: 1, response: { kind: 'multi', set: 'five' } }]],
  ])('is not published with %s (INQ-18) %#', (problem, its) => {
    const broken = skipping({ items: its, subscales: [] })
    expect(refuseBrokenScale(broken)?.details['problem']).toBe(problem)
  })
})
