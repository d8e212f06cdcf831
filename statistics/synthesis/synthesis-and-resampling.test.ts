import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import { measureGainEffect } from '../independent/measure-gain-effect.ts'
import { describeLoss } from '../paired/describe-loss.ts'
import { medianOf } from '../numeric/ranks.ts'
import { meanOf, sdOf } from '../numeric/moments.ts'
import { bootstrapInterval, leaveOneOut } from '../resampling/bootstrap-interval.ts'
import { bootstrapTwo } from '../resampling/bootstrap-two.ts'
import { combineEffects } from './combine-effects.ts'

describe('gain effect', () => {
  it('equals the d_ppc2 of family therapy against control', () => {
    const rows = readRows('anorexia.csv')
    const of = (group: string) => {
      const own = rows.filter((row) => row.group === group)
      return { first: columnOf(own, 'pre'), second: columnOf(own, 'post') }
    }
    const { value } = found(measureGainEffect(of('FT'), of('Cont')))
    readExpected('anorexia')('dppc2_FT_vs_Cont', value.dPpc2)
  })
})

describe('loss', () => {
  it('names the rows that were lost and compares their start', () => {
    const { value } = found(describeLoss([5, 6, 7, 2, 3, null], [6, 7, 9, null, null, 4]))
    expect(value.lostRows).toEqual([3, 4])
    expect(value.lateRows).toEqual([5])
    expect(value.kept?.mean).toBe(6)
    expect(value.lost?.mean).toBe(2.5)
    expect(value.difference?.value).toBe(3.5)
  })

  it('gives no difference when nobody was lost', () => {
    const { value } = found(describeLoss([5, 6], [6, 7]))
    expect(value.lost).toBeNull()
    expect(value.difference).toBeNull()
  })
})

describe('synthesis', () => {
  it('weighs equal studies equally and finds no heterogeneity', () => {
    const { value } = found(combineEffects([0.4, 0.4, 0.4], [0.2, 0.2, 0.2]))
    expect(value.fixed.effect).toBeCloseTo(0.4, 12)
    expect(value.random.standardError).toBeCloseTo(0.2 / Math.sqrt(3), 12)
    expect([value.tauSquared, value.iSquared]).toEqual([0, 0])
  })

  it('gives DerSimonian-Laird by hand', () => {
    // w = 4, 4; Q = 4 (1 + 1) = 8 at mean 1; scale = 8 - 32 / 8 = 4; tau^2 = (8 - 1) / 4
    const { value } = found(combineEffects([0, 2], [0.5, 0.5]))
    expect(value.q).toBeCloseTo(8, 12)
    expect(value.tauSquared).toBeCloseTo(1.75, 12)
    expect(value.iSquared).toBeCloseTo(7 / 8, 12)
    expect(value.random.standardError).toBeCloseTo(1, 12)
    expect(value.prediction).toBeNull()
  })

  it('takes no error below the plain one where effects lie closer together than their errors allow', () => {
    const effects = [0.2, 0.25, 0.22]
    const errors = [0.1, 0.1, 0.1]
    const plain = 0.1 / Math.sqrt(3)
    const classic = found(combineEffects(effects, errors, { interval: 'hartung-knapp' }))
    expect(classic.value.random.standardError).toBeLessThan(plain / 3)
    expect(classic.warnings.map(({ id }) => id)).toContain('knapp-too-narrow')
    const floored = found(combineEffects(effects, errors, { interval: 'hartung-knapp-modified' }))
    expect(floored.value.random.standardError).toBeCloseTo(plain, 12)
    expect(floored.method.id).toBe('synthesis-dl-hartung-knapp-modified')
    expect(floored.warnings.map(({ id }) => id)).not.toContain('knapp-too-narrow')
  })

  it.each([
    [[0.2, 0.2]],
    [[0.1, 0.1, 0.1]],
    [[0.7, 0.7, 0.7, 0.7]],
  ])('gives equal effects an interval with width under either: %j', (effects) => {
    const errors = effects.map(() => 0.1)
    for (const interval of ['hartung-knapp', 'hartung-knapp-modified'] as const)
      for (const tau of ['dl', 'reml', 'pm'] as const) {
        const { value } = found(combineEffects(effects, errors, { interval, tau }))
        expect(value.random.standardError).toBeCloseTo(0.1 / Math.sqrt(effects.length), 12)
        expect(value.random.interval.high - value.random.interval.low).toBeGreaterThan(0.1)
      }
  })

  it('leaves Hartung-Knapp as it is where the effects spread', () => {
    const effects = [0.2, 0.5, -0.1, 0.9, 0.4]
    const errors = [0.1, 0.2, 0.15, 0.3, 0.12]
    const options = { tau: 'dl', interval: 'hartung-knapp' } as const
    const classic = found(combineEffects(effects, errors, options))
    const floored = found(
      combineEffects(effects, errors, { ...options, interval: 'hartung-knapp-modified' }),
    )
    const { standardError } = classic.value.random
    const plain = found(combineEffects(effects, errors, { tau: 'dl' })).value.random.standardError
    expect(floored.value.random.standardError).toBe(Math.max(standardError, plain))
  })

  it('refuses one study and an error of zero', () => {
    expect(combineEffects([1], [1])).toMatchObject({ reason: 'TooFewValues' })
    expect(combineEffects([1, 2], [1, 0])).toMatchObject({ reason: 'OutOfRange' })
  })
})

