import { at } from './at.ts'

/** Sum with a running correction (Neumaier), exact to the last bits for ordinary data. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = at(values, i)
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

type Centred = { scale: number; mean: number; rest: Float64Array }

function centred(values: readonly number[]): Centred {
  const n = values.length
  const scale = safeScale(values)
  const rest = new Float64Array(n)
  for (let i = 0; i < n; i += 1) rest[i] = at(values, i) * scale
  const first = sumOf(rest) / n
  for (let i = 0; i < n; i += 1) rest[i] = at(rest, i) - first
  // A second pass takes away what rounding left in the first mean.
  const left = sumOf(rest) / n
  const mean = first + left
  // From the values again: the first mean is rounded, the second one is nearer.
  for (let i = 0; i < n; i += 1) rest[i] = at(values, i) * scale - mean
  return { scale, mean, rest }
}

/** Sum of a power of the values divided by a unit. */
function powerSum(values: Float64Array, unit: number, power: 2 | 3 | 4): number {
  const terms = new Float64Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const u = at(values, i) / unit
    terms[i] = power === 2 ? u * u : power === 3 ? u * u * u : u * u * u * u
  }
  return sumOf(terms)
}

/** Mean, standard deviation and shape by two passes, safe from cancellation and overflow. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length
  const { scale, mean, rest } = centred(values)
  const m2 = powerSum(rest, 1, 2) / n
  const spread = Math.sqrt(m2)
  const unit = spread === 0 ? 1 : spread
  return {
    n,
    mean: mean / scale,
    sd: n < 2 ? 0 : Math.sqrt((m2 * n) / (n - 1)) / scale,
    g1: powerSum(rest, unit, 3) / n,
    g2: powerSum(rest, unit, 4) / n - 3,
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

function unitRest(values: readonly number[]): Float64Array | null {
  if (isConstant(values)) return null
  const { rest } = centred(values)
  const length = Math.sqrt(powerSum(rest, 1, 2))
  return length === 0 ? null : rest.map((d) => d / length)
}

/** True when every value is the same number. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
