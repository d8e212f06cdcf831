/** Sum with a running correction (Neumaier), exact to the last bits for ordinary data. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

/** A power of two that brings the largest magnitude near 1 when squares would over- or underflow. */
function safeScale(values: readonly number[]): number {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  if (largest === 0 || (largest < 1e100 && largest > 1e-100)) return 1
  return 2 ** Math.min(1000, -Math.floor(Math.log2(largest)))
}

export type Moments = {
  n: number
  mean: number
  /** Standard deviation with n - 1; 0 when n < 2. */
  sd: number
  /** Moments about the mean (sums / n) of the values divided by their sd, for shape. */
  g1: number
  g2: number
}

function centred(values: readonly number[]): { scale: number; mean: number; rest: number[] } {
  const scale = safeScale(values)
  const scaled = scale === 1 ? values : values.map((value) => value * scale)
  const first = sumOf(scaled) / values.length
  // A second pass takes away what rounding left in the first mean.
  const mean = first + sumOf(scaled.map((value) => value - first)) / values.length
  return { scale, mean, rest: scaled.map((value) => value - mean) }
}

/** Mean, standard deviation and shape by two passes, safe from cancellation and overflow. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length
  const { scale, mean, rest } = centred(values)
  const m2 = sumOf(rest.map((d) => d * d)) / n
  const spread = Math.sqrt(m2)
  const units = spread === 0 ? rest : rest.map((d) => d / spread)
  return {
    n,
    mean: mean / scale,
    sd: n < 2 ? 0 : Math.sqrt((m2 * n) / (n - 1)) / scale,
    g1: sumOf(units.map((u) => u * u * u)) / n,
    g2: sumOf(units.map((u) => u * u * u * u)) / n - 3,
  }
}

export function meanOf(values: readonly number[]): number {
  const { scale, mean } = centred(values)
  return mean / scale
}

/** Standard deviation with n - 1. */
export function sdOf(values: readonly number[]): number {
  return momentsOf(values).sd
}

/** Variance with n - 1. */
export function varianceOf(values: readonly number[]): number {
  return momentsOf(values).sd ** 2
}

/** Sum of products about the means of two columns of equal length. */
export function crossProductOf(x: readonly number[], y: readonly number[]): number {
  const meanX = meanOf(x)
  const meanY = meanOf(y)
  return sumOf(x.map((value, i) => (value - meanX) * ((y[i] ?? meanY) - meanY)))
}

/** Product-moment correlation, or null when a column does not vary; safe at any magnitude. */
export function correlationOf(x: readonly number[], y: readonly number[]): number | null {
  const restX = unitRest(x)
  const restY = unitRest(y)
  if (restX === null || restY === null) return null
  const r = sumOf(restX.map((value, i) => value * (restY[i] ?? 0)))
  return Math.max(-1, Math.min(1, r))
}

function unitRest(values: readonly number[]): number[] | null {
  if (isConstant(values)) return null
  const { rest } = centred(values)
  const length = Math.sqrt(sumOf(rest.map((d) => d * d)))
  return length === 0 ? null : rest.map((d) => d / length)
}

/** True when every value is the same number. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
