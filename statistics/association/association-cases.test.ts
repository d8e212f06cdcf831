import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import { compareMeans } from '../independent/compare-means.ts'
import { compareGroupMeans } from '../independent/compare-groups.ts'
import { describeValues } from '../describe/describe-values.ts'
import { assessFactorability } from '../structure/assess-factorability.ts'
import type { Column } from '../result.ts'
import { correlateLinearly } from './correlate-linearly.ts'
import { correlateOrder } from './correlate-order.ts'
import { correlateRanks } from './correlate-ranks.ts'

const rows = readRows('survey-2800.csv')
const reversed = new Set(['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5'])
const itemOf = (name: string): Column =>
  columnOf(rows, name).map((x) => (x !== null && reversed.has(name) ? 7 - x : x))
const scales = ['A', 'C', 'E', 'N', 'O']

/** Mean of the answered items when at least four of five are answered. */
function scoreOf(scale: string): Column {
  const items = [1, 2, 3, 4, 5].map((i) => itemOf(`${scale}${i}`))
  return rows.map((_, i) => {
    const present = items.map((item) => item[i] ?? null).filter((x) => x !== null)
    return present.length < 4 ? null : present.reduce((sum, x) => sum + x, 0) / present.length
  })
}

describe('survey of 2,800', () => {
  const expected = readExpected('survey-2800')

  it.each(scales)('describes the scores of %s', (scale) => {
    const result = found(describeValues(scoreOf(scale)))
    expected(`${scale}_score_n`, result.n)
    expected(`${scale}_score_mean`, result.value.mean)
    expected(`${scale}_score_sd`, result.value.sd)
  })

  it('correlates two scores three ways', () => {
    const [a, e] = [scoreOf('A'), scoreOf('E')]
    const pearson = found(correlateLinearly(a, e))
    expected('A_E_pearson_pairwise', pearson.value.r)
    expected('A_E_pearson_ci95', [pearson.interval?.low, pearson.interval?.high])
    expected('A_E_spearman', found(correlateRanks(a, e)).value.rho)
    expected('A_E_kendall_taub', found(correlateOrder(a, e)).value.tauB)
  })

  it('compares a score between two groups and over five', () => {
    const gender = columnOf(rows, 'gender')
    const n = scoreOf('N')
    const of = (code: number) => n.map((x, i) => (gender[i] === code ? x : null))
    const welch = found(compareMeans(of(2), of(1)))
    expected('N_female_minus_male', welch.value.difference)
    expected('N_gender_welch_t', welch.value.t)
    expected('N_gender_welch_df', welch.value.df)
    expected('N_gender_welch_ci95', [welch.interval?.low, welch.interval?.high])
    const pooled = found(compareMeans(of(2), of(1), { variances: 'pooled' }))
    expected('N_gender_student_t', pooled.value.t)
    const { value } = found(compareGroupMeans(scoreOf('O'), columnOf(rows, 'education')))
    expected('O_education_F', value.anova.f)
    expected('O_education_df', [value.anova.df1, value.anova.df2])
    expected('O_education_p', value.anova.p)
    expected('O_education_eta2', value.etaSquared)
  })

  it('assesses the structure of 25 items', () => {
    const items = scales.flatMap((s) => [1, 2, 3, 4, 5].map((i) => itemOf(`${s}${i}`)))
    const listwise = found(assessFactorability(items))
    expected('n_complete_25', listwise.n)
    expected('kmo_listwise', listwise.value.kmo)
    expected('bartlett_chisq_listwise', listwise.value.bartlett.chiSquare)
    expected('bartlett_df', listwise.value.bartlett.df)
    expected('eigen_listwise_first8', listwise.value.eigenvalues.slice(0, 8))
    const pairwise = found(assessFactorability(items, { missing: 'pairwise' }))
    expected('kmo_pairwise', pairwise.value.kmo)
  })
})

describe('structure, attitude data', () => {
  it('gives KMO, Bartlett and eigenvalues of psych', () => {
    const data = readRows('attitude.csv')
    const expected = readExpected('attitude')
    const items = Object.keys(data[0] ?? {}).map((name) => columnOf(data, name))
    const result = found(assessFactorability(items))
    const { value } = result
    expected('kmo_overall', value.kmo)
    expected(
      'kmo_items',
      value.kmoItems.map((item) => item.kmo),
    )
    expected('bartlett_chisq', value.bartlett.chiSquare)
    expected('bartlett_df', value.bartlett.df)
    expected('bartlett_log10p', Math.log10(value.bartlett.p))
    expected('eigenvalues', value.eigenvalues)
    expected('pct_variance', value.percentVariance)
    expected('n_kaiser', value.kaiserCount)
    expect(result.warnings.map((w) => w.id)).toEqual(['structure-small-n'])
  })
})

describe('correlation of small samples', () => {
  it('counts every order for Kendall with ties up to 9 pairs, and says so beyond', () => {
    // 5040 orders counted in R: P(|S| >= 13) = 0.050793650793650794; R's own cor.test gives the normal .0411
    const x = [1, 2, 2, 3, 4, 5, 5]
    const y = [2, 1, 2, 5, 4, 5, 6]
    const exact = found(correlateOrder(x, y))
    expect(exact.value.p).toBeCloseTo(0.050793650793650794, 12)
    expect(exact.method.id).toBe('kendall-permutation')
    expect(found(correlateOrder(x, y, { alternative: 'greater' })).value.p).toBeCloseTo(
      128 / 5040,
      12,
    )
    expect(found(correlateOrder(x, y, { computation: 'normal' })).value.p).toBeCloseTo(0.0411, 4)
    const more = found(correlateOrder([...x, 6, 7, 8], [...y, 7, 9, 8]))
    expect(more.method.id).toBe('kendall-normal')
    expect(more.warnings.map(({ id }) => id)).toEqual(['ties-normal-p'])
  })

  it('gives the exact Kendall and Spearman p of R', () => {
    // cor.test(x, y, method = …) in R with these vectors
    const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const y = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
    const kendall = found(correlateOrder(x, y))
    expect(kendall.value.p).toBeCloseTo(0.1194389329806, 10)
    expect(kendall.method.id).toBe('kendall-exact')
    expect(found(correlateRanks(x, y)).value.p).toBeCloseTo(0.0967978395061728, 10)
  })
})
