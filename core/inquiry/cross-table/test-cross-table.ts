// Which figures a table of counts bears, by a rule that is fixed before anybody has seen it.
import {
  measureAssociation,
  testExactIndependence,
  testIndependence,
  type Independence,
} from '../../../statistics/index.ts'

export type CrossTest =
  | {
      readonly kind: 'chiSquare'
      readonly chiSquare: number
      readonly df: number
      readonly p: number
      /** `all`: every cell expects five; `cochran`: few do not, and the exact sum would take too long. */
      readonly because: 'all' | 'cochran'
    }
  | { readonly kind: 'fisher'; readonly p: number }
  | { readonly kind: 'none'; readonly because: 'several' | 'waves' | 'oneLine' | 'thin' | 'hidden' }

export interface CrossMeasures {
  readonly test: CrossTest
  /** Cramér's V without the part that chance alone gives, with the limits of 95 %; null where there is no test. */
  readonly association: {
    readonly v: number
    readonly biasCorrected: number
    readonly low: number | null
    readonly high: number | null
  } | null
  /** Adjusted standardised residuals, line by line as the counts; null in a line without people. */
  readonly residuals: readonly (readonly (number | null)[])[] | null
  readonly expected: {
    readonly least: number
    readonly below5: number
    readonly cells: number
  } | null
}

const leastExpected = 5
/** Cochran's rule: at most a fifth of the cells expect fewer than five, none fewer than one. */
const mostThin = 0.2
/** Somebody waits before the screen: a table of a village is summed exactly, one of a county is not begun. */
const mostExact = 500
const patience = { tooLong: 'refuse', mostWork: 400_000 } as const

/**
 * INQ-40: Pearson's chi-square without continuity correction where every cell expects five people; else Fisher's exact test
 * (Freeman-Halton for larger tables); where its exact sum would take too long, chi-square if Cochran's rule holds, else no
 * test at all. Nothing is sampled: the same table gives the same figure everywhere.
 */
export function measureCrossTable(counts: readonly (readonly number[])[]): CrossMeasures {
  const tested = testIndependence(counts)
  if (!tested.ok) return withoutTest('oneLine')
  const { value } = tested
  const measured = measureAssociation(counts)
  const test = chooseTest(counts, value)
  const cells = value.expected.flat().length
  return {
    test,
    association:
      measured.ok && test.kind !== 'none'
        ? {
            v: measured.value.cramersV,
            biasCorrected: measured.value.biasCorrected,
            low: measured.interval?.low ?? null,
            high: measured.interval?.high ?? null,
          }
        : null,
    residuals: test.kind === 'none' ? null : spreadResiduals(counts, value.adjustedResiduals),
    expected: { least: value.minExpected, below5: value.cellsBelow5, cells },
  }
}

export function withoutTest(
  because: Extract<CrossTest, { kind: 'none' }>['because'],
): CrossMeasures {
  return { test: { kind: 'none', because }, association: null, residuals: null, expected: null }
}

function chooseTest(counts: readonly (readonly number[])[], value: Independence): CrossTest {
  const { chiSquare, df, p, minExpected, cellsBelow5, expected } = value
  if (minExpected >= leastExpected) return { kind: 'chiSquare', chiSquare, df, p, because: 'all' }
  const n = counts.flat().reduce((sum, count) => sum + count, 0)
  const exact = n > mostExact ? null : testExactIndependence(counts, patience)
  if (exact?.ok === true) return { kind: 'fisher', p: exact.value.p }
  const few = cellsBelow5 / expected.flat().length <= mostThin && minExpected >= 1
  return few
    ? { kind: 'chiSquare', chiSquare, df, p, because: 'cochran' }
    : { kind: 'none', because: 'thin' }
}

/** The test leaves lines without people out: they get their places back. */
function spreadResiduals(
  counts: readonly (readonly number[])[],
  residuals: readonly (readonly number[])[],
): readonly (readonly (number | null)[])[] {
  const full = (counts[0] ?? []).map((_, column) => counts.some((row) => (row[column] ?? 0) > 0))
  let rowAt = 0
  return counts.map((row) => {
    if (!row.some((count) => count > 0)) return row.map(() => null)
    const own = residuals[rowAt] ?? []
    rowAt += 1
    let columnAt = 0
    return full.map((isFull) => {
      if (!isFull) return null
      columnAt += 1
      return own[columnAt - 1] ?? null
    })
  })
}
