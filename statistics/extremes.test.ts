import { describe, expect, it } from 'vitest'
import { found, readExpected } from './cases/read-case.ts'
import {
  adjustPValues,
  analyses,
  assessIndividualChange,
  compareGroupMeans,
  compareMeans,
  correlateLinearly,
  correlateOrder,
  describeValues,
  findCutOffs,
  measurePairedEffect,
  testPairedMean,
  testRankSum,
  testSign,
  testSignedRank,
} from './index.ts'
import { chiSquareUpper, normalQuantile, tTwoSided } from './numeric/distributions.ts'

const up = { pre: [10, 12, 9, 14, 11, 13], post: [12, 15, 10, 18, 16, 19] }
const zeros = [0, 0, 0, 0, 0, 0]
const twos = [2, 2, 2, 2, 2, 2]

describe('degenerate inputs', () => {
  const expected = readExpected('degenerate')

  it('names why constant differences have no t, even when they differ by float dust', () => {
    expect(testPairedMean(zeros, zeros)).toMatchObject({ reason: 'AllZeroDifferences' })
    expect(testPairedMean(zeros, twos)).toMatchObject({ reason: 'ZeroVariance' })
    const pre = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    const post = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    expect(testPairedMean(pre, post)).toMatchObject({ reason: 'ZeroVariance' })
    expect(testPairedMean([3], [5])).toMatchObject({ reason: 'TooFewValues' })
  })

  it('still ranks constant differences', () => {
    expected('constant_diff_wilcoxon_p', found(testSignedRank(zeros, twos)).value.p)
    const effect = found(
      measurePairedEffect(
        up.pre,
        up.pre.map((v) => v + 2),
      ),
    )
    expected('constant_diff_dz', effect.value.dZ)
    expect(effect.value.dPre).not.toBeNull()
    expect(testSignedRank(zeros, zeros)).toMatchObject({ reason: 'AllZeroDifferences' })
  })

  it('warns when no outcome could have reached .05', () => {
    const six = found(testSignedRank(up.pre, up.post))
    expected('n6_all_up_wilcoxon_p', six.value.p)
    expect(six.warnings).toEqual([])
    const five = found(testSignedRank([0, 0, 0, 0, 0], [1, 2, 3, 4, 5]))
    expected('n5_all_up_wilcoxon_p', five.value.p)
    expect(five.warnings.map((w) => w.id)).toContain('p-cannot-reach-05')
    expect(five.warnings.map((w) => w.id)).toContain('level-not-reached')
    const holm = found(adjustPValues([six.value.p, six.value.p, six.value.p])).value.adjusted
    expected('holm_n6_three_comparisons_min', holm[0])
  })

  it('refuses NaN, infinities, unequal lengths and levels outside 0 … 1', () => {
    expect(describeValues([1, Number.NaN])).toMatchObject({ reason: 'NotFinite' })
    expect(testSignedRank([1, 2], [2, Infinity])).toMatchObject({ reason: 'NotFinite' })
    expect(testSign([1, 2], [2])).toMatchObject({ reason: 'LengthMismatch' })
    expect(describeValues([1, 2], { level: 1 })).toMatchObject({ reason: 'OutOfRange' })
    expect(describeValues([null, null])).toMatchObject({ reason: 'TooFewValues' })
    expect(testRankSum([3, 3], [3, 3, 3])).toMatchObject({ reason: 'AllTies' })
    expect(compareMeans([3, 3], [3, 3, 3])).toMatchObject({ reason: 'ZeroVariance' })
    expect(correlateLinearly([1, 2, 3], [4, 4, 4])).toMatchObject({ reason: 'ZeroVariance' })
    expect(assessIndividualChange([1, 2], [2, 3], { reliability: 1, sd: 3 })).toMatchObject({
      reason: 'OutOfRange',
    })
  })
})

describe('extreme magnitudes', () => {
  it('gives mean and sd near the largest double, and refuses what overflows', () => {
    const huge = found(describeValues([1e308, 1.2e308, 1.4e308]))
    expect(huge.value.mean / 1.2e308).toBeCloseTo(1, 12)
    expect((huge.value.sd ?? 0) / 2e307).toBeCloseTo(1, 12)
    expect(testPairedMean([-1e308, -1.5e308], [1e308, 1.1e308])).toMatchObject({
      reason: 'NumberTooLarge',
    })
  })

  it('gives t, ranks and correlation of denormal numbers', () => {
    const tiny = (k: readonly number[]) => k.map((v) => v * 5e-320)
    const a = found(testSignedRank(tiny([1, 2, 3, 4]), tiny([3, 5, 4, 9])))
    expect(a.value.p).toBe(found(testSignedRank([1, 2, 3, 4], [3, 5, 4, 9])).value.p)
    expect(found(correlateLinearly(tiny([1, 2, 3, 4]), [1, 3, 2, 5])).value.r).toBeCloseTo(
      found(correlateLinearly([1, 2, 3, 4], [1, 3, 2, 5])).value.r,
      3,
    )
  })

  it('keeps its digits under cancellation (NIST NumAcc4, SmLs07 style)', () => {
    const numAcc4 = [
      10000000.2,
      ...Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat(),
    ]
    expect(found(describeValues(numAcc4)).value.sd).toBeCloseTo(0.1, 8)
    const offsets = [0.4, 0.3, 0.2, 0.5, 0.1, 0.6, 0.2, 0.4, 0.3]
    const group = [1, 1, 1, 2, 2, 2, 3, 3, 3]
    const plain = found(compareGroupMeans(offsets, group)).value.anova.f
    const shifted = offsets.map((v) => v + 2 ** 20)
    expect(found(compareGroupMeans(shifted, group)).value.anova.f / plain).toBeCloseTo(1, 8)
  })

  it('keeps far tails that 1 - cdf would lose', () => {
    expect(chiSquareUpper(300, 20) / 7.89e-52).toBeCloseTo(1, 1)
    expect(tTwoSided(40, 30)).toBeGreaterThan(0)
    // qnorm(1e-10) in R
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.36134090240406, 12)
  })
})

describe('extreme sizes', () => {
  it('answers 100,000 tied pairs and groups', () => {
    const pre = Array.from({ length: 100_000 }, (_, i) => i % 5)
    const post = pre.map((v, i) => v + (i % 3 === 0 ? 1 : 0))
    const ranks = found(testSignedRank(pre, post))
    expect(ranks.method.id).toBe('wilcoxon-normal-cc-pratt')
    expect(ranks.warnings.map((w) => w.id)).toEqual(['no-hodges-lehmann'])
    expect(found(testRankSum(post, pre)).value.probabilityOfSuperiority).toBeGreaterThan(0.5)
    expect(found(correlateOrder(pre, post)).value.tauB).toBeGreaterThan(0.8)
  })

  it('answers n = 2 or refuses by name, for every analysis', () => {
    for (const analysis of analyses) {
      const data = Object.fromEntries(
        Object.entries(Object(analysis.example.data)).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.slice(0, 2) : value,
        ]),
      )
      // The first two rows of the ANCOVA example lack its reference group.
      const options = analysis.name === 'ancova' ? {} : analysis.example.options
      const result = analysis.run(data, options)
      if (!result.ok) expect(result.reason).not.toBe('BadInput')
    }
  })
})

describe('cut-offs', () => {
  it('lie between the norms and take b from the functional SD', () => {
    const { value } = found(findCutOffs({ mean: 16, sd: 5 }, { mean: 28, sd: 4 }, 'increase'))
    expect(value).toEqual({ a: 26, b: 20, c: (4 * 16 + 5 * 28) / 9 })
  })
})
