import { at } from './at.ts'

export type PairwiseTable = {
  /** Rows in which both columns are present. */
  counts: number[][]
  covariances: number[][]
  /** null where a column does not vary among the shared rows, or fewer than two are shared. */
  correlations: (number | null)[][]
}

type Dense = { values: Float64Array; present: Uint8Array; scale: number }

/** A column moved to its own mean and scaled to unit size: what is summed then stays small. */
function densify(column: readonly (number | null)[]): Dense {
  const n = column.length
  let largest = 0
  for (const value of column) if (value !== null) largest = Math.max(largest, Math.abs(value))
  const scale = largest === 0 ? 1 : largest
  const values = new Float64Array(n)
  const present = new Uint8Array(n)
  let sum = 0
  let count = 0
  for (const [i, value] of column.entries()) {
    if (value === null) continue
    values[i] = value / scale
    present[i] = 1
    sum += at(values, i)
    count += 1
  }
  const mean = count === 0 ? 0 : sum / count
  for (let i = 0; i < n; i += 1) values[i] = at(present, i) === 1 ? at(values, i) - mean : 0
  return { values, present, scale }
}

type Shared = { n: number; covariance: number; correlation: number | null }

/** One pass over two columns; absent cells hold zero, so products need no branch. */
function comparePair(a: Dense, b: Dense): Shared {
  const { values: x, present: hasX } = a
  const { values: y, present: hasY } = b
  let [n, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i += 1) {
    const both = (hasX[i] ?? 0) & (hasY[i] ?? 0)
    const u = (x[i] ?? 0) * both
    const v = (y[i] ?? 0) * both
    n += both
    sumX += u
    sumY += v
    sumXX += u * u
    sumYY += v * v
    sumXY += u * v
  }
  if (n < 2) return { n, covariance: 0, correlation: null }
  const spreadX = sumXX - (sumX * sumX) / n
  const spreadY = sumYY - (sumY * sumY) / n
  const product = sumXY - (sumX * sumY) / n
  // What remains of a constant is rounding of sums of squares that are below n.
  const flat =
    !(spreadX > 1e-13 * n) && !varies(a, b) ? true : !(spreadY > 1e-13 * n) && !varies(b, a)
  return {
    n,
    covariance: (product / (n - 1)) * a.scale * b.scale,
    correlation: flat
      ? null
      : Math.max(-1, Math.min(1, product / (Math.sqrt(spreadX) * Math.sqrt(spreadY)))),
  }
}

/** Do the rows that both columns have differ in the first one? */
function varies(a: Dense, b: Dense): boolean {
  let first: number | null = null
  for (let i = 0; i < a.values.length; i += 1) {
    if (at(a.present, i) + at(b.present, i) < 2) continue
    if (first === null) first = at(a.values, i)
    else if (at(a.values, i) !== first) return true
  }
  return false
}

/**
 * Counts, covariances (n - 1) and correlations of every two columns on the rows that both have, one
 * pass per pair over typed arrays: k² n / 2 steps, memory of the columns themselves. `step` is told
 * how many columns are done; answering false stops, and the result is null.
 */
export function comparePairwise(
  columns: readonly (readonly (number | null)[])[],
  step: (done: number) => boolean = () => true,
): PairwiseTable | null {
  const dense = columns.map(densify)
  const k = columns.length
  const counts = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  const covariances = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  const correlations = Array.from({ length: k }, () => new Array<number | null>(k).fill(null))
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const shared = comparePair(at(dense, i), at(dense, j))
      for (const [row, column] of [
        [i, j],
        [j, i],
      ] as const) {
        at(counts, row)[column] = shared.n
        at(covariances, row)[column] = shared.covariance
        at(correlations, row)[column] =
          i === j && shared.correlation !== null ? 1 : shared.correlation
      }
    }
    if (!step(i + 1)) return null
  }
  return { counts, covariances, correlations }
}
