import { at } from './at.ts'

export type Tails = { lower: number; upper: number }

function commonHalf(doubled: readonly number[]): number {
  return doubled.every((rank) => rank % 2 === 0) ? 2 : 1
}

function tailsAt(pmf: Float64Array, observed: number): Tails {
  let lower = 0
  let upper = 0
  // Each tail is summed from its own end, smallest terms first.
  for (let s = 0; s <= observed && s < pmf.length; s += 1) lower += at(pmf, s)
  for (let s = pmf.length - 1; s >= observed && s >= 0; s -= 1) upper += at(pmf, s)
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) }
}

/** Cost of the signed-rank table for n ranks, in additions. */
export function signedRankCost(n: number): number {
  return n * n * (n + 1)
}

/**
 * P(V <= observed) and P(V >= observed) when each rank gets its sign by a fair coin. Ranks and
 * observed sum are doubled mid-ranks, so ties are exact.
 */
export function signedRankTails(doubled: readonly number[], observed: number): Tails {
  const unit = commonHalf(doubled)
  const total = doubled.reduce((sum, rank) => sum + rank, 0) / unit
  const pmf = new Float64Array(total + 1)
  pmf[0] = 1
  let reach = 0
  for (const rank of doubled) {
    const step = rank / unit
    for (let s = reach + step; s >= 0; s -= 1) {
      const stay = s <= reach ? at(pmf, s) : 0
      const come = s >= step ? at(pmf, s - step) : 0
      pmf[s] = (stay + come) / 2
    }
    reach += step
  }
  return tailsAt(pmf, observed / unit)
}

/** Cost of the rank-sum table for m of n ranks, in additions. */
export function rankSumCost(m: number, n: number): number {
  return (n * m * m * (2 * n - m + 1)) / 2
}

/** The null distribution of a rank sum, asked for tails at doubled observed sums. */
export type RankSumTable = { tailsAt: (observed: number) => Tails }

/**
 * Distribution of the sum of m ranks drawn without replacement from the given doubled mid-ranks.
 * The table holds probabilities, not counts, so it cannot overflow.
 */
export function rankSumTable(doubled: readonly number[], m: number): RankSumTable {
  const unit = commonHalf(doubled)
  const ranks = doubled.map((rank) => rank / unit).sort((a, b) => a - b)
  const n = ranks.length
  const most = ranks.slice(n - m).reduce((sum, rank) => sum + rank, 0)
  const width = most + 1
  const table = new Float64Array((m + 1) * width)
  table[0] = 1
  const largest = new Float64Array(m + 1)
  for (const [seen, rank] of ranks.entries()) {
    // Row k: distribution of the sum of a random k-subset of the first `seen` ranks. Subsets that
    // the ranks still to come cannot fill up to m are left out.
    const least = Math.max(0, m - (n - seen - 1))
    for (let k = Math.min(m, seen + 1); k >= least; k -= 1) {
      const stay = k <= seen ? (seen + 1 - k) / (seen + 1) : 0
      const come = k / (seen + 1)
      const row = k * width
      const before = row - width - rank
      const top = k === 0 ? 0 : Math.min(most, at(largest, k - 1) + rank)
      if (k === 0) {
        table[row] = (table[row] ?? 0) * stay
        continue
      }
      for (let s = top; s >= rank; s -= 1) {
        table[row + s] = (table[row + s] ?? 0) * stay + (table[before + s] ?? 0) * come
      }
      for (let s = Math.min(rank - 1, top); s >= 0; s -= 1) {
        table[row + s] = (table[row + s] ?? 0) * stay
      }
      largest[k] = Math.max(at(largest, k), top)
    }
  }
  const pmf = table.slice(m * width)
  return { tailsAt: (observed) => tailsAt(pmf, observed / unit) }
}
