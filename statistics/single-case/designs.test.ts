import { describe, expect, it } from 'vitest'
import { found } from '../cases/read-case.ts'
import { combinePhases } from './combine-phases.ts'
import { compareTiers } from './compare-tiers.ts'
import { describePhases } from './describe-phases.ts'
import { measureNonOverlap } from './measure-non-overlap.ts'

const a1 = [3, 4, 2, 4, 3]
const b1 = [5, 6, 4, 7]
const a2 = [4, 5, 3]
const b2 = [6, 5, 8, 9, 7, 6]

describe('a withdrawal design', () => {
  it('weights both comparisons by their pairs and never pools the baselines', () => {
    const { value, interval } = found(combinePhases({ a1, b1, a2, b2 }))
    const first = found(measureNonOverlap(a1, b1)).value
    const second = found(measureNonOverlap(a2, b2)).value
    const [m, n] = [5 * 4, 3 * 6]
    const nap = (m * first.nap + n * second.nap) / (m + n)
    expect(value.combined.nap).toBeCloseTo(nap, 12)
    const error = Math.hypot(m * (first.seUnbiased ?? 0), n * (second.seUnbiased ?? 0)) / (m + n)
    expect(value.combined.standardError).toBeCloseTo(error, 12)
    expect(interval?.low).toBeCloseTo(nap - 1.959963984540054 * error, 12)
    expect(interval?.high).toBeLessThanOrEqual(1)
  })

  it('shows the reversal in the wanted direction, near 0 when the gain went away', () => {
    const { value } = found(combinePhases({ a1, b1, a2, b2 }))
    // Of 12 pairs B1-A2 one rises (4 to 5) and two are equal.
    expect(value.reversal?.nap).toBeCloseTo(2 / 12, 12)
    const down = (column: number[]) => column.map((v) => -v)
    const turned = combinePhases(
      { a1: down(a1), b1: down(b1), a2: down(a2), b2: down(b2) },
      { direction: 'decrease' },
    )
    expect(found(turned).value.combined.nap).toBeCloseTo(value.combined.nap, 12)
  })
})

describe('a multiple baseline', () => {
  const still = [3, 4, 3, 4, 3, 4, 3, 4, 3]
  const up = [8, 9, 8, 9, 8, 9]

  it('counts the tiers that changed only after their own start', () => {
    const tiers = [
      { name: 'late', values: [...still, ...up], start: 9 },
      { name: 'early', values: [...still.slice(0, 5), ...up, ...up], start: 5 },
      { name: 'unmoved', values: [...still, ...still], start: 8 },
    ]
    const { value } = found(compareTiers(tiers))
    expect(value.tiers.map((tier) => [tier.name, tier.changed])).toEqual([
      ['early', true],
      ['unmoved', false],
      ['late', true],
    ])
    expect([value.changed, value.changedOnlyAfterOwnStart, value.movedBeforeStart]).toEqual([
      2, 2, 0,
    ])
    // 60 and 54 pairs that never overlap, 80 of the tier that stayed as it was.
    expect(value.combined.nap).toBeCloseTo((60 + 54 + 80 * 0.45) / 194, 12)
  })

  it('says when a tier moved while it waited', () => {
    const tiers = [
      { name: 'first', values: [3, 4, 3, 4, ...up, ...up], start: 4 },
      { name: 'second', values: [3, 4, 3, 4, 9, 8, 9, 8, ...up], start: 8 },
    ]
    const result = found(compareTiers(tiers))
    expect(result.value.movedBeforeStart).toBe(1)
    expect(result.value.changedOnlyAfterOwnStart).toBe(1)
    expect(result.warnings.map((w) => w.id)).toContain('changed-before-start')
  })

  it('names the tier whose baseline is too short', () => {
    const short = [
      { name: 'one', values: [1, 2, 3, 4], start: 2 },
      { name: 'two', values: [1, 2, 3, 4], start: 3 },
    ]
    expect(compareTiers(short)).toMatchObject({
      reason: 'TooFewValues',
      detail: expect.stringContaining('tier one'),
    })
  })
})

describe('lines through a baseline', () => {
  it('follow a straight trend exactly, by least squares, Theil-Sen and split middle', () => {
    const { value } = found(describePhases([1, 3, 5, 7, 9, 11], [13, 16, 17, 22]))
    expect(value.trendA?.leastSquares.slope).toBeCloseTo(2, 12)
    expect(value.trendA?.theilSen).toEqual({ slope: 2, intercept: -1 })
    expect(value.splitMiddle).toMatchObject({ slope: 2, intercept: -1 })
    // On the line at 13 and 17, above it at 16 and 22.
    expect(value.splitMiddle).toMatchObject({ beyond: 2, counted: 2, p: 0.25 })
    expect(value.immediateChange).toBeCloseTo((13 + 16 + 17) / 3 - 9, 12)
  })

  it('turn with the direction but keep the slope of the data', () => {
    const { value } = found(
      describePhases([11, 9, 7, 5, 3, 1], [-1, -4, -5], { direction: 'decrease' }),
    )
    expect(value.trendA?.theilSen.slope).toBe(-2)
    expect(value.splitMiddle).toMatchObject({ slope: -2, beyond: 1, counted: 1 })
    expect(value.quartileBand).toMatchObject({ low: 3.5, high: 8.5, beyond: 3 })
  })
})
