import {
  compareGroupMeans,
  describeValues,
  type Column,
  type Interval,
} from '../../../statistics/index.ts'
import {
  compareRows,
  countPeople,
  foldSmallGroups,
  rowsOf,
} from '../../inquiry/fold-small-groups.ts'

export interface GroupLevel {
  readonly label: string
  readonly n: number
  readonly mean: number
  readonly sd: number | null
  readonly interval: Interval | null
}

export interface GroupsBeside {
  /** The small groups together have an empty label and stand last. */
  readonly groups: readonly GroupLevel[]
  /** Groups too small to be shown, and those that would give them away. */
  readonly hiddenGroups: number
  readonly test: {
    readonly f: number
    readonly df1: number
    readonly df2: number
    readonly p: number
  } | null
  readonly etaSquared: number | null
}

export const nothingBeside: GroupsBeside = {
  groups: [],
  hiddenGroups: 0,
  test: null,
  etaSquared: null,
}

/** EVA-28: one score in the groups of a survey, and whether the means differ; small groups are folded by EVA-26. */
export function setGroupsBeside(
  scores: Column,
  labels: readonly (string | null)[],
  outside: boolean,
): GroupsBeside {
  const folded = foldSmallGroups({ ...countPeople(scores, labels), outside })
  const rows = rowsOf(labels, folded)
  const hiddenGroups = folded.hidden.length
  const found = compareGroupMeans(scores, rows)
  if (!found.ok) return { ...nothingBeside, hiddenGroups }
  const { f, df1, df2, p } = found.value.welch ?? found.value.anova
  return {
    groups: levelsOf(scores, rows),
    hiddenGroups,
    test: { f, df1, df2, p },
    etaSquared: found.value.etaSquared,
  }
}

/** In the order of their names: an order of labels, never of results. */
function levelsOf(scores: Column, rows: readonly (string | null)[]): readonly GroupLevel[] {
  const columns = new Map<string, (number | null)[]>()
  for (const [at, row] of rows.entries()) {
    if (row === null) continue
    const own = columns.get(row) ?? []
    columns.set(row, own)
    own.push(scores[at] ?? null)
  }
  const levels = [...columns].flatMap(([label, own]): readonly GroupLevel[] => {
    const found = describeValues(own)
    if (!found.ok) return []
    const { mean, sd } = found.value
    return [{ label, n: found.n, mean, sd, interval: found.interval }]
  })
  return levels.toSorted((left, right) => compareRows(left.label, right.label))
}
