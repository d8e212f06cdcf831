/** A group of fewer can be recognised by who belongs to it (PR11), and its mean says little. */
export const smallestGroup = 5

/** The row of small groups together. No group of a survey is called so: an empty label is none. */
export const smallGroupsTogether = ''

export interface FoldedGroups {
  /** The row in which a label is counted: its own, or that of the small groups together; no row: it is not shown. */
  readonly rows: ReadonlyMap<string, string>
  /** In one row together, in the order of their names. */
  readonly together: readonly string[]
  /** Not shown, in the order of their names: the small ones, and what would give them away. */
  readonly hidden: readonly string[]
}

export interface People {
  /** How many people with a score each label has. */
  readonly sizes: ReadonlyMap<string, number>
  /** People with a score and without a label: nobody sees them in a row, but they are in the number and mean of all. */
  readonly unlabelled: number
  /** Whether the number and mean of all are told to somebody outside the team. */
  readonly outside: boolean
}

/**
 * EVA-26, INQ-15: groups of fewer than five are one row together where they make five, and are not shown where they do not.
 * Outside the team, whoever stands in no row can be worked out from the number and mean of all: they must be nobody or five
 * at least, so the next smallest group is hidden too until they are; a single row left tells nothing and is hidden with them.
 */
export function foldSmallGroups({ sizes, unlabelled, outside }: People): FoldedGroups {
  const small = [...sizes].filter(([, n]) => n < smallestGroup)
  const smallPeople = sumOf(small)
  const folds = smallPeople >= smallestGroup
  const rowSizes = [
    ...[...sizes].filter(([, n]) => n >= smallestGroup),
    ...(folds ? [[smallGroupsTogether, smallPeople] as const] : []),
  ].toSorted(
    ([leftLabel, left], [rightLabel, right]) => left - right || compare(leftLabel, rightLabel),
  )
  let apart = unlabelled + (folds ? 0 : smallPeople)
  let first = 0
  while (outside && apart > 0 && apart < smallestGroup && first < rowSizes.length) {
    apart += rowSizes[first]?.[1] ?? 0
    first += 1
  }
  const left = rowSizes.slice(first)
  const shown = new Set((first > 0 && left.length < 2 ? [] : left).map(([label]) => label))
  const rows = new Map<string, string>()
  for (const [label, n] of sizes) {
    const row = n < smallestGroup ? smallGroupsTogether : label
    if (shown.has(row)) rows.set(label, row)
  }
  const labels = [...sizes.keys()].toSorted(compare)
  return {
    rows,
    together: labels.filter((label) => rows.get(label) === smallGroupsTogether),
    hidden: labels.filter((label) => !rows.has(label)),
  }
}

/** The row of each label; null where it is not shown. */
export function rowsOf(
  labels: readonly (string | null)[],
  { rows }: Pick<FoldedGroups, 'rows'>,
): readonly (string | null)[] {
  return labels.map((label) => (label === null ? null : (rows.get(label) ?? null)))
}

/** People with a score, label by label, and those without a label. */
export function countPeople(
  scores: readonly (number | null)[],
  labels: readonly (string | null)[],
): Pick<People, 'sizes' | 'unlabelled'> {
  const sizes = new Map<string, number>()
  let unlabelled = 0
  for (const [row, score] of scores.entries()) {
    if (score === null) continue
    const label = labels[row] ?? null
    if (label === null) unlabelled += 1
    else sizes.set(label, (sizes.get(label) ?? 0) + 1)
  }
  return { sizes, unlabelled }
}

/** In the order of their names, the small ones together last. */
export function compareRows(left: string, right: string): number {
  const last = Number(left === smallGroupsTogether) - Number(right === smallGroupsTogether)
  return last === 0 ? compare(left, right) : last
}

function compare(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true })
}

function sumOf(groups: readonly (readonly [string, number])[]): number {
  return groups.reduce((sum, [, n]) => sum + n, 0)
}
