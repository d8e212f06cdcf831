import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import { rateCompletion, scoreGoals } from '../goals/score-goals.ts'
import { testNormality } from '../normality/test-normality.ts'
import { adjustPValues } from './adjust-p-values.ts'
import { findDetectableEffect, findPower, findSampleSize } from './find-power.ts'
import type { Design } from './find-power.ts'
import { tabulatePower } from './tabulate-power.ts'

describe('power', () => {
  const expected = readExpected('power')
  const power = (design: Design) => found(findPower(design)).value.power

  it.each(
    [6, 8, 10, 12].flatMap((n) => [0.5, 0.8, 1.2].map((d) => [n, d] as const)),
  )('of %d pairs and d = %d equals R', (n, effect) =>
    expected(`paired_n${n}_d${effect}`, power({ kind: 'paired', n, effect })))

  it('of other designs equals R and pwr', () => {
    expected('two_n10_d08', power({ kind: 'two-groups', nX: 10, nY: 10, effect: 0.8 }))
    expected('two_unequal_12_8_d1', power({ kind: 'two-groups', nX: 12, nY: 8, effect: 1 }))
    expected('r_n30_r04', power({ kind: 'correlation', n: 30, effect: 0.4 }))
    expected('chisq_w03_n100_df2', power({ kind: 'chi-square', n: 100, df: 2, effect: 0.3 }))
    expected('prop_n100_50_65', power({ kind: 'proportions', n: 100, p1: 0.5, p2: 0.65 }))
    expected('anova_3x12_f04', power({ kind: 'anova', groups: 3, n: 12, effect: 0.4 }))
  })

  it('turns into sizes and smallest detectable effects', () => {
    expected('paired_n_for_80_d05', found(findSampleSize('paired', 0.5)).value.exact)
    expected('paired_n_for_80_d08', found(findSampleSize('paired', 0.8)).value.exact)
    expected('two_n_for_80_d05', found(findSampleSize('two-groups', 0.5)).value.exact)
    expect(found(findSampleSize('paired', 0.8)).value.n).toBe(15)
    expected('paired_mdes_n8', found(findDetectableEffect('paired', 8)).value.effect)
    expected('paired_mdes_n12', found(findDetectableEffect('paired', 12)).value.effect)
  })

  it('refuses sizes that make no sense', () => {
    const design = { kind: 'paired', n: 1, effect: 0.5 } as const
    expect(findPower(design)).toMatchObject({ ok: false, reason: 'OutOfRange' })
  })
})

describe('what small groups can show', () => {
  it('stands in one table: power, smallest effect, smallest p', () => {
    const expected = readExpected('power')
    const { rows } = found(tabulatePower('paired', [6, 8, 12], [0.5, 0.8])).value
    for (const { n, power } of rows) {
      expected(`paired_n${n}_d0.5`, power[0])
      expected(`paired_n${n}_d0.8`, power[1])
    }
    expected('paired_mdes_n8', rows[1]?.detectable)
    // Signed rank: .031 with six, and .094 after Holm over three comparisons.
    expect(rows[0]).toMatchObject({ smallestRankP: 0.03125, smallestRankPOfThree: 0.09375 })
    const two = found(tabulatePower('two-groups', [3, 4, 5], [])).value.rows
    expect(two.map((row) => Number(row.smallestRankP.toFixed(3)))).toEqual([0.1, 0.029, 0.008])
  })
})

describe('Shapiro-Wilk', () => {
  it('equals R on the reference differences', () => {
    const sleep = readRows('sleep.csv')
    const gain = sleep.map((row) => Number(row.post) - Number(row.pre))
    const first = found(testNormality(gain)).value
    readExpected('sleep')('shapiro_diff_W', first.w)
    readExpected('sleep')('shapiro_diff_p', first.p)
    const rows = readRows('anorexia.csv')
    for (const group of ['CBT', 'Cont', 'FT']) {
      const own = rows.filter((row) => row.group === group)
      const [pre, post] = [columnOf(own, 'pre'), columnOf(own, 'post')]
      const { w, p } = found(testNormality(post.map((v, i) => (v ?? 0) - (pre[i] ?? 0)))).value
      readExpected('anorexia')(`${group}_shapiro_diff_W`, w)
      readExpected('anorexia')(`${group}_shapiro_diff_p`, p)
    }
  })

  it('equals R for three, four and five values', () => {
    // shapiro.test(c(1, 2, 4)), c(1, 2, 4, 9), c(1, 2, 4, 9, 11)
    expect(found(testNormality([1, 2, 4])).value.p).toBeCloseTo(0.636886845, 9)
    expect(found(testNormality([1, 2, 4, 9])).value.w).toBeCloseTo(0.8946862708, 9)
    expect(found(testNormality([1, 2, 4, 9, 11])).value.w).toBeCloseTo(0.9000963717, 9)
  })

  it('refuses equal values', () => {
    expect(testNormality([2, 2, 2])).toMatchObject({ reason: 'ZeroVariance' })
  })
})

describe('goals and tasks', () => {
  it('score 50 when everything went as expected, and 60-odd when one step better', () => {
    expect(found(scoreGoals([0, 0, 0])).value.t).toBe(50)
    // Three equal goals one step better: 50 + 30 / sqrt(.7 * 3 + .3 * 9)
    expect(found(scoreGoals([1, 1, 1])).value.t).toBeCloseTo(50 + 30 / Math.sqrt(4.8), 12)
    expect(scoreGoals([3])).toMatchObject({ reason: 'OutOfRange' })
  })

  it('leave unrated tasks out of the percentage', () => {
    const { value, missing } = found(rateCompletion([4, 2, null, 0]))
    expect(value).toEqual({ percent: 50, sum: 6, possible: 12, complete: 1 })
    expect(missing.count).toBe(1)
  })
})

describe('adjusted p values', () => {
  it('equal R p.adjust and leave missing ones out', () => {
    const p = [0.01, 0.04, null, 0.03]
    expect(found(adjustPValues(p)).value.adjusted).toEqual([0.03, 0.06, null, 0.06])
    expect(found(adjustPValues(p, { method: 'bh' })).value.adjusted).toEqual([
      0.03,
      0.04,
      null,
      0.04,
    ])
  })
})
