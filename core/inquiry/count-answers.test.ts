import { describe, expect, it } from 'vitest'
import { draftInstrument } from './cases/sheet-world.ts'
import { countAnswers } from './count-answers.ts'

describe('counting answers', () => {
  it('counts each option, also one that nobody chose, with shares of those who answered', () => {
    const [first, second] = countAnswers(draftInstrument(), [{ q1: 1 }, { q1: 3 }, { q1: 3 }, {}])
    expect(first?.counts.map(({ value, count }) => [value, count])).toEqual([
      [1, 1],
      [2, 0],
      [3, 2],
      [4, 0],
      [5, 0],
    ])
    expect(first?.counts[2]?.share).toBeCloseTo(2 / 3, 12)
    expect(second?.counts.every(({ count, share }) => count === 0 && share === 0)).toBe(true)
  })

  it('counts whoever chose several options with each, and nobody who was not asked (INQ-18)', () => {
    const several = draftInstrument({
      subscales: [],
      responseSets: [
        { id: 'ways', min: 1, max: 3, options: [{ value: 1 }, { value: 2 }, { value: 3 }] },
      ],
      items: [
        { id: 'goes', number: 1, response: { kind: 'choice', set: 'ways' } },
        {
          id: 'ways',
          number: 2,
          response: { kind: 'multi', set: 'ways' },
          showIf: [[{ item: 'goes', is: 'atMost', value: 2 }]],
        },
      ],
    })
    const sheets = [{ goes: 1, ways: '1 2' }, { goes: 2, ways: '2' }, { goes: 3, ways: '2' }, {}]
    expect(countAnswers(several, sheets)[1]?.counts).toEqual([
      { value: 1, count: 1, share: 0.5 },
      { value: 2, count: 2, share: 1 },
      { value: 3, count: 0, share: 0 },
    ])
  })
})
