import { fQuantile } from '../numeric/distributions.ts'
import type { Interval } from '../result.ts'

/** Mean squares of a two-way table of targets (rows) and raters (columns). */
export type Squares = { rows: number; columns: number; error: number }

/** Interval of (F - 1) / (F + k - 1) from the F distribution of the ratio of mean squares. */
export function consistencyInterval(
  f: number,
  df1: number,
  df2: number,
  k: number,
  level: number,
): Interval {
  const tail = (1 + level) / 2
  const low = f / fQuantile(tail, df1, df2)
  const high = f * fQuantile(tail, df2, df1)
  return {
    low: (low - 1) / (low + k - 1),
    high: (high - 1) / (high + k - 1),
    level,
    method: 'mcgraw-wong',
  }
}

/** McGraw & Wong's interval of ICC(A,1); null when its degrees of freedom are not positive. */
export function agreementInterval(
  { rows: r, columns: c, error: e }: Squares,
  icc: number,
  n: number,
  k: number,
  level: number,
): Interval | null {
  const a = (k * icc) / (n * (1 - icc))
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc))
  const v = (a * c + b * e) ** 2 / ((a * c) ** 2 / (k - 1) + (b * e) ** 2 / ((n - 1) * (k - 1)))
  if (!(v > 0)) return null
  const tail = (1 + level) / 2
  const up = fQuantile(tail, n - 1, v)
  const down = fQuantile(tail, v, n - 1)
  const rest = k * c + (k * n - k - n) * e
  const low = (n * (r - up * e)) / (up * rest + n * r)
  const high = (n * (down * r - e)) / (rest + n * down * r)
  return Number.isFinite(low) && Number.isFinite(high)
    ? { low, high, level, method: 'mcgraw-wong' }
    : null
}

/** Spearman-Brown for the mean of k ratings, applied to both limits; null where it has a pole. */
export function stepUp(interval: Interval | null, k: number): Interval | null {
  if (interval === null) return null
  const step = (x: number) => (k * x) / (1 + (k - 1) * x)
  const [low, high] = [step(interval.low), step(interval.high)]
  return Number.isFinite(low) && Number.isFinite(high) && low <= high
    ? { ...interval, low, high }
    : null
}
