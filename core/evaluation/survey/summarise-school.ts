import {
  describeValues,
  measureClustering,
  type Clustering,
  type Column,
  type Description,
  type Result,
} from '../../../statistics/index.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import {
  countPeople,
  foldSmallGroups,
  rowsOf,
  smallestGroup,
  smallGroupsTogether,
} from '../../inquiry/fold-small-groups.ts'
import { rangeOf } from '../../inquiry/score-sheet.ts'
import { countItem, type ItemFrequencies } from './count-item.ts'
import { hideSmallCells } from './hide-small-cells.ts'
import { nothingBeside, setGroupsBeside, type GroupsBeside } from './set-groups-beside.ts'
import {
  labelsOf,
  scoreColumn,
  turnItems,
  type SurveyedScale,
  type SurveyTable,
} from './survey-table.ts'

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number | null
}

export interface ScaleFigures extends GroupsBeside {
  readonly scaleId: string
  readonly range: { readonly min: number; readonly max: number }
  /** Null where fewer than five people have a score and the reader is outside the team. */
  readonly description: Result<Description> | null
  /** Sheets that were asked and have no score. */
  readonly missing: number
  readonly bins: readonly Bin[]
  /** How alike the members of one school or class answer. */
  readonly clustering: Result<Clustering>
}

export interface SchoolSummary {
  readonly outside: boolean
  readonly count: number
  readonly wrong: number
  readonly complete: number
  readonly scales: readonly ScaleFigures[]
  readonly items: readonly ItemFrequencies[]
}

export interface SchoolOptions {
  /** '' is school or class; null lays nothing beside each other. */
  readonly split: string | null
  /** Readers outside the team do not see cells of fewer than five. */
  readonly outside: boolean
}

/** Number, mean and SD stand beside the bins: three equations, so three hidden bins could be worked out. */
const hiddenBesideSpread = 4

/**
 * A whole survey: how scores are spread, how often each answer was given, groups beside each other, and how much a
 * school or class has in common. `report` hears the part done (0 to 1); pure otherwise.
 */
export function summariseSchool(
  scale: SurveyedScale,
  table: SurveyTable,
  options: SchoolOptions,
  report: (part: number) => void = () => undefined,
): SchoolSummary {
  const parts = scalesOf(scale)
  const steps = parts.length + 1
  const scales = parts.map((part, index) => {
    const scores = scoreColumn(part, turnItems(scale, part, table), table)
    const made = {
      scaleId: part.id,
      range: rangeOf(scale, part),
      missing: countWithoutScore(part.items, scores, table),
    }
    report((index + 1) / steps)
    return { ...made, ...figuresOf(made.range, scores, table, options) }
  })
  const items = [...table.items].map(([itemId, column]) =>
    countItem(scale, itemId, column, table.notAsked.get(itemId)?.size ?? 0, options.outside),
  )
  report(1)
  const { count, wrong } = table
  return {
    outside: options.outside,
    ...{ count, wrong, complete: countComplete(table), scales, items },
  }
}

/** What was not asked is not left out (INQ-18). */
function countComplete({ count, items, notAsked, severalOpen }: SurveyTable): number {
  const columns = [...items].map(([itemId, column]) => ({ column, passed: notAsked.get(itemId) }))
  let complete = 0
  for (let row = 0; row < count; row += 1)
    if (
      !severalOpen.has(row) &&
      columns.every(
        ({ column, passed }) => (column[row] ?? null) !== null || passed?.has(row) === true,
      )
    )
      complete += 1
  return complete
}

/** Whoever was asked none of the questions has no score and is not missing. */
function countWithoutScore(
  itemIds: readonly string[],
  scores: Column,
  { notAsked }: SurveyTable,
): number {
  const isAsked = (row: number): boolean =>
    itemIds.some((itemId) => notAsked.get(itemId)?.has(row) !== true)
  return scores.filter((score, row) => score === null && isAsked(row)).length
}

function figuresOf(
  range: ScaleFigures['range'],
  scores: Column,
  table: SurveyTable,
  { split, outside }: SchoolOptions,
): Omit<ScaleFigures, 'scaleId' | 'range' | 'missing'> {
  const labels = split === null ? null : labelsOf(table, split)
  const n = scores.filter((score) => score !== null).length
  return {
    description: outside && n > 0 && n < smallestGroup ? null : describeValues(scores),
    bins: binsOf(scores, range, outside),
    ...(labels === null ? nothingBeside : setGroupsBeside(scores, labels, outside)),
    clustering: measureClustering(scores, outside ? shownClusters(scores, table) : table.groups),
  }
}

/** Outside the team only schools and classes that may be shown themselves say how alike their members are. */
function shownClusters(scores: Column, { groups }: SurveyTable): readonly (string | null)[] {
  const folded = foldSmallGroups({ ...countPeople(scores, groups), outside: true })
  return rowsOf(groups, folded).map((row) => (row === smallGroupsTogether ? null : row))
}

/** One bin per possible whole score while there are few of them, ten over the width otherwise. */
function binsOf(
  scores: Column,
  { min, max }: ScaleFigures['range'],
  outside: boolean,
): readonly Bin[] {
  const steps = max - min
  const whole = steps <= 12 && scores.every((score) => score === null || Number.isInteger(score))
  const count = whole ? steps + 1 : 10
  const width = whole ? 1 : steps / 10
  if (!(width > 0)) return []
  const counts = Array.from({ length: count }, () => 0)
  for (const score of scores) {
    if (score === null) continue
    const at = Math.min(count - 1, Math.max(0, Math.floor((score - min) / width + 1e-9)))
    counts[at] = (counts[at] ?? 0) + 1
  }
  const shown = outside ? (hideSmallCells([counts], hiddenBesideSpread)[0] ?? []) : counts
  return shown.map((one, index) => ({
    from: min + index * width,
    to: whole ? min + index : min + (index + 1) * width,
    count: one,
  }))
}
