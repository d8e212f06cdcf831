import { describe, expect, it } from 'vitest'
import { measureKappa } from '../agreement/measure-kappa.ts'
import { compareMeasurements } from '../agreement/compare-measurements.ts'
import { correlateWithinClass } from '../agreement/correlate-within-class.ts'
import { regress } from '../association/regress.ts'
import { found } from '../cases/read-case.ts'
import { testPairedShares } from '../categorical/test-paired-shares.ts'
import { compareWaves } from './compare-waves.ts'
import { rankWaves } from './rank-waves.ts'

const x = [18, 20, 22, 25, 17, 19, 24, 30, 21, 23]
const y = [20, 21, 27, 29, 18, 24, 25, 33, 26, 22]
const z = [22, 20, 28, 31, 21, 25, 24, 36, 27, 26]
const close = (a: number | undefined | null, b: number) =>
  expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(1e-9 * Math.abs(b))

// The figures of this file were computed with R 4.2.2: friedman.test, anova(lm(cbind(x, y, z) ~ 1),
// X = ~1, test = "Spherical"), lm, mcnemar.test, binom.test and the ICC formulas on var().
describe('three waves', () => {
  it('give the Friedman test of R', () => {
    const { value } = found(rankWaves([x, y, z]))
    close(value.chiSquare, 12)
    close(value.p, 0.00247875217666636)
    close(value.kendallW, 0.6)
    expect(value.pairs.map((pair) => [pair.first, pair.second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
    for (const pair of value.pairs) expect(pair.pHolm ?? 0).toBeGreaterThanOrEqual(pair.p ?? 1)
  })

  it('give the repeated-measures ANOVA of R with epsilon capped at 1', () => {
    const { value } = found(compareWaves([x, y, z]))
    close(value.f, 19.726655347483)
    close(value.p, 2.90815138256753e-5)
    close(value.greenhouseGeisser.p, 9.54308966614027e-5)
    expect(value.greenhouseGeisser.epsilon).toBeCloseTo(0.8509, 4)
    expect(value.huynhFeldt.epsilon).toBe(1)
  })

  it('refuse two waves and rows that do not differ', () => {
    expect(rankWaves([x, y])).toMatchObject({ reason: 'TooFewGroups' })
    expect(rankWaves([x, x, x])).toMatchObject({ reason: 'AllTies' })
    expect(compareWaves([x, x, x])).toMatchObject({ reason: 'ZeroVariance' })
  })
})

describe('agreement', () => {
  it('gives ICC for agreement and consistency, each inside its interval', () => {
    const { value, interval } = found(correlateWithinClass([x, y, z]))
    close(value.agreement, 0.734671475615493)
    close(value.consistency, 0.88832006067501)
    expect(interval?.low).toBeLessThan(value.agreement)
    expect(interval?.high).toBeGreaterThan(value.agreement)
    expect(value.consistencyInterval.low).toBeLessThan(value.consistency)
  })

  it('gives bias, limits, proportional bias and concordance', () => {
    const { value } = found(compareMeasurements(x, y))
    close(value.bias, 2.6)
    close(value.sd, 2.11869981094276)
    close(value.proportionalBias?.slope, 0.168021680216802)
    close(value.proportionalBias?.p, 0.365554790627429)
    close(value.concordance, 0.730916436317244)
  })

  it('gives kappa by the weights it names', () => {
    const a = [1, 1, 2, 2, 3, 3, 1, 2, null]
    const b = [1, 2, 2, 3, 3, 3, 1, 1, 2]
    const plain = found(measureKappa(a, b))
    // po = 5/8; pe = (3*3 + 3*2 + 2*3)/64
    expect(plain.value.kappa).toBeCloseTo((5 / 8 - 21 / 64) / (1 - 21 / 64), 12)
    expect(plain.missing.count).toBe(1)
    const quadratic = found(measureKappa(a, b, { weights: 'quadratic' })).value.kappa
    expect(quadratic).toBeGreaterThan(plain.value.kappa)
    expect(measureKappa([1, 1], [1, 1])).toMatchObject({ reason: 'ZeroVariance' })
  })
})

describe('regression and paired shares', () => {
  it('give lm of R', () => {
    const fit = found(
      regress(z, [
        { name: 'x', values: x },
        { name: 'y', values: y },
      ]),
    ).value
    const [intercept, first, second] = fit.coefficients
    close(intercept?.b, 0.387434554973837)
    close(intercept?.standardError, 3.528151918056948)
    close(first?.b, 0.225785340314136)
    close(second?.b, 0.843586387434555)
    close(second?.p, 0.0212849374320663)
    close(second?.interval.low, 0.168315575430953)
    close(fit.rSquared, 0.891642176232343)
    close(fit.test.f, 28.8003903022706)
    const twice = [
      { name: 'x', values: x },
      { name: 'again', values: x },
    ]
    expect(regress(z, twice)).toMatchObject({ reason: 'SingularMatrix' })
  })

  it('give McNemar of R, exact and corrected', () => {
    const { value } = found(testPairedShares({ bothYes: 10, lost: 3, gained: 9, bothNo: 8 }))
    close(value.p, 0.14599609375)
    close(value.chiSquareCorrected.p, 0.148914673178766)
    const same = { bothYes: 3, lost: 0, gained: 0, bothNo: 2 }
    expect(testPairedShares(same)).toMatchObject({ reason: 'AllZeroDifferences' })
  })
})
