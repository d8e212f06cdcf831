/** Below this a cell can be a person whom somebody recognises. */
export const leastShown = 5

/** EVA-26: a count of people in a sentence that a reader outside the team hears as "fewer than five". */
export function isToldAsFew(count: number, outside: boolean): boolean {
  return outside && isSmall(count)
}

/** A total and all but one of its parts tell the last part. */
const leastHidden = 2

/**
 * EVA-26, PAP-12: counts from 1 to 4 are not shown to readers outside the team, and neither is what would give them away.
 * Of every row and column that hides something, the hidden cells hold five people or more together, are two at least, and
 * are not forced by their sum (all 1, or all 4): until then the next smallest is hidden too, a nought last. `fewest` asks for
 * more hidden cells where a mean or a spread is printed beside the counts. null is a hidden cell. One table in which each row
 * and each column may add up within itself; a line that is hidden whole tells nothing and stays so.
 */
export function hideSmallCells(
  counts: readonly (readonly number[])[],
  fewest = leastHidden,
): readonly (readonly (number | null)[])[] {
  const shown: (number | null)[][] = counts.map((row) =>
    row.map((count) => (isSmall(count) ? null : count)),
  )
  const lines = linesOf(counts)
  for (let next = findNext(counts, shown, lines, fewest); next !== null; ) {
    const cells = shown[next[0]]
    if (cells !== undefined) cells[next[1]] = null
    next = findNext(counts, shown, lines, fewest)
  }
  return shown
}

type Place = readonly [row: number, column: number]

function isSmall(count: number): boolean {
  return count > 0 && count < leastShown
}

function linesOf(counts: readonly (readonly number[])[]): readonly (readonly Place[])[] {
  const columns = counts[0]?.map((_, column) => column) ?? []
  const rows = counts.map((_, row) => row)
  return [
    ...rows.map((row) => columns.map((column): Place => [row, column])),
    ...columns.map((column) => rows.map((row): Place => [row, column])),
  ]
}

/** The cell to hide next, in the first line that gives away what it hides; null when there is none left. */
function findNext(
  counts: readonly (readonly number[])[],
  shown: readonly (readonly (number | null)[])[],
  lines: readonly (readonly Place[])[],
  fewest: number,
): Place | null {
  const countAt = ([row, column]: Place): number => counts[row]?.[column] ?? 0
  const isHidden = ([row, column]: Place): boolean => shown[row]?.[column] === null
  for (const line of lines) {
    const hidden = line.filter(isHidden).map(countAt)
    if (hidden.length === 0 || isSafe(hidden, fewest)) continue
    const [next] = line
      .filter((place) => !isHidden(place))
      .toSorted(
        (left, right) =>
          Number(countAt(left) === 0) - Number(countAt(right) === 0) ||
          countAt(left) - countAt(right),
      )
    if (next !== undefined) return next
  }
  return null
}

/** Whoever knows the total knows the sum of what is hidden: it must be large, and split in more than one way. */
function isSafe(hidden: readonly number[], fewest: number): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0)
  const allLargest = hidden.every((count) => count === leastShown - 1)
  return hidden.length >= fewest && sum >= leastShown && sum > hidden.length && !allLargest
}
