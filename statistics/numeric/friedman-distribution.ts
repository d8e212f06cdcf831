import { at } from './at.ts'

/** Steps (states x arrangements) above which the exact sum is given up. */
const MOST_WORK = 4e6

/** Every distinct arrangement of a row of ranks. */
function arrangementsOf(row: readonly number[]): number[][] {
  if (row.length <= 1) return [[...row]]
  return [...new Set(row)].flatMap((value) => {
    const place = row.indexOf(value)
    const rest = row.filter((_, i) => i !== place)
    return arrangementsOf(rest).map((tail) => [value, ...tail])
  })
}

function squaresOf(sums: readonly number[]): number {
  return sums.reduce((total, sum) => total + sum * sum, 0)
}

/**
 * P(sum of squared column sums >= observed) when every row of doubled mid-ranks is arranged at
 * random: row by row over the possible column sums, kept in ascending order because the columns are
 * exchangeable. null when that would take too long.
 */
export function friedmanUpper(rows: readonly (readonly number[])[]): number | null {
  const k = rows[0]?.length ?? 0
  const observed = squaresOf(
    Array.from({ length: k }, (_, j) => rows.reduce((sum, row) => sum + at(row, j), 0)),
  )
  if (k > 6) return null
  let states = new Map<string, { sums: number[]; p: number }>()
  states.set('', { sums: Array.from({ length: k }, () => 0), p: 1 })
  let work = 0
  for (const row of rows) {
    const arrangements = arrangementsOf(row)
    work += arrangements.length * states.size
    if (work > MOST_WORK) return null
    const next = new Map<string, { sums: number[]; p: number }>()
    for (const state of states.values()) {
      for (const arrangement of arrangements) {
        const sums = state.sums.map((sum, j) => sum + at(arrangement, j)).sort((a, b) => a - b)
        const key = sums.join(' ')
        const known = next.get(key)
        const p = state.p / arrangements.length
        if (known === undefined) next.set(key, { sums, p })
        else known.p += p
      }
    }
    states = next
  }
  let upper = 0
  for (const { sums, p } of states.values()) if (squaresOf(sums) >= observed) upper += p
  return Math.min(1, upper)
}
