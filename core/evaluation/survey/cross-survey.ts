import {
  crossTabulate,
  testIndependence,
  type Independence,
  type Result,
} from '../../../statistics/index.ts'
import {
  compareRows,
  countPeople,
  foldSmallGroups,
  rowsOf,
} from '../../inquiry/fold-small-groups.ts'
import { hideSmallCells } from './hide-small-cells.ts'
import { labelsOf, type SurveyTable } from './survey-table.ts'

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
 * nobody: small groups are one row together where they make five, and are left out whole where they do not; outside the
 * team also whatever they could be worked out from, as the answers of all stand beside the table.
 */
export function crossSurvey(
  table: SurveyTable,
  itemId: string,
  split: string,
  outside: boolean,
): CrossFigures | null {
  const labels = labelsOf(table, split)
  const answers = table.items.get(itemId) ?? []
  const people = countPeople(answers, labels)
  const folded = foldSmallGroups({ ...people, outside })
  const rowLabels = rowsOf(labels, folded)
  const crossed = crossTabulate(rowLabels, answers)
  if (!crossed.ok) return null
  const rows = crossed.rows.toSorted(compareRows)
  const counts = rows.map((label) => crossed.counts[crossed.rows.indexOf(label)] ?? [])
  const apart = crossed.columns.map(
    (value) =>
      answers.filter((answer, at) => rowLabels[at] === null && String(answer) === value).length,
  )
  return {
    rows,
    columns: crossed.columns,
    shown: outside ? hideSmallCells([...counts, apart]).slice(0, rows.length) : counts,
    sizes: counts.map(sumOf),
    n: sumOf(counts.map(sumOf)),
    leftOut: crossed.missing,
    smallGroups:
      folded.hidden.length > 0 ? 'leftOut' : folded.together.length > 0 ? 'together' : 'none',
    test: testIndependence(counts),
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
