/** Below this a cell can be a person whom somebody recognises. */
export const leastShown = 5

/**
 * EVA-26: counts from 1 to 4 are not shown to readers outside the team, and neither is what would give them away: where
 * a row or column has a single hidden cell, its next smallest is hidden too. null is a hidden cell; 0 stays.
 */
export function hideSmallCells(
  counts: readonly (readonly number[])[],
  least = leastShown,
): readonly (readonly (number | null)[])[] {
  const shown: (number | null)[][] = counts.map((row) =>
    row.map((count) => (count > 0 && count < least ? null : count)),
  )
  const columns = shown[0]?.length ?? 0
  let again = true
  while (again) {
    again = false
    for (let row = 0; row < shown.length; row += 1)
      again = hideSecond(counts, shown, lineOf(row, columns)) || again
    for (let column = 0; column < columns; column += 1)
      again = hideSecond(counts, shown, columnOf(column, shown.length)) || again
  }
  return shown
}

type Place = readonly [number, number]

function lineOf(row: number, columns: number): readonly Place[] {
  return Array.from({ length: columns }, (_, column): Place => [row, column])
}

function columnOf(column: number, rows: number): readonly Place[] {
  return Array.from({ length: rows }, (_, row): Place => [row, column])
}

/** A total and all but one of its parts tell the last part. */
function hideSecond(
  counts: readonly (readonly number[])[],
  shown: (number | null)[][],
  places: readonly Place[],
): boolean {
  const hidden = places.filter(([row, column]) => shown[row]?.[column] === null)
  if (hidden.length !== 1) return false
  const open = places
    .filter(([row, column]) => (shown[row]?.[column] ?? 0) > 0)
    .sort(([a, b], [c, d]) => (counts[a]?.[b] ?? 0) - (counts[c]?.[d] ?? 0))
  const [next] = open
  const line = next === undefined ? undefined : shown[next[0]]
  if (next === undefined || line === undefined) return false
  line[next[1]] = null
  return true
}
