import { describe, expect, it } from 'vitest'
import { compareGroupPairs } from '../independent/compare-pairs.ts'
import { measureGroupEffect } from '../independent/measure-group-effect.ts'
import { testEqualVariances } from '../independent/test-equal-variances.ts'
import { testRankSum } from '../independent/test-rank-sum.ts'
import { measurePairedEffect } from '../paired/measure-paired-effect.ts'
import { estimateAlpha } from '../reliability/estimate-alpha.ts'
import { measureNonOverlap } from '../single-case/measure-non-overlap.ts'
import { measureTauU } from '../single-case/measure-tau.ts'
import { extractFactors } from '../structure/extract-factors.ts'
import { testIndependence } from '../categorical/test-independence.ts'
import type { Column } from '../result.ts'
import { columnOf, found, readExpected, readRows } from './read-case.ts'
import series from './parker.json' with { type: 'json' }

const gainOf = (group: string | null) => {
  const rows = readRows('anorexia.csv').filter((row) => group === null || row.group === group)
  const [pre, post] = [columnOf(rows, 'pre'), columnOf(rows, 'post')]
  return {
    gain: post.map((value, i) => (value ?? 0) - (pre[i] ?? 0)),
    labels: rows.map((row) => row.group ?? ''),
    pre,
    post,
  }
}

describe('further figures of the reference cases', () => {
  it('compare the gains of three groups by Tukey, Welch with Holm, and Bartlett', () => {
    const expected = readExpected('anorexia')
    const { gain, labels } = gainOf(null)
    const tukey = found(compareGroupPairs(gain, labels, { procedure: 'tukey' })).value.pairs
    const pair = (a: string, b: string) =>
      tukey.find((p) => [a, b].includes(p.first) && [a, b].includes(p.second))
    const order = [pair('CBT', 'Cont'), pair('CBT', 'FT'), pair('Cont', 'FT')]
    // TukeyHSD of R inverts and integrates to about seven digits.
    expected(
      'gain_tukey_padj',
      order.map((p) => p?.pAdjusted),
      1e-6,
    )
    // R counts the second group minus the first of its alphabetical order.
    const lows = order.map((p) =>
      p?.first === 'CBT' || (p?.first === 'Cont' && p.second === 'FT')
        ? p.interval?.low
        : -(p?.interval?.high ?? 0),
    )
    expected('gain_tukey_lwr', lows, 1e-5)
    const welch = found(compareGroupPairs(gain, labels, { procedure: 'welch' })).value.pairs
    const holm = (a: string, b: string) =>
      welch.find((p) => [a, b].includes(p.first) && [a, b].includes(p.second))?.pAdjusted
    expected('gain_pairwise_welch_holm', [
      holm('CBT', 'Cont'),
      holm('CBT', 'FT'),
      holm('Cont', 'FT'),
    ])
    expected('gain_bartlett_K2', found(testEqualVariances(gain, labels)).value.chiSquare)
  })

  it.each([
    'FT',
    'CBT',
  ])('compare the gain of %s with control: approximate g and the p of coin', (group) => {
    const expected = readExpected('anorexia')
    const [x, y] = [gainOf(group).gain, gainOf('Cont').gain]
    const effect = found(measureGroupEffect(x, y)).value
    expected(`gain${group}vsCont_hedges_g_approx`, effect.hedgesGApproximate)
    expected(`gain${group}vsCont_mw_p_exact`, found(testRankSum(x, y)).value.pByDistance)
  })

  it.each(['CBT', 'Cont', 'FT'])('give the approximate g_z of %s', (group) => {
    const { pre, post } = gainOf(group)
    const expected = readExpected('anorexia')
    expected(`${group}_gz_approx`, found(measurePairedEffect(pre, post)).value.gZApproximate)
  })

  it('order the job table', () => {
    const rows = readRows('job.csv')
    const table = ['r1', 'r2', 'r3', 'r4'].map((r) =>
      rows.filter((row) => row.row === r).map((row) => Number(row.count)),
    )
    const { ordered } = found(testIndependence(table)).value
    const expected = readExpected('job')
    expected('gamma', ordered.gamma)
    expected('kendall_tau_b', ordered.tauB)
    // The case multiplies r² by 104 - 1, although the table holds 96 people: 95 r² is the definition.
    expected('linear_by_linear', ((ordered.linearByLinear?.chiSquare ?? 0) * 103) / 95)
  })

  it('extract two factors from the attitude items', () => {
    const data = readRows('attitude.csv')
    const items = Object.keys(data[0] ?? {}).map((name) => columnOf(data, name))
    const expected = readExpected('attitude')
    const components = found(extractFactors(items, { factors: 2 })).value
    expected(
      'pca_communalities',
      components.items.map((item) => item.communality),
    )
    const loadings = [0, 1].flatMap((m) =>
      components.items.map((item) => Math.abs(item.loadings[m] ?? 0)),
    )
    expected('pca2_varimax_abs_loadings', loadings)
    const ml = found(extractFactors(items, { factors: 2, extraction: 'maximum-likelihood' })).value
    expected(
      'factanal2_uniquenesses',
      ml.items.map((item) => item.uniqueness),
    )
    expected('factanal2_chisq', ml.fit?.chiSquare, 1e-6)
  })

  it('name the variants of Tau-U', () => {
    const expected = readExpected('parker')
    for (const key of [
      'ex1',
      'ex2',
      'nap2009',
      'tarlow_linear',
      'tarlow2017',
      'tarlow_ns',
    ] as const) {
      const { A, B }: { A: Column; B: Column } = series.series[key]
      const direction = series.direction[key] === 'decrease' ? 'decrease' : 'increase'
      const { variants } = found(measureTauU(A, B, { direction })).value
      expected(`${key}_scan_AvsB_b`, variants.phasesTieCorrected)
      expected(`${key}_scan_tauU_complete_b`, variants.phasesMinusTrendA)
      expected(`${key}_scan_tauU_full_b`, variants.full)
      const { pByDistance } = found(measureNonOverlap(A, B, { direction })).value
      expected(`${key}_nap_p_exact`, pByDistance)
    }
  })

  it('count a constant item in or out', () => {
    const expected = readExpected('degenerate')
    const items = [
      [1, 2, 3, 4],
      [3, 3, 3, 3],
      [2, 1, 4, 3],
    ]
    const { value } = found(estimateAlpha(items))
    expected('constant_item_alpha_spss', value.alpha)
    expected('constant_item_alpha_naive', value.alphaWithConstantItems)
    expect(value.droppedItems).toEqual(['item 2'])
  })
})
