import {
  crossTabulate,
  testIndependence,
  type Independence,
  type Result,
} from '../../../statistics/index.ts'
import { hideSmallCells, leastShown } from './hide-small-cells.ts'
import { labelsOf, type SurveyTable } from './survey-table.ts'

/** The row of small groups together. No group of a survey is called so: an empty label is none. */
export const smallGroupsTogether = ''

export interface CrossFigures {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Null is a hidden cell. */
  readonly shown: readonly (readonly (number | null)[])[]
  readonly sizes: readonly number[]
  /** Everybody in the rows that are shown. */
  readonly n: number
  /** No answer, no group, or in a group too small to be shown: told together, or the small group could be counted. */
  readonly leftOut: number
  readonly smallGroups: 'none' | 'together' | 'leftOut'
  /** Of the rows shown. */
  readonly test: Result<Independence>
}

/**
 * One question by groups: counts, row shares, chi-square with Cramér's V. EVA-26: a group of fewer than five is shown to
 * nobody: small groups are one row together where they make five, and are left out whole where they do not.
 */
export function crossSurvey(
  table: SurveyTable,
  itemId: string,
  split: string,
  outside: boolean,
): CrossFigures | null {
  const crossed = crossTabulate(labelsOf(table, split), table.items.get(itemId) ?? [])
  if (!crossed.ok) return null
  const all = crossed.rows.map((label, row) => ({ label, counts: crossed.counts[row] ?? [] }))
  const large = all.filter(({ counts }) => sumOf(counts) >= leastShown)
  const small = all.filter(({ counts }) => sumOf(counts) < leastShown)
  const together = crossed.columns.map((_, column) =>
    sumOf(small.map(({ counts }) => counts[column] ?? 0)),
  )
  const fold = sumOf(together) >= leastShown
  const lines = fold ? [...large, { label: smallGroupsTogether, counts: together }] : large
  const filled = crossed.columns.flatMap((label, column) =>
    lines.some(({ counts }) => (counts[column] ?? 0) > 0) ? [{ label, column }] : [],
  )
  const counts = lines.map((line) => filled.map(({ column }) => line.counts[column] ?? 0))
  const sizes = counts.map(sumOf)
  const n = sumOf(sizes)
  return {
    rows: lines.map(({ label }) => label),
    columns: filled.map(({ label }) => label),
    shown: outside ? hideSmallCells(counts) : counts,
    sizes,
    n,
    leftOut: crossed.missing + crossed.n - n,
    smallGroups: small.length === 0 ? 'none' : fold ? 'together' : 'leftOut',
    test: testIndependence(counts),
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
