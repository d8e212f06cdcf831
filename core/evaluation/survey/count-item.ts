import { countFrequencies, describeValues, type Column } from '../../../statistics/index.ts'
import { limitsOf } from '../../inquiry/read-limits.ts'
import { hideSmallCells } from './hide-small-cells.ts'
import type { SurveyedScale } from './survey-table.ts'

export interface ItemFrequencies {
  readonly itemId: string
  /** Sheets on which the question was asked (INQ-18): answered or missing. */
  readonly asked: number
  readonly answered: number
  readonly missing: number
  readonly mean: number | null
  readonly counts: readonly { readonly value: number; readonly count: number | null }[]
}

/** How often each answer to a question was given, as a reader may see it (EVA-26). */
export function countItem(
  scale: SurveyedScale,
  itemId: string,
  column: Column,
  notAsked: number,
  outside: boolean,
): ItemFrequencies {
  const limits = limitsOf(scale, itemId)
  const few = limits !== null && limits.max - limits.min <= 20
  const categories = few
    ? Array.from({ length: limits.max - limits.min + 1 }, (_, index) => limits.min + index)
    : []
  const counted = few ? countFrequencies(column, { categories }) : null
  const described = describeValues(column)
  const answered = column.reduce<number>((sum, value) => sum + (value === null ? 0 : 1), 0)
  const counts = categories.map((value) =>
    counted?.ok === true ? (counted.value.rows.find((row) => row.value === value)?.count ?? 0) : 0,
  )
  const shown = outside ? (hideSmallCells([counts])[0] ?? []) : counts
  return {
    itemId,
    asked: column.length - notAsked,
    answered,
    missing: column.length - notAsked - answered,
    // With the mean two hidden counts are two equations for two unknowns.
    mean: described.ok && !shown.includes(null) ? described.value.mean : null,
    counts: categories.map((value, index) => ({ value, count: shown[index] ?? null })),
  }
}
