import { keepValues } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalQuantile, normalUpper } from '../numeric/distributions.ts'
import { isConstant, meanOf, sdOf, sumOf } from '../numeric/moments.ts'
import { sortAscending } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'

export type Normality = { w: number; p: number }

const LEAST = 3
const MOST = 5000

/**
 * Shapiro-Wilk W and p by Royston (1995, AS R94). Shown beside a test, never used to choose one:
 * small groups have no power to show non-normality. Refuses n outside 3 … 5000 and equal values.
 */
export function testNormality(column: Column): Result<Normality> {
  const read = keepValues(column)
  if (!read.ok) return read
  const n = read.kept.length
  if (n < LEAST) return refuse('TooFewValues', `${n} values; at least ${LEAST} needed`)
  if (n > MOST) return refuse('TooLarge', `${n} values; at most ${MOST}`)
  const sd = sdOf(read.kept)
  if (isConstant(read.kept) || sd === 0) return refuse('ZeroVariance', 'all values are equal')
  const mean = meanOf(read.kept)
  const sorted = sortAscending(read.kept).map((value) => (value - mean) / sd)
  const weights = findWeights(n)
  const sum = sumOf(weights.map((a, i) => a * (at(sorted, n - 1 - i) - at(sorted, i))))
  const w = Math.min(1, sum ** 2 / sumOf(sorted.map((value) => value * value)))
  return conclude({
    estimate: { name: 'W', value: w },
    value: { w, p: findP(w, n) },
    n,
    missing: { count: read.missing, handling: 'available' },
    method: { id: 'shapiro-wilk-r94', name: 'Shapiro-Wilk test (Royston 1995)' },
    warnings: n < 20 ? [{ id: 'no-power', detail: 'so few values cannot show non-normality' }] : [],
  })
}

function poly(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, c) => sum * x + c, 0)
}

const FIRST = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056]
const SECOND = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633]

/** Weights of the upper half, largest first (they are antisymmetric). */
function findWeights(n: number): number[] {
  if (n === 3) return [Math.SQRT1_2]
  const half = Math.floor(n / 2)
  const m = Array.from({ length: half }, (_, i) => -normalQuantile((i + 1 - 0.375) / (n + 0.25)))
  const squares = 2 * sumOf(m.map((value) => value * value))
  const root = Math.sqrt(squares)
  const x = 1 / Math.sqrt(n)
  const a1 = at(m, 0) / root + poly(FIRST, x)
  if (n <= 5) {
    const scale = Math.sqrt((squares - 2 * at(m, 0) ** 2) / (1 - 2 * a1 ** 2))
    return m.map((value, i) => (i === 0 ? a1 : value / scale))
  }
  const a2 = at(m, 1) / root + poly(SECOND, x)
  const rest = squares - 2 * at(m, 0) ** 2 - 2 * at(m, 1) ** 2
  const scale = Math.sqrt(rest / (1 - 2 * a1 ** 2 - 2 * a2 ** 2))
  return m.map((value, i) => (i === 0 ? a1 : i === 1 ? a2 : value / scale))
}

function findP(w: number, n: number): number {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)))
    return Math.min(1, Math.max(0, p))
  }
  const y = Math.log(Math.max(Number.MIN_VALUE, 1 - w))
  if (n <= 11) {
    const gamma = poly([-2.273, 0.459], n)
    if (y >= gamma) return 0
    const mean = poly([0.544, -0.39978, 0.025054, -6.714e-4], n)
    const sd = Math.exp(poly([1.3822, -0.77857, 0.062767, -0.0020322], n))
    return normalUpper((-Math.log(gamma - y) - mean) / sd)
  }
  const x = Math.log(n)
  const mean = poly([-1.5861, -0.31082, -0.083751, 0.0038915], x)
  const sd = Math.exp(poly([-0.4803, -0.082676, 0.0030302], x))
  return normalUpper((y - mean) / sd)
}
