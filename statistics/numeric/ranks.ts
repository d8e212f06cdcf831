import { at } from './at.ts'

/**
 * Rounds to 9 decimals so that sums that differ by float dust count as ties. Data far from unit
 * size (largest magnitude outside 1e-3 … 1e6) are rounded to 12 digits of the largest instead.
 */
export function roundForTies(values: readonly number[]): number[] {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  if (largest === 0) return values.map(() => 0)
  if (largest >= 1e-3 && largest <= 1e6) return values.map((value) => Math.round(value * 1e9) / 1e9)
  return values.map((value) => (Math.round((value / largest) * 1e12) / 1e12) * largest)
}

export type Ranks = {
  /** Twice the mid-rank of each value, an integer, in the order of the values. */
  doubled: Float64Array
  /** Sizes of the groups of equal values that have more than one member. */
  ties: number[]
}

/** Mid-ranks of values that are already rounded; doubled so that they stay integers. */
export function rankValues(values: readonly number[]): Ranks {
  const n = values.length
  const order = Uint32Array.from(values.keys())
  const numbers = Float64Array.from(values)
  order.sort((a, b) => at(numbers, a) - at(numbers, b))
  const doubled = new Float64Array(n)
  const ties: number[] = []
  for (let from = 0; from < n; ) {
    let to = from
    while (to + 1 < n && at(numbers, at(order, to + 1)) === at(numbers, at(order, from))) to += 1
    for (let i = from; i <= to; i += 1) doubled[at(order, i)] = from + to + 2
    if (to > from) ties.push(to - from + 1)
    from = to + 1
  }
  return { doubled, ties }
}

/** Sum of t^3 - t over the tie groups. */
export function tieCorrection(ties: readonly number[]): number {
  return ties.reduce((sum, t) => sum + (t ** 3 - t), 0)
}

/** A sorted copy, ascending. */
export function sortAscending(values: readonly number[]): number[] {
  return Array.from(Float64Array.from(values).sort())
}

/** Median of values in any order. */
export function medianOf(values: readonly number[]): number {
  const sorted = sortAscending(values)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return at(sorted, half)
  return midpoint(at(sorted, half - 1), at(sorted, half))
}

/** Half-way between two numbers without overflow. */
export function midpoint(a: number, b: number): number {
  const sum = a + b
  return Number.isFinite(sum) ? sum / 2 : a / 2 + b / 2
}
