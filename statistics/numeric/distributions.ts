import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import chisquareQuantileOf from '@stdlib/stats-base-dists-chisquare-quantile'
import fQuantileOf from '@stdlib/stats-base-dists-f-quantile'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile'
import type { Alternative } from '../result.ts'
import { betaLower, betaUpper, erfcOf, gammaLower, gammaUpper } from './special.ts'

/** P(Z <= z). */
export function normalLower(z: number): number {
  return erfcOf(-z / Math.SQRT2) / 2
}

/** P(Z >= z), not 1 - P(Z <= z): keeps its digits far out. */
export function normalUpper(z: number): number {
  return erfcOf(z / Math.SQRT2) / 2
}

/** z with P(Z <= z) = p; the library's start is polished by one Halley step in the smaller tail. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  const z = normalQuantileOf(p, 0, 1)
  if (!Number.isFinite(z)) return z
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (density === 0) return z
  const error = p < 0.5 ? normalLower(z) - p : 1 - p - normalUpper(z)
  const step = error / density
  return z - step / (1 + (z * step) / 2)
}

/** P(T >= t) for Student's t. */
export function tUpper(t: number, df: number): number {
  return t >= 0 ? tTwoSided(t, df) / 2 : 1 - tTwoSided(t, df) / 2
}

/** P(T <= t) for Student's t. */
export function tLower(t: number, df: number): number {
  return tUpper(-t, df)
}

/** P(|T| >= |t|) for Student's t. */
export function tTwoSided(t: number, df: number): number {
  const square = t * t
  if (!Number.isFinite(square)) return 0
  if (square < df) return betaUpper(square / (df + square), 0.5, df / 2)
  return betaLower(df / (df + square), df / 2, 0.5)
}

/** p of a t statistic for the stated alternative. */
export function tTail(t: number, df: number, alternative: Alternative): number {
  if (alternative === 'greater') return tUpper(t, df)
  if (alternative === 'less') return tLower(t, df)
  return tTwoSided(t, df)
}

/** p of a normal deviate for the stated alternative. */
export function normalTail(z: number, alternative: Alternative): number {
  if (alternative === 'greater') return normalUpper(z)
  if (alternative === 'less') return normalLower(z)
  return Math.min(1, 2 * normalUpper(Math.abs(z)))
}

export function tQuantile(p: number, df: number): number {
  return tQuantileOf(p, df)
}

/** P(F >= f). */
export function fUpper(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1
  const scaled = df1 * f
  if (scaled > df2) return betaLower(df2 / (df2 + scaled), df2 / 2, df1 / 2)
  return betaUpper(scaled / (df2 + scaled), df1 / 2, df2 / 2)
}

export function fQuantile(p: number, df1: number, df2: number): number {
  return fQuantileOf(p, df1, df2)
}

/** P(X >= x) for chi-square. */
export function chiSquareUpper(x: number, df: number): number {
  return x <= 0 ? 1 : gammaUpper(x / 2, df / 2)
}

/** P(X <= x) for chi-square. */
export function chiSquareLower(x: number, df: number): number {
  return x <= 0 ? 0 : gammaLower(x / 2, df / 2)
}

export function chiSquareQuantile(p: number, df: number): number {
  return chisquareQuantileOf(p, df)
}

export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b)
}

/** P(X >= k) for X binomial(n, p). */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  if (k > n) return 0
  return betaLower(p, k, n - k + 1)
}

/** P(X <= k) for X binomial(n, p). */
export function binomialLower(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return betaUpper(p, k + 1, n - k)
}
