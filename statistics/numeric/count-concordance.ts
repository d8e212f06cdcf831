import { at } from './at.ts'

export type Concordance = {
  /** Concordant minus discordant pairs. */
  s: number
  tiesX: number[]
  tiesY: number[]
}

/** Sizes of runs of equal values in an ordered list. */
function runsOf(n: number, same: (i: number) => boolean): number[] {
  const runs: number[] = []
  let run = 1
  for (let i = 1; i <= n; i += 1) {
    if (i < n && same(i)) run += 1
    else {
      if (run > 1) runs.push(run)
      run = 1
    }
  }
  return runs
}

function pairsIn(runs: readonly number[]): number {
  return runs.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
}

/** Kendall's S by merge sort (Knight 1966), n log n. Values must already be rounded for ties. */
export function countConcordance(x: readonly number[], y: readonly number[]): Concordance {
  const n = x.length
  const order = [...x.keys()].sort((a, b) => at(x, a) - at(x, b) || at(y, a) - at(y, b))
  const sameX = (i: number) => at(x, at(order, i)) === at(x, at(order, i - 1))
  const tiesX = runsOf(n, sameX)
  const both = runsOf(n, (i) => sameX(i) && at(y, at(order, i)) === at(y, at(order, i - 1)))
  const line = Float64Array.from(order, (i) => at(y, i))
  const discordant = countExchanges(line)
  const tiesY = runsOf(n, (i) => at(line, i) === at(line, i - 1))
  const all = (n * (n - 1)) / 2
  const s = all - pairsIn(tiesX) - pairsIn(tiesY) + pairsIn(both) - 2 * discordant
  return { s, tiesX, tiesY }
}

/** Sorts in place and counts the exchanges that bubble sort would need. */
function countExchanges(line: Float64Array): number {
  const n = line.length
  let exchanges = 0
  let from: Float64Array = line
  let to: Float64Array = new Float64Array(n)
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n)
      const end = Math.min(start + 2 * width, n)
      let left = start
      let right = middle
      for (let k = start; k < end; k += 1) {
        if (left < middle && (right >= end || at(from, left) <= at(from, right))) {
          to[k] = at(from, left)
          left += 1
        } else {
          to[k] = at(from, right)
          right += 1
          exchanges += middle - left
        }
      }
    }
    ;[from, to] = [to, from]
  }
  if (from !== line) line.set(from)
  return exchanges
}

/** Tails of Kendall's S without ties: distribution of the number of exchanges by recursion. */
export function kendallTails(n: number, s: number): { lower: number; upper: number } {
  const most = (n * (n - 1)) / 2
  let pmf = new Float64Array(most + 1)
  pmf[0] = 1
  for (let size = 2; size <= n; size += 1) {
    const next = new Float64Array(most + 1)
    const reach = (size * (size - 1)) / 2
    for (let q = 0; q <= reach; q += 1) {
      let sum = 0
      for (let j = Math.max(0, q - size + 1); j <= q; j += 1) sum += at(pmf, j)
      next[q] = sum / size
    }
    pmf = next
  }
  const concordant = Math.round((s + most) / 2)
  let lower = 0
  let upper = 0
  for (let q = 0; q <= concordant; q += 1) lower += at(pmf, q)
  for (let q = most; q >= concordant; q -= 1) upper += at(pmf, q)
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) }
}
