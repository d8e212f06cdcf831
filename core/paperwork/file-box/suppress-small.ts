/** Below this a count could tell an outside reader who it is. */
export const smallestShown = 5

/**
 * PAP-12: counts for outside readers. Cells of 1 to 4 are hidden; where a line or a column would give a hidden cell away
 * because it adds up, the smallest other cell of it is hidden too. Rows are lines of one table in which each row and each
 * column may add up within itself. Null is a hidden cell.
 */
export function suppressSmall(
  table: readonly (readonly number[])[],
): readonly (readonly (number | null)[])[] {
  const shown: (number | null)[][] = table.map((row) =>
    row.map((count) => (count > 0 && count < smallestShown ? null : count)),
  )
  for (let line = findGivenAway(shown); line !== null; line = findGivenAway(shown)) {
    const [row, column] = line
    const cells = shown[row]
    if (cells !== undefined) cells[column] = null
  }
  return shown
}

type Place = readonly [row: number, column: number]

/** The cell to hide next: in the first line that has exactly one hidden cell; null when there is none left. */
function findGivenAway(shown: readonly (readonly (number | null)[])[]): Place | null {
  const columns = shown[0]?.map((_, column) => column) ?? []
  const rows = shown.map((_, row) => row)
  const lines: readonly (readonly Place[])[] = [
    ...rows.map((row) => columns.map((column): Place => [row, column])),
    ...columns.map((column) => rows.map((row): Place => [row, column])),
  ]
  const read = ([row, column]: Place): number | null => shown[row]?.[column] ?? null
  for (const line of lines) {
    const open = line.filter((place) => read(place) !== null)
    if (open.length === 0 || open.length !== line.length - 1) continue
    const [next] = open.toSorted(
      (left, right) =>
        Number(read(left) === 0) - Number(read(right) === 0) ||
        (read(left) ?? 0) - (read(right) ?? 0),
    )
    if (next !== undefined) return next
  }
  return null
}
