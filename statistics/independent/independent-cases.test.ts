import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import type { Expected } from '../cases/read-case.ts'
import { compareAdjustedMeans } from './compare-adjusted-means.ts'
import { compareGroupMeans, testEqualSpread, testGroupRanks } from './compare-groups.ts'
import { compareMeans } from './compare-means.ts'
import { describeBaseline } from './describe-baseline.ts'
import { measureGroupEffect } from './measure-group-effect.ts'
import { testRankSum } from './test-rank-sum.ts'

function limits(interval: { low: number; high: number } | null): number[] {
  return interval === null ? [] : [interval.low, interval.high]
}

function expectComparison(x: number[], y: number[], expected: Expected, prefix: string): void {
  const welch = found(compareMeans(x, y))
  expected(`${prefix}n`, [welch.value.nX, welch.value.nY])
  expected(`${prefix}means`, [welch.value.meanX, welch.value.meanY])
  expected(`${prefix}sds`, [welch.value.sdX, welch.value.sdY])
  expected(`${prefix}welch_t`, welch.value.t)
  expected(`${prefix}welch_df`, welch.value.df)
  expected(`${prefix}welch_p`, welch.value.p)
  expected(`${prefix}welch_ci95`, limits(welch.interval))
  const student = found(compareMeans(x, y, { variances: 'pooled' })).value
  expected(`${prefix}student_t`, student.t)
  expected(`${prefix}student_p`, student.p)
  const effect = found(measureGroupEffect(x, y))
  expected(`${prefix}cohen_d`, effect.value.cohenD)
  expected(`${prefix}cohen_d_ci95`, limits(effect.value.cohenDInterval))
  expected(`${prefix}hedges_g_exact`, effect.value.hedgesG)
  expected(`${prefix}hedges_g_ci95`, limits(effect.interval))
  expected(`${prefix}glass_delta`, effect.value.glassDelta)
}

function expectRanks(
  x: number[],
  y: number[],
  expected: Expected,
  prefix: string,
  r46: string,
): void {
  const exact = found(testRankSum(x, y))
  expected(`${prefix}U_x`, exact.value.u)
  expected(`${prefix}U_min_spss`, exact.value.uSmaller)
  expected(`${prefix}mw_p_exact_2min`, exact.value.p)
  expected(`${prefix}rank_biserial`, exact.value.rankBiserial)
  expected(`${prefix}p_superiority`, exact.value.probabilityOfSuperiority)
  expected(`${prefix}hl_shift`, exact.value.hodgesLehmann)
  expected(`r46_${r46}_p`, exact.value.p)
  expected(`r46_${r46}_ci95`, limits(exact.interval))
  const normal = found(testRankSum(x, y, { computation: 'normal' })).value
  expected(`${prefix}mw_p_asymp_cc`, normal.p)
  const spss = found(testRankSum(x, y, { computation: 'normal', continuity: false })).value
  expected(`${prefix}mw_p_asymp_spss`, spss.p)
}

function expectSpread(x: number[], y: number[], expected: Expected, prefix: string): void {
  const labels = [...x.map(() => 'x'), ...y.map(() => 'y')]
  const median = found(testEqualSpread([...x, ...y], labels)).value.test
  expected(`${prefix}levene_median_F`, median.f)
  const mean = found(testEqualSpread([...x, ...y], labels, { centre: 'mean' })).value.test
  expected(`${prefix}levene_mean_F`, mean.f)
  expected(`${prefix}levene_mean_p`, mean.p)
}

describe('two groups, Hollander and Wolfe permeability data', () => {
  const rows = readRows('hollander.csv')
  const of = (label: string) =>
    rows.filter((row) => row.group === label).map((row) => Number(row.value))
  const [x, y] = [of('x'), of('y')]
  const expected = readExpected('hollander')

  it('gives the means, tests and effect sizes of R', () => {
    expectComparison(x, y, expected, '')
    expectRanks(x, y, expected, '', 'mw')
    expectSpread(x, y, expected, '')
  })

  it('gives the published one-sided exact p and the exact interval', () => {
    const result = found(testRankSum(x, y, { alternative: 'greater' }))
    expected('mw_p_exact_greater', result.value.p)
    expected('mw_shift_ci95_exact', limits(result.interval))
    expect(result.interval?.achieved).toBeGreaterThanOrEqual(0.95)
  })
})

