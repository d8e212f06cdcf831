import { betaLower, betaUpper, gammaUpper, logGamma } from './special.ts'
import { normalLower, normalUpper } from './distributions.ts'
import { findRootOutward } from './find-root.ts'

const LARGEST_SHIFT = 1000

/** Poisson weights around their mode that are not negligible in double precision. */
function poissonRange(mean: number): { from: number; to: number } {
  const spread = 9 * Math.sqrt(mean) + 40
  return { from: Math.max(0, Math.floor(mean - spread)), to: Math.ceil(mean + spread) }
}

function logPoisson(j: number, mean: number): number {
  if (mean === 0) return j === 0 ? 0 : Number.NEGATIVE_INFINITY
  return -mean + j * Math.log(mean) - logGamma(j + 1)
}

/** x^a (1-x)^b / (a B(a,b)): the step between incomplete beta integrals at a and a + 1. */
function betaStep(logX: number, logRest: number, a: number, b: number): number {
  return Math.exp(a * logX + b * logRest + logGamma(a + b) - logGamma(a + 1) - logGamma(b))
}

type BetaSeries = { lower: number[]; upper: number[] }

/** Incomplete beta integrals at a, a+1, … a+count-1; each tail by its stable direction. */
function betaSeries(x: number, rest: number, a: number, b: number, count: number): BetaSeries {
  const logX = Math.log(x)
  const logRest = Math.log(rest)
  const steps = Array.from({ length: count }, (_, i) => betaStep(logX, logRest, a + i, b))
  const lower: number[] = []
  const upper: number[] = []
  let up = x < 0.5 ? betaUpper(x, a, b) : betaLower(rest, b, a)
  for (const step of steps) {
    upper.push(up)
    up += step
  }
  const end = a + count
  let down = x < 0.5 ? betaLower(x, end, b) : betaUpper(rest, b, end)
  for (const step of steps.toReversed()) {
    down += step
    lower.push(down)
  }
  return { lower: lower.reverse(), upper }
}

/** Both tails at t >= 0 (Lenth 1989, AS 243; summed around the Poisson mode, both tails positive). */
function tailsAtPositive(t: number, df: number, shift: number): { lower: number; upper: number } {
  if (t === 0) return { lower: normalLower(-shift), upper: normalUpper(-shift) }
  const square = t * t
  const x = square / (df + square)
  const rest = df / (df + square)
  const mean = (shift * shift) / 2
  const { from, to } = poissonRange(mean)
  const count = to - from + 1
  const even = betaSeries(x, rest, from + 0.5, df / 2, count)
  const odd = betaSeries(x, rest, from + 1, df / 2, count)
  let lower = normalLower(-shift)
  let upper = 0
  for (let i = 0; i < count; i += 1) {
    const j = from + i
    const p = Math.exp(logPoisson(j, mean)) / 2
    const q =
      mean === 0
        ? 0
        : (Math.exp(-mean + j * Math.log(mean) - logGamma(j + 1.5)) * shift) / (2 * Math.SQRT2)
    lower += p * (even.lower[i] ?? 0) + q * (odd.lower[i] ?? 0)
    upper += p * (even.upper[i] ?? 0) + q * (odd.upper[i] ?? 0)
  }
  return { lower: clip(lower), upper: clip(upper) }
}

function clip(p: number): number {
  return Math.min(1, Math.max(0, p))
}

/** P(T <= t) of the noncentral t distribution. */
export function noncentralTLower(t: number, df: number, shift: number): number {
  if (Math.abs(shift) > LARGEST_SHIFT) return Number.NaN
  return t >= 0 ? tailsAtPositive(t, df, shift).lower : tailsAtPositive(-t, df, -shift).upper
}

/** P(T >= t) of the noncentral t distribution. */
export function noncentralTUpper(t: number, df: number, shift: number): number {
  return noncentralTLower(-t, df, -shift)
}

/** The shifts for which t sits at the upper and lower (1 - level)/2 point; null if not reachable. */
export function noncentralTLimits(
  t: number,
  df: number,
  level: number,
): { low: number; high: number } | null {
  if (Math.abs(t) > LARGEST_SHIFT / 3) return null
  const tail = (1 - level) / 2
  const low = findRootOutward((shift) => noncentralTUpper(t, df, shift) - tail, t, -1)
  const high = findRootOutward((shift) => noncentralTLower(t, df, shift) - tail, t, 1)
  return low === null || high === null ? null : { low, high }
}

/** P(X >= x) of the noncentral chi-square distribution. */
export function noncentralChiSquareUpper(x: number, df: number, shift: number): number {
  const { from, to } = poissonRange(shift / 2)
  let sum = 0
  for (let j = from; j <= to; j += 1) {
    sum += Math.exp(logPoisson(j, shift / 2)) * gammaUpper(x / 2, df / 2 + j)
  }
  return clip(sum)
}

/** P(F >= f) of the noncentral F distribution. */
export function noncentralFUpper(f: number, df1: number, df2: number, shift: number): number {
  const x = (df1 * f) / (df2 + df1 * f)
  const { from, to } = poissonRange(shift / 2)
  let sum = 0
  for (let j = from; j <= to; j += 1) {
    sum += Math.exp(logPoisson(j, shift / 2)) * betaUpper(x, df1 / 2 + j, df2 / 2)
  }
  return clip(sum)
}
