import { describe, expect, it } from 'vitest'
import type { Interval } from '../../statistics/index.ts'
import { readExpected, readTrial } from './cases/read-trial.ts'
import { wordingIn } from './cases/group-world.ts'
import { describeSurveyChange } from './describe-survey-change.ts'
import { evaluateSurveyChange } from './evaluate-survey-change.ts'

const expected = readExpected()
const trial = evaluateSurveyChange(readTrial(), {
  test: { kind: 'wilcoxon', zeros: 'pratt' },
  reference: 'Cont',
}).scales[0]
const byT = evaluateSurveyChange(readTrial(), {
  test: { kind: 't', zeros: 'pratt' },
  reference: 'Cont',
}).scales[0]

function limits(interval: Interval | null | undefined): number[] {
  return interval ? [interval.low, interval.high] : []
}

describe('evaluateSurveyChange on the family-therapy trial', () => {
  it.each(['FT', 'CBT', 'Cont'])('gives the published change of group %s [EVA-5]', (label) => {
    const numbers = trial?.groups.find((group) => group.label === label)?.numbers
    expected(`${label}_n`, numbers?.n)
    expected(`${label}_mean_pre`, numbers?.before?.mean)
    expected(`${label}_mean_post`, numbers?.after?.mean)
    expected(`${label}_sd_pre`, numbers?.before?.sd)
    expected(`${label}_sd_post`, numbers?.after?.sd)
    expected(`${label}_mean_diff`, numbers?.mean)
    expected(`${label}_sd_diff`, numbers?.sd)
    expected(`${label}_mean_diff_ci95`, limits(numbers?.interval))
    expected(`${label}_dav_mean_sd`, numbers?.effect?.dAv)
    expected(`${label}_dz`, numbers?.effect?.dZ)
    expected(`${label}_gz_exact`, numbers?.effect?.gZ)
    expected(`${label}_gz_ci95`, limits(numbers?.effect?.gZInterval))
    expected(`r46_${label}_wilcox_paired_statistic`, numbers?.test?.statistic?.value)
    expected(`r46_${label}_wilcox_paired_p`, numbers?.test?.p)
    expected(`r46_${label}_wilcox_paired_ci95`, limits(numbers?.hodgesLehmann?.interval))
    expected(`r46_${label}_wilcox_paired_estimate`, numbers?.hodgesLehmann?.value)
    const paired = byT?.groups.find((group) => group.label === label)?.numbers.test
    expected(`${label}_t`, paired?.statistic?.value)
    expected(`${label}_df`, paired?.df)
    expected(`${label}_t_p`, paired?.p)
  })

  it.each([
    'FT',
    'CBT',
  ])('gives the published difference of %s from the control group [EVA-11]', (first) => {
    const contrast = trial?.comparison?.contrasts.find(
      (one) => one.first === first && one.second === 'Cont',
    )
    const name = `gain${first}vsCont`
    expected(`${name}_n`, contrast?.n)
    expected(`${name}_welch_t`, contrast?.t)
    expected(`${name}_welch_df`, contrast?.df)
    expected(`${name}_welch_p`, contrast?.p)
    expected(`${name}_welch_ci95`, limits(contrast?.interval))
    expected(`${name}_hedges_g_exact`, contrast?.g)
    expected(`${name}_hedges_g_ci95`, limits(contrast?.gInterval))
    expected(`${name}_U_x`, contrast?.rankSum?.u)
    expected(`r46_${name}_mw_p`, contrast?.rankSum?.p)
    if (first === 'FT') expected('dppc2_FT_vs_Cont', contrast?.dPpc2)
  })

  it('gives the published analysis of covariance and says that the slopes differ [EVA-11]', () => {
    const ancova = trial?.comparison?.ancova
    const mean = (label: string) => ancova?.adjustedMeans.find((one) => one.label === label)
    expected('ancova_F_group', ancova?.group.f)
    expected('ancova_p_group', ancova?.group.p)
    expected('ancova_F_pre', ancova?.covariate.f)
    expected('ancova_partial_eta2', ancova?.partialEtaSquared)
    expected(
      'ancova_adjusted_means',
      ['CBT', 'Cont', 'FT'].map((label) => mean(label)?.mean ?? Number.NaN),
    )
    expected(
      'ancova_adjusted_means_se',
      ['CBT', 'Cont', 'FT'].map((label) => mean(label)?.standardError ?? Number.NaN),
    )
    expected('ancova_slopes_F', ancova?.slopes?.f)
    expected('ancova_slopes_p', ancova?.slopes?.p)
    expect(trial?.warnings.map(({ id }) => id)).toContain('slopesDiffer')
  })

  it('adjusts the p values of all contrasts by Holm', () => {
    const holm = (first: string, second: string) =>
      trial?.comparison?.contrasts.find((one) => one.first === first && one.second === second)
        ?.pHolm ?? Number.NaN
    expected('gain_pairwise_welch_holm', [
      holm('CBT', 'Cont'),
      holm('CBT', 'FT'),
      holm('FT', 'Cont'),
    ])
  })

  it('names every code of both waves and puts the comparison group last', () => {
    expect(trial?.lines).toHaveLength(72)
    expect(trial?.groups.map(({ label }) => label)).toEqual(['CBT', 'FT', 'Cont'])
  })

  it('keeps a code that changed its group in the first one and says so', () => {
    const records = readTrial()
    const moved = records.sheets.map((sheet) =>
      sheet.waveId === records.after.id && sheet.respondentCode === '1'
        ? { ...sheet, groupLabel: 'FT' }
        : sheet,
    )
    const scale = evaluateSurveyChange({ ...records, sheets: moved }).scales[0]
    expect(scale?.lines.find(({ code }) => code === '1')?.group).toBe('Cont')
    expect(scale?.warnings).toContainEqual({ id: 'groupsChanged', details: { count: 1 } })
  })

  it('counts who was measured once only, and gives the start score of the lost', () => {
    const records = readTrial()
    const sheets = records.sheets.filter(
      ({ waveId, respondentCode }) => waveId !== records.after.id || respondentCode !== '1',
    )
    const scale = evaluateSurveyChange({ ...records, sheets }).scales[0]
    const control = scale?.groups.find(({ label }) => label === 'Cont')
    expect(control?.numbers.n).toBe(25)
    expect(control?.lost).toMatchObject({ n: 1, mean: 80.7 })
  })

  it.each([
    'zh-CN',
    'en',
  ] as const)('speaks of change, with interval and method, in %s [EVA-12]', (language) => {
    if (trial === undefined) throw new Error('no scale')
    const words = describeSurveyChange(trial, wordingIn(language))
    expect(words.groups[1]).toContain('+7.3')
    expect(words.groups[1]).toMatch(/\+3\.6 (至|to) \+10\.9/)
    expect(words.groups[1]).toContain('Wilcoxon')
    expect(words.contrasts).toHaveLength(3)
    expect(words.groups.join()).not.toMatch(/evaluation:|\{\{|显著|significant/)
  })
})
