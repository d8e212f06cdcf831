import { describe, expect, it } from 'vitest'
import { found, readExpected, readRows } from '../cases/read-case.ts'
import { crossTabulate } from './cross-tabulate.ts'
import { testExactIndependence } from './test-exact-independence.ts'
import { testIndependence } from './test-independence.ts'
import { estimateProportion } from './wilson-interval.ts'

const byColumn = (table: readonly (readonly number[])[]) =>
  (table[0] ?? []).flatMap((_, j) => table.map((row) => row[j]))

describe('cross table, job satisfaction', () => {
  const rows = readRows('job.csv')
  const table = ['r1', 'r2', 'r3', 'r4'].map((r) =>
    rows.filter((row) => row.row === r).map((row) => Number(row.count)),
  )
  const expected = readExpected('job')

  it('gives the chi-square family of R and SPSS', () => {
    const result = found(testIndependence(table))
    const { value } = result
    expected('n', result.n)
    expected('chisq', value.chiSquare)
    expected('df', value.df)
    expected('chisq_p', value.p)
    expected('expected', byColumn(value.expected))
    expected('min_expected', value.minExpected)
    expected('cells_expected_lt5', value.cellsBelow5)
    expected('G2', value.likelihoodRatio.g2)
    expected('G2_p', value.likelihoodRatio.p)
    expected('adj_residuals', byColumn(value.adjustedResiduals))
    expected('cramers_v', value.cramersV)
    expected('contingency_C', value.contingencyC)
    expect(result.warnings.map((w) => w.id)).toEqual(['small-expected'])
  })

  it("gives Fisher's exact p of the 4 x 4 table without sampling", () => {
    const result = found(testExactIndependence(table))
    expected('fisher_p', result.value.p, 1e-9)
    expect(result.method.id).toBe('fisher-exact')
  })

  it('samples and says so when the exact sum is too long', () => {
    const large = table.map((row) => row.map((count) => count * 40 + 3))
    const result = found(testExactIndependence(large, { samples: 500 }))
    expect(result.method.id).toBe('fisher-monte-carlo')
    expect(result.value.monteCarloError).not.toBeNull()
  })

  it('gives the tea-tasting p of a 2 x 2 table', () => {
    // fisher.test(matrix(c(3, 1, 1, 3), 2)) in R
    const tea = found(
      testExactIndependence([
        [3, 1],
        [1, 3],
      ]),
    )
    expect(tea.value.p).toBeCloseTo(0.485714285714286, 12)
    expect(tea.value.oddsRatio).toBe(9)
  })
})

describe('cross table, survey of 2,800', () => {
  it('counts labels and gives chi-square, V and residuals of gender by education', () => {
    const rows = readRows('survey-2800.csv')
    const expected = readExpected('survey-2800')
    const label = (name: string) => rows.map((row) => row[name] || null)
    const table = crossTabulate(label('gender'), label('education'))
    if (!table.ok) throw new Error(table.detail)
    const result = found(testIndependence(table.counts))
    expected('gender_education_n', result.n)
    expected('gender_education_chisq', result.value.chiSquare)
    expected('gender_education_df', result.value.df)
    expected('gender_education_p', result.value.p)
    expected('gender_education_cramers_v', result.value.cramersV)
    expected('gender_education_stdres', byColumn(result.value.adjustedResiduals))
  })
})

describe('proportion', () => {
  it('gives the Wilson interval of R and never leaves 0 … 1', () => {
    // prop.test(3, 8, correct = FALSE)$conf.int in R
    const some = found(estimateProportion(3, 8)).interval
    expect(some?.low).toBeCloseTo(0.136844285823597, 12)
    expect(some?.high).toBeCloseTo(0.694257605397373, 12)
    expect(found(estimateProportion(0, 8)).interval?.low).toBe(0)
    expect(found(estimateProportion(8, 8)).value.clopperPearson.high).toBe(1)
  })
})
