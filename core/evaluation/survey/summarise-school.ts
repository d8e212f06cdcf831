import {
  compareGroupMeans,
  countFrequencies,
  describeValues,
  measureClustering,
  type Clustering,
  type Column,
  type Description,
  type Interval,
  type Result,
} from '../../../statistics/index.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { limitsOf } from '../../inquiry/read-limits.ts'
import { rangeOf } from '../../inquiry/score-sheet.ts'
import { hideSmallCells } from './hide-small-cells.ts'
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

export interface GroupLevel {
  readonly label: string
  readonly n: number
  readonly mean: number
  readonly sd: number | null
  readonly interval: Interval | null
}

export interface ScaleFigures {
  readonly scaleId: string
  readonly range: { readonly min: number; readonly max: number }
  readonly description: Result<Description>
  readonly missing: number
  readonly bins: readonly Bin[]
  readonly groups: readonly GroupLevel[]
  /** Groups too small to be shown. */
  readonly hiddenGroups: number
  readonly test: {
    readonly f: number
    readonly df1: number
    readonly df2: number
    readonly p: number
  } | null
  readonly etaSquared: number | null
  /** How alike the members of one school or class answer. */
  readonly clustering: Result<Clustering>
}

export interface ItemFrequencies {
  readonly itemId: string
  readonly answered: number
  readonly missing: number
  readonly mean: number | null
  readonly counts: readonly { readonly value: number; readonly count: number | null }[]
}

export interface SchoolSummary {
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

const smallestGroup = 5
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
    const made = figuresOf(part.id, rangeOf(scale, part), scores, table, options)
    report((index + 1) / steps)
    return made
  })
  const items = [...table.items].map(([itemId, column]) =>
    frequenciesOf(scale, itemId, column, options.outside),
  )
  report(1)
  return { count: table.count, wrong: table.wrong, complete: countComplete(table), scales, items }
}

function countComplete({ count, items }: SurveyTable): number {
  const columns = [...items.values()]
  let complete = 0
  for (let row = 0; row < count; row += 1)
    if (columns.every((column) => (column[row] ?? null) !== null)) complete += 1
  return complete
}

function figuresOf(
  scaleId: string,
  range: ScaleFigures['range'],
  scores: Column,
  table: SurveyTable,
  { split, outside }: SchoolOptions,
): ScaleFigures {
  const labels = split === null ? null : labelsOf(table, split)
  const beside = labels === null ? null : besideEachOther(scores, labels)
  return {
    scaleId,
    range,
    description: describeValues(scores),
    missing: scores.filter((score) => score === null).length,
    bins: binsOf(scores, range, outside),
    groups: beside?.groups ?? [],
    hiddenGroups: beside?.hidden ?? 0,
    test: beside?.test ?? null,
    etaSquared: beside?.etaSquared ?? null,
    clustering: measureClustering(scores, table.groups),
  }
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

function besideEachOther(scores: Column, labels: readonly (string | null)[]) {
  const sizes = countLabels(scores, labels)
  const shown = new Set([...sizes].flatMap(([label, n]) => (n >= smallestGroup ? [label] : [])))
  const kept = labels.map((label) => (label !== null && shown.has(label) ? label : null))
  const found = compareGroupMeans(scores, kept)
  const hidden = sizes.size - shown.size
  if (!found.ok) return { groups: [], hidden, test: null, etaSquared: null }
  const groups = levelsOf(scores, labels, [...shown])
  const { f, df1, df2, p } = found.value.welch ?? found.value.anova
  return { groups, hidden, test: { f, df1, df2, p }, etaSquared: found.value.etaSquared }
}

/** In the order of their names: an order of labels, never of results. */
function levelsOf(
  scores: Column,
  labels: readonly (string | null)[],
  shown: readonly string[],
): readonly GroupLevel[] {
  const columns = new Map<string, (number | null)[]>(shown.map((label) => [label, []]))
  for (const [row, label] of labels.entries())
    if (label !== null) columns.get(label)?.push(scores[row] ?? null)
  const levels = [...columns].flatMap(([label, own]): readonly GroupLevel[] => {
    const found = describeValues(own)
    if (!found.ok) return []
    const { mean, sd } = found.value
    return [{ label, n: found.n, mean, sd, interval: found.interval }]
  })
  return levels.toSorted((left, right) =>
    left.label.localeCompare(right.label, 'en', { numeric: true }),
  )
}

function countLabels(
  scores: Column,
  labels: readonly (string | null)[],
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const [row, label] of labels.entries())
    if (label !== null && (scores[row] ?? null) !== null)
      sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return sizes
}

function frequenciesOf(
  scale: SurveyedScale,
  itemId: string,
  column: Column,
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
    answered,
    missing: column.length - answered,
    // With the mean two hidden counts are two equations for two unknowns.
    mean: described.ok && !shown.includes(null) ? described.value.mean : null,
    counts: categories.map((value, index) => ({ value, count: shown[index] ?? null })),
  }
}
