import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import type { Expected } from '../cases/read-case.ts'
import type { Column } from '../result.ts'
import { measurePairedEffect } from './measure-paired-effect.ts'
import { testPairedMean } from './test-paired-mean.ts'
import { testSign } from './test-sign.ts'
import { testSignFlip } from './test-sign-flip.ts'
import { testSignedRank } from './test-signed-rank.ts'

function limits(interval: { low: number; high: number } | null): number[] {
  return interval === null ? [] : [interval.low, interval.high]
}

function expectMeans(pre: Column, post: Column, expected: Expected, prefix: string): void {
  const mean = found(testPairedMean(pre, post))
  expected(`${prefix}n`, mean.n)
  expected(`${prefix}mean_pre`, mean.value.meanFirst)
  expected(`${prefix}mean_post`, mean.value.meanSecond)
  expected(`${prefix}sd_pre`, mean.value.sdFirst)
  expected(`${prefix}sd_post`, mean.value.sdSecond)
  expected(`${prefix}mean_diff`, mean.value.meanDifference)
  expected(`${prefix}sd_diff`, mean.value.sdDifference)
  expected(`${prefix}t`, mean.value.t)
  expected(`${prefix}df`, mean.value.df)
  expected(`${prefix}t_p`, mean.value.p)
  expected(`${prefix}mean_diff_ci95`, limits(mean.interval))
  expected(`${prefix}r_pre_post`, mean.value.correlation)
  const effect = found(measurePairedEffect(pre, post)).value
  expected(`${prefix}dz`, effect.dZ)
  expected(`${prefix}dz_ci95`, limits(effect.dZInterval))
  expected(`${prefix}gz_exact`, effect.gZ)
  expected(`${prefix}gz_ci95`, limits(effect.gZInterval))
  expected(`${prefix}dav_mean_sd`, effect.dAv)
  expected(`${prefix}dav_rms_sd`, effect.dAvRms)
  expected(`${prefix}d_pre`, effect.dPre)
  expected(`${prefix}drm`, effect.dRm)
}

describe('paired change, sleep data', () => {
  const rows = readRows('sleep.csv')
  const [pre, post] = [columnOf(rows, 'pre'), columnOf(rows, 'post')]
  const expected = readExpected('sleep')

  it('gives the means, the t test and the effect sizes of R', () => {
    expectMeans(pre, post, expected, '')
  })

  it('gives the exact signed-rank test of R 4.6 with zeros by Pratt', () => {
    const pratt = found(testSignedRank(pre, post))
    expected('w_n_zero', pratt.value.zeros)
    expected('w_n_nonzero', pratt.value.nonZero)
    expected('w_V_pratt', pratt.value.v)
    expected('w_p_exact_pratt', pratt.value.p)
    expected('w_p_enum_pratt', pratt.value.p)
    expected('hodges_lehmann', pratt.value.hodgesLehmann)
    expected('r46_wilcox_paired_statistic', pratt.value.v)
    expected('r46_wilcox_paired_p', pratt.value.p)
    expected('r46_wilcox_paired_ci95', limits(pratt.interval))
    expected('r46_wilcox_paired_estimate', pratt.estimate?.value)
    expected('rank_biserial_pratt', pratt.value.rankBiserialPratt)
    expect(pratt.method.id).toBe('wilcoxon-exact-pratt')
  })

  it('gives the named alternatives: zeros dropped, normal with and without correction', () => {
    const drop = found(testSignedRank(pre, post, { zeros: 'drop' })).value
    expected('w_V_drop', drop.v)
    expected('w_p_exact_drop', drop.p)
    expected('rank_biserial_drop', drop.rankBiserial)
    const normal = { zeros: 'drop', computation: 'normal' } as const
    expected('w_p_asymp_cc', found(testSignedRank(pre, post, normal)).value.p)
    const spss = found(testSignedRank(pre, post, { ...normal, continuity: false })).value
    expected('w_p_asymp_spss', spss.p)
    expected('w_z_spss', spss.z)
  })

  it('gives the sign test and the sign-flip test', () => {
    expected('sign_test_p', found(testSign(pre, post)).value.p)
    expected('perm_p', found(testSignFlip(pre, post)).value.p)
  })
})

describe('paired change, anorexia data', () => {
  const rows = readRows('anorexia.csv')
  const expected = readExpected('anorexia')
  for (const group of ['CBT', 'Cont', 'FT']) {
    const own = rows.filter((row) => row.group === group)
    const [pre, post] = [columnOf(own, 'pre'), columnOf(own, 'post')]

    it(`gives the means, the t test and the effect sizes of R for ${group}`, () => {
      expectMeans(pre, post, expected, `${group}_`)
    })

    it(`gives the signed-rank test, estimate and interval of R 4.6 for ${group}`, () => {
      const pratt = found(testSignedRank(pre, post))
      expected(`r46_${group}_wilcox_paired_statistic`, pratt.value.v)
      expected(`r46_${group}_wilcox_paired_p`, pratt.value.p)
      expected(`r46_${group}_wilcox_paired_ci95`, limits(pratt.interval))
      expected(`r46_${group}_wilcox_paired_estimate`, pratt.value.hodgesLehmann)
    })
  }
})

describe('paired change, Hollander and Wolfe depression data', () => {
  it('gives the published one-sided p', () => {
    const result = found(
      testSignedRank(depression.post, depression.pre, { alternative: 'greater' }),
    ).value
    const expected = readExpected('hollander')
    expected('depression_V', result.v)
    expected('depression_p_greater', result.p)
  })
})

const depression = {
  pre: [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
  post: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
}
