// What somebody who knows some counts and which of them add up can work out about the others.

/** Counts by their place in a list: the parts together are the whole. */
export interface Sum {
  readonly parts: readonly number[]
  readonly whole: number
}

/** The least and the most that a count can be. */
export interface Span {
  readonly least: number
  readonly most: number
}

interface Equation {
  readonly terms: readonly (readonly [place: number, factor: number])[]
  readonly sum: number
}

const tiny = 1e-9
const mostRounds = 60

/**
 * The span of every count for a reader who knows those that are `told`, that none is negative and none above `most`, and which
 * add up. Drawn from the sums and from all that follows by adding and subtracting them (Gauss-Jordan), each tightened against
 * the others until nothing moves: a count that one of these pins is found. Spans may be wider than the narrowest that exist.
 */
export function findSpans(
  counts: readonly number[],
  told: readonly boolean[],
  sums: readonly Sum[],
  most: number,
): readonly Span[] {
  const spans = counts.map((count, place) =>
    told[place] === true ? { least: count, most: count } : { least: 0, most },
  )
  const own = sums.map((sum) => equationOf(sum, counts, told))
  const equations = [...own, ...reduce(own, counts.length)].filter(({ terms }) => terms.length > 0)
  for (let round = 0; round < mostRounds; round += 1) {
    if (!equations.map((one) => tighten(one, spans)).includes(true)) break
  }
  return spans
}

function equationOf(
  { parts, whole }: Sum,
  counts: readonly number[],
  told: readonly boolean[],
): Equation {
  const all = [...parts.map((place) => [place, 1] as const), [whole, -1] as const]
  const known = all.filter(([place]) => told[place] === true)
  return {
    terms: all.filter(([place]) => told[place] !== true),
    sum: -known.reduce((sum, [place, factor]) => sum + factor * (counts[place] ?? 0), 0),
  }
}

/** Every unknown by its equation alone, as far as the others can be taken out of it. */
function reduce(equations: readonly Equation[], size: number): readonly Equation[] {
  const rows = equations.map(({ terms, sum }) => {
    const row = new Float64Array(size + 1)
    for (const [place, factor] of terms) row[place] = (row[place] ?? 0) + factor
    row[size] = sum
    return row
  })
  let next = 0
  for (let column = 0; column < size && next < rows.length; column += 1) {
    const found = rows.findIndex((row, at) => at >= next && Math.abs(row[column] ?? 0) > tiny)
    const pivot = rows[found]
    const swapped = rows[next]
    if (pivot === undefined || swapped === undefined) continue
    rows[found] = swapped
    rows[next] = pivot
    const by = pivot[column] ?? 1
    for (let at = 0; at <= size; at += 1) pivot[at] = (pivot[at] ?? 0) / by
    for (const row of rows) if (row !== pivot) takeOut(row, pivot, column)
    next += 1
  }
  return rows.slice(0, next).map((row) => ({
    terms: [...row.subarray(0, size).entries()].filter(([, factor]) => Math.abs(factor) > tiny),
    sum: row[size] ?? 0,
  }))
}

function takeOut(row: Float64Array, pivot: Float64Array, column: number): void {
  const factor = row[column] ?? 0
  if (Math.abs(factor) <= tiny) return
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
}

/** Narrows each count of an equation to what the others leave it; true where something moved. */
function tighten({ terms, sum }: Equation, spans: Span[]): boolean {
  const ends = terms.map(([place, factor]) => {
    const { least, most } = spans[place] ?? { least: 0, most: 0 }
    return factor > 0 ? [factor * least, factor * most] : [factor * most, factor * least]
  })
  const low = ends.reduce((total, [one = 0]) => total + one, 0)
  const high = ends.reduce((total, [, one = 0]) => total + one, 0)
  let moved = false
  for (const [at, [place, factor]] of terms.entries()) {
    const [ownLow = 0, ownHigh = 0] = ends[at] ?? []
    const one = (sum - (high - ownHigh)) / factor
    const other = (sum - (low - ownLow)) / factor
    const span = spans[place]
    if (span === undefined) continue
    const least = Math.max(span.least, Math.ceil(Math.min(one, other) - tiny))
    const most = Math.min(span.most, Math.floor(Math.max(one, other) + tiny))
    if (least <= span.least && most >= span.most) continue
    spans[place] = { least, most }
    moved = true
  }
  return moved
}
