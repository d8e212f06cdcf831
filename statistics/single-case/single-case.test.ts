import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { found, readExpected } from '../cases/read-case.ts'
import { describePhases } from './describe-phases.ts'
import { measureNonOverlap } from './measure-non-overlap.ts'
import { correctBaselineTau, measureTauU } from './measure-tau.ts'
import { testStartPoint } from './test-start-point.ts'

type Series = { A: number[]; B: number[] }
const text = readFileSync(new URL('../cases/parker.json', import.meta.url), 'utf8')
const data: { series: Record<string, Series>; direction: Record<string, string> } = JSON.parse(text)
const expected = readExpected('parker')
const cases = Object.entries(data.series)
  .filter(([name]) => name !== 'complete_overlap_ties')
  .map(([name, { A, B }]) => {
    const direction = data.direction[name] === 'decrease' ? 'decrease' : 'increase'
    return { name, A, B, options: { direction } as const }
  })

describe.each(cases)('single case $name', ({ name, A, B, options }) => {
  it('gives the overlap figures', () => {
    const { value, interval } = found(measureNonOverlap(A, B, options))
    expected(`${name}_nap`, value.nap)
    if (value.nap < 1) {
      expected(`${name}_nap_ci95_tight`, [interval?.low, interval?.high])
    }
    expected(`${name}_nap_se_unbiased`, value.seUnbiased)
    expected(`${name}_nap_se_hanley`, value.seHanley)
    expected(`${name}_nap_se_null`, value.seNull)
    expected(`${name}_tau_nonoverlap`, value.tau)
    expected(`${name}_pnd`, value.pnd)
    expected(`${name}_pem`, value.pem)
    expected(`${name}_pem_strict`, value.pemStrict)
    expected(`${name}_pand`, value.pand)
    expected(`${name}_ird`, value.ird)
  })

  it('gives Tau-U and the baseline-corrected Taus', () => {
    expected(`${name}_tau_u_parker`, found(measureTauU(A, B, options)).value.tauU)
    const least = { ...options, leastBaseline: 3 } as const
    const always = found(correctBaselineTau(A, B, least)).value
    expected(`${name}_tau_bc_always`, always.tau)
    expected(`${name}_theil_sen_slope`, always.slope)
    expected(`${name}_theil_sen_intercept`, always.intercept)
    // The figures come from single-precision code; that of ex1 also misses a tie of residuals.
    if (name === 'ex1') expect(always.tauB).toBeCloseTo(12 / Math.sqrt(42 * 77), 12)
    else {
      expected(`${name}_tau_bc_tarlow`, always.tauB, 1e-6)
      expected(`${name}_tau_bc_tarlow_se`, always.tauBStandardError, 1e-6)
    }
    expected(`${name}_trend_A_p_base_r`, always.trendP)
    const pretest = found(correctBaselineTau(A, B, { ...least, when: 'trend-p05' })).value
    expected(`${name}_tau_bc_tarlow_pretest05`, pretest.tauB, 1e-6)
  })

  it('gives level, band, effect sizes and autocorrelation', () => {
    const { value } = found(describePhases(A, B, options))
    expected(`${name}_means`, [value.meanA, value.meanB])
    expected(`${name}_medians`, [value.medianA, value.medianB])
    expected(`${name}_sds`, [value.sdA, value.sdB])
    expected(`${name}_band_2sd`, [value.band?.low, value.band?.high])
    expected(`${name}_band_2sd_outside_better`, value.band?.beyond)
    expected(`${name}_smd_g_baseline_sd`, value.smd?.value)
    expected(`${name}_smd_g_se`, value.smd?.standardError)
    expected(`${name}_acf1_A`, value.autocorrelationA)
    expected(`${name}_acf1_all`, value.autocorrelationAll)
    expected(`${name}_cdc_n_better`, value.dualCriterion?.beyond)
    expected(`${name}_cdc_p`, value.dualCriterion?.p)
    expected(`${name}_lrri`, value.logResponseRatio?.value)
    expected(`${name}_lrri_se`, value.logResponseRatio?.standardError)
  })

  it('gives the start-point randomisation p', () => {
    expected(`${name}_startpoint_rand_p`, found(testStartPoint(A, B, options)).value.p)
  })
})

describe('single case at the edge', () => {
  it('refuses two baseline points and corrects no trend from four', () => {
    expect(measureNonOverlap([1, 2], [3, 4])).toMatchObject({ reason: 'TooFewValues' })
    expect(correctBaselineTau([1, 2, 3, 4], [5, 6])).toMatchObject({ reason: 'TooFewValues' })
  })

  it('gives NAP .5 and nothing standardised when all points are equal', () => {
    const { A = [], B = [] } = data.series['complete_overlap_ties'] ?? {}
    const overlap = found(measureNonOverlap(A, B)).value
    expected('complete_overlap_ties_nap', overlap.nap)
    expected('complete_overlap_ties_pnd', overlap.pnd)
    expect(overlap.p).toBeNull()
    const { value } = found(describePhases(A, B))
    expect([value.band, value.smd, value.autocorrelationA]).toEqual([null, null, null])
  })

  it('does not collapse the NAP interval when all later points are better', () => {
    const { interval } = found(measureNonOverlap([1, 2, 3], [4, 5, 6]))
    expect(interval?.high).toBe(1)
    expect(interval?.low).toBeLessThan(0.9)
    expect(interval?.low).toBeGreaterThan(0.3)
  })
})