const rows = readRows('anorexia.csv')
const expected = readExpected('anorexia')
const gain = rows.map((row) => Number(row.post) - Number(row.pre))
const labels = rows.map((row) => row.group ?? null)
const gainOf = (group: string) => gain.filter((_, i) => labels[i] === group)

describe('comparison groups, anorexia data', () => {
  it.each(['FT', 'CBT'])('compares gain of %s with control as R does', (group) => {
    const [x, y] = [gainOf(group), gainOf('Cont')]
    expectComparison(x, y, expected, `gain${group}vsCont_`)
    expectRanks(x, y, expected, `gain${group}vsCont_`, `gain${group}vsCont_mw`)
    expectSpread(x, y, expected, `gain${group}vsCont_`)
  })

  it('gives one-way ANOVA, Welch ANOVA and Kruskal-Wallis of gain', () => {
    const { value } = found(compareGroupMeans(gain, labels))
    expected('gain_F', value.anova.f)
    expected('gain_F_df', [value.anova.df1, value.anova.df2])
    expected('gain_F_p', value.anova.p)
    expected('gain_eta2', value.etaSquared)
    expected('gain_omega2', value.omegaSquared)
    expected('gain_welch_F', value.welch?.f)
    expected('gain_welch_df2', value.welch?.df2)
    expected('gain_welch_p', value.welch?.p)
    const kruskal = found(testGroupRanks(gain, labels, { roundTies: false })).value
    expected('gain_kruskal_H', kruskal.h)
    expected('gain_kruskal_p', kruskal.p)
    expected('gain_kruskal_eps2', kruskal.epsilonSquared)
    // R on round(gain, 9): without float dust there are more ties.
    expect(found(testGroupRanks(gain, labels)).value.h).toBeCloseTo(9.07306559761299, 10)
  })
})

describe('ANCOVA, anorexia data', () => {
  it('gives the ANCOVA with adjusted means, contrasts and the slope warning', () => {
    const result = found(
      compareAdjustedMeans(columnOf(rows, 'post'), columnOf(rows, 'pre'), labels, {
        reference: 'CBT',
      }),
    )
    const { value } = result
    expected('ancova_F_group', value.group.f)
    expected('ancova_p_group', value.group.p)
    expected('ancova_F_pre', value.covariate.f)
    const [cont, ft] = value.contrasts
    const coefficients = [
      value.intercept.value,
      value.slope.value,
      cont?.difference,
      ft?.difference,
    ]
    expected('ancova_coef', coefficients)
    const errors = [value.intercept.standardError, value.slope.standardError]
    expected('ancova_se', [...errors, cont?.standardError, ft?.standardError])
    expected('ancova_ci95_FT', limits(ft?.interval ?? null))
    expected('ancova_partial_eta2', value.partialEtaSquared)
    expected(
      'ancova_adjusted_means',
      value.adjustedMeans.map((m) => m.mean),
    )
    expected(
      'ancova_adjusted_means_se',
      value.adjustedMeans.map((m) => m.standardError),
    )
    expected(
      'ancova_pairs_p_holm',
      value.contrasts.map((c) => c.pHolm),
    )
    expected('ancova_slopes_F', value.slopes?.f)
    expected('ancova_slopes_p', value.slopes?.p)
    expect(result.warnings.map((w) => w.id)).toEqual(['slopes-differ'])
  })
})

describe('groups at the start', () => {
  it('differ by so many standard deviations, without a test', () => {
    const rows = readRows('anorexia.csv')
    const pre = columnOf(rows, 'pre')
    const labels = rows.map((row) => row.group ?? null)
    const { value } = found(describeBaseline([pre], labels, { reference: 'Cont' }))
    const [line] = value.lines
    const expected = readExpected('anorexia')
    for (const { label, n, mean, sd } of line?.groups ?? []) {
      expected(`${label}_n`, n)
      expected(`${label}_mean_pre`, mean)
      expected(`${label}_sd_pre`, sd)
    }
    const of = (label: string) => line?.groups.find((group) => group.label === label)
    const [control, family] = [of('Cont'), of('FT')]
    const unit = Math.sqrt(((control?.sd ?? 0) ** 2 + (family?.sd ?? 0) ** 2) / 2)
    const told = line?.standardisedDifferences.find((one) => one.label === 'FT')?.value
    expect(told).toBeCloseTo(((family?.mean ?? 0) - (control?.mean ?? 0)) / unit, 12)
    expect(describeBaseline([pre], labels, { reference: 'nobody' })).toMatchObject({
      reason: 'BadInput',
    })
  })
})
