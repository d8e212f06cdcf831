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
})
