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
  runAnalysis,
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

describe('the newer analyses at the edge', () => {
  const alike = { a: [1, 1, 1, 1], b: [1, 1, 1, 1], c: [1, 1, 1, 1] }
  const many = Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 13)
  const codes = many.map((_, i) => ['a', 'b', 'c'][i % 3] ?? 'a')

  it.each([
    ['mixed-anova', { waves: alike, group: ['x', 'x', 'y', 'y'] }, 'ZeroVariance'],
    ['mixed-anova', { waves: { a: [1, 2, 3, 4] }, group: ['x', 'x', 'y', 'y'] }, 'TooFewGroups'],
    ['friedman', { waves: alike }, 'AllTies'],
    ['pairwise', { value: [1, 1, 2, 2], group: ['x', 'x', 'y', 'y'] }, 'ZeroVariance'],
    ['bartlett', { value: [1, 1, 2, 3], group: ['x', 'x', 'y', 'y'] }, 'ZeroVariance'],
    ['clustering', { value: [1, 2, 3], cluster: ['x', 'y', 'z'] }, 'TooFewValues'],
    ['partial', { x: [1, 2, 3], y: [3, 1, 2], controls: { z: [1, 3, 2] } }, 'TooFewValues'],
    [
      'partial',
      { x: [1, 2, 3, 4], y: [3, 1, 2, 5], controls: { z: [1, 2, 3, 4] } },
      'ZeroVariance',
    ],
    ['cluster-regression', { y: [1, 2, 3], cluster: ['x', 'x', 'x'] }, 'TooFewGroups'],
    ['fleiss-kappa', { raters: { a: ['u', 'u'], b: ['u', 'u'] } }, 'ZeroVariance'],
    ['factors', { items: alike }, 'TooFewItems'],
    ['parallel-analysis', { items: alike }, 'TooFewItems'],
    ['item-analysis', { items: alike }, 'TooFewItems'],
    ['abab', { a1: [1, 2], b1: [3], a2: [1, 2, 3], b2: [4] }, 'TooFewValues'],
    [
      'multiple-baseline',
      { tiers: { a: [1, 2, 3, 4], b: [1, 2, 3, 4] }, starts: [3, 3] },
      'AllTies',
    ],
    ['compare-proportions', { successesX: 3, nX: 2, successesY: 1, nY: 2 }, 'OutOfRange'],
    ['scale-score', { items: { a: [1, 9] } }, 'OutOfRange'],
    ['dyad-agreement', { first: [1, 2], second: [2, 1] }, 'TooFewValues'],
    ['power-table', { sizes: [1], effects: [0.5] }, 'OutOfRange'],
  ])('%s refuses %j as %s', (name, data, reason) => {
    expect(runAnalysis(name, data)).toMatchObject({ ok: false, reason })
  })

  it('refuses the actor-partner model below its least number of pairs and warns below fifty', () => {
    const [example] = analyses.filter((analysis) => analysis.name === 'actor-partner')
    expect(example?.run(example.example.data)).toMatchObject({ reason: 'TooFewValues' })
    const found = example?.run(example.example.data, { least: 10 })
    expect(found).toMatchObject({ ok: true, warnings: [{ id: 'few-dyads' }] })
  })

  it('answers a million rows', () => {
    const groups = runAnalysis('one-way-anova', { value: many, group: codes })
    expect(groups).toMatchObject({ ok: true, n: 1_000_000 })
    expect(runAnalysis('describe', { values: many })).toMatchObject({ ok: true, n: 1_000_000 })
    const both = { items: { a: many, b: many.toReversed() } }
    expect(runAnalysis('correlations', both)).toMatchObject({
      ok: true,
      value: { pairs: [{ n: 1_000_000 }] },
    })
  }, 120_000)

  it('gives the same correlation for numbers near the ends of the range', () => {
    const x = [1, 2, 3, 4, 5, 6, 7]
    const y = [2, 1, 4, 3, 7, 5, 6]
    const plain = runAnalysis('dyad-agreement', { first: x, second: y })
    for (const unit of [1e150, 1e-150]) {
      const scaled = { first: x.map((v) => v * unit), second: y.map((v) => v * unit) }
      const found = runAnalysis('correlations', { items: scaled })
      expect(found.ok).toBe(true)
      if (!plain.ok || !found.ok) continue
      expect(JSON.stringify(found.value)).toContain('"r":0.82')
    }
    const huge = { a: [1e308, -1e308, 1e308], b: [1, 2, 3], c: [-1e308, 1e308, -1e308] }
    expect(runAnalysis('repeated-anova', { waves: huge })).toMatchObject({ ok: false })
  })
})
