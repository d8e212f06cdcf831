import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { friedmanUpper } from '../numeric/friedman-distribution.ts'
import { rankValues, roundForTies } from '../numeric/ranks.ts'
import { testSignedRank } from '../paired/test-signed-rank.ts'
import { adjustedValues } from '../planning/adjust-p-values.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result, Warning } from '../result.ts'
import { readWaves } from './read-waves.ts'

export type WavePair = {
  first: number
  second: number
  n: number
  p: number | null
  pHolm: number | null
}
export type Friedman = {
  chiSquare: number
  df: number
  /** By the method named: exact, or chi-square. */
  p: number
  pChiSquare: number
  pExact: number | null
  kendallW: number
  meanRanks: number[]
  /** Exact signed-rank p of every two waves on available pairs; null when no pair changed. */
  pairs: WavePair[]
}

export const friedmanComputations = ['auto', 'exact', 'chi-square'] as const
type Options = { computation?: (typeof friedmanComputations)[number] }

/** (k!)^n up to which the exact p is the default: three waves and eight rows. */
const EXACT_ARRANGEMENTS = 6 ** 8

/**
 * Friedman test of three or more waves, tie-corrected, with Kendall's W and exact signed-rank
 * comparisons adjusted by Holm. p is exact (all arrangements inside rows, ties included) while
 * (k!)^n is at most 6^8, else chi-square, unless told otherwise. Refuses fewer than three waves,
 * fewer than two complete rows, rows in which all waves are equal throughout, and an exact p that
 * would take too long.
 */
export function rankWaves(waves: readonly Column[], options: Options = {}): Result<Friedman> {
  const { computation = 'auto' } = options
  const read = readWaves(waves)
  if (!read.ok) return read
  const { columns, n } = read
  const k = columns.length
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from(rankValues(roundForTies(columns.map((column) => at(column, i)))).doubled),
  )
  const sums = columns.map((_, j) => rows.reduce((sum, row) => sum + at(row, j) / 2, 0))
  const squares = rows.reduce((sum, row) => sum + row.reduce((s, r) => s + r * r, 0) / 4, 0)
  const spread = squares - (n * k * (k + 1) ** 2) / 4
  if (!(spread > 0)) return refuse('AllTies', 'no row differs between waves')
  const between = sums.reduce((sum, r) => sum + (r - (n * (k + 1)) / 2) ** 2, 0)
  const chiSquare = ((k - 1) * between) / spread
  const small = arrangementsOf(k, n) <= EXACT_ARRANGEMENTS
  const exact = computation === 'exact' || (computation === 'auto' && small)
  const pExact = exact ? friedmanUpper(rows) : null
  if (computation === 'exact' && pExact === null) {
    return refuse('TooLarge', `the exact p of ${k} waves and ${n} rows takes too long`)
  }
  const pChiSquare = chiSquareUpper(chiSquare, k - 1)
  const kendallW = chiSquare / (n * (k - 1))
  return conclude({
    estimate: { name: "Kendall's W", value: kendallW },
    value: {
      chiSquare,
      df: k - 1,
      p: pExact ?? pChiSquare,
      pChiSquare,
      pExact,
      kendallW,
      meanRanks: sums.map((sum) => sum / n),
      pairs: compareEach(waves),
    },
    n,
    missing: read.missing,
    method:
      pExact === null
        ? { id: 'friedman', name: 'Friedman test, tie-corrected, chi-square' }
        : { id: 'friedman-exact', name: 'Friedman test, exact by enumeration' },
    assumptions: [assumptions.independentUnits],
    warnings: pExact === null ? warnRough(n) : [],
  })
}

function arrangementsOf(k: number, n: number): number {
  let factorial = 1
  for (let i = 2; i <= k; i += 1) factorial *= i
  return factorial ** n
}

function warnRough(n: number): Warning[] {
  if (n >= 10) return []
  return [{ id: 'chi-square-small-n', detail: `p by chi-square is rough for n = ${n}` }]
}

function compareEach(waves: readonly Column[]): WavePair[] {
  const pairs = waves.flatMap((a, i) =>
    waves.slice(i + 1).map((b, j) => {
      const test = testSignedRank(a, b)
      const p = test.ok ? test.value.p : null
      return { first: i, second: i + 1 + j, n: test.ok ? test.n : 0, p }
    }),
  )
  const adjusted = adjustedValues(
    pairs.flatMap(({ p }) => (p === null ? [] : [p])),
    'holm',
  ).values()
  return pairs.map((pair) => ({
    ...pair,
    pHolm: pair.p === null ? null : (adjusted.next().value ?? null),
  }))
}