describe('bootstrap', () => {
  const x = [2, 4, 5, 5, 6, 7, 9, 14, 3, 8]

  it('repeats itself with the same seed and holds its estimate', () => {
    const once = found(bootstrapInterval(x))
    expect(bootstrapInterval(x)).toEqual(once)
    expect(bootstrapInterval(x, { seed: 2 })).not.toEqual(once)
    expect(once.interval?.low).toBeLessThan(6.3)
    expect(once.interval?.high).toBeGreaterThan(6.3)
  })

  it('has the standard error of the mean and leans towards the long tail', () => {
    const { value, interval } = found(bootstrapInterval(x, { samples: 20_000 }))
    // sd with n in the denominator / sqrt(n)
    expect(value.standardError).toBeCloseTo(Math.sqrt(10.81 / 10), 1)
    expect(value.acceleration).toBeGreaterThan(0)
    expect(interval?.high ?? 0).toBeGreaterThan(value.percentile.high)
  })
})

describe('leaving one out', () => {
  it('is the statistic of the others', () => {
    for (const x of [
      [2, 4, 5, 5, 6, 7, 9, 14, 3, 8],
      [1, 1, 1, 1, 9],
      [3.5, -2, 8, 0.25, 7, 7],
    ]) {
      const without = (i: number) => x.filter((_, j) => j !== i)
      const both = [
        { statistic: 'mean', of: meanOf },
        { statistic: 'median', of: medianOf },
        { statistic: 'sd', of: sdOf },
      ] as const
      for (const { statistic, of } of both) {
        const left = leaveOneOut(x, statistic)
        for (const [i, value] of left.entries()) expect(value).toBeCloseTo(of(without(i)), 10)
      }
    }
  })

  it('refuses more than can be drawn in seconds, by name', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => i % 7)
    expect(bootstrapInterval(many)).toMatchObject({ reason: 'TooLarge' })
    expect(bootstrapTwo(many, many)).toMatchObject({ reason: 'TooLarge' })
  })
})

describe('a bootstrap of two columns', () => {
  const mpg = [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
    14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ]

  it('has the acceleration of R boot with strata, and limits within sampling error of its', () => {
    // boot 1.3.28, 20,000 draws: empinf(type = "jack", strata) gives a; limits -6.6706 and 1.0526.
    const result = found(bootstrapTwo(mpg.slice(0, 15), mpg.slice(15), { samples: 20_000 }))
    expect(result.value.acceleration).toBeCloseTo(-0.01237002, 8)
    expect(Math.abs((result.interval?.low ?? 0) + 6.6706)).toBeLessThan(0.12)
    expect(Math.abs((result.interval?.high ?? 0) - 1.0526)).toBeLessThan(0.12)
  })

  it('draws pairs together for a correlation, and the same with the same seed', () => {
    const other = mpg.map((value, i) => value + ((i * 7) % 5))
    const once = found(bootstrapTwo(mpg, other, { statistic: 'correlation', samples: 400 }))
    expect(found(bootstrapTwo(mpg, other, { statistic: 'correlation', samples: 400 }))).toEqual(
      once,
    )
    expect(once.interval?.low).toBeGreaterThan(0.9)
    expect(once.interval?.high).toBeLessThanOrEqual(1)
    expect(bootstrapTwo([1, 2, 3], [1, 2, 3])).toMatchObject({ reason: 'TooFewValues' })
    expect(bootstrapTwo([1, 2, 3, 4, 5], [2, 2, 2, 2, 2])).toMatchObject({ reason: 'ZeroVariance' })
  })
})
