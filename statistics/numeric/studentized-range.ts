import { normalLower, tQuantile } from './distributions.ts'
import { integrate } from './gauss-legendre.ts'
import { logGamma } from './special.ts'

const REACH = 9
const PANEL = 3
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)

/** P(range of k standard normals >= w), both tails of the difference kept exact. */
function rangeUpper(w: number, k: number): number {
  if (w <= 0) return 1
  const high = Math.max(REACH, w / 2 + REACH)
  const term = (z: number): number => {
    const all = normalLower(z)
    const low = normalLower(z - w)
    if (all === 0 || low === 0) return 0
    const kept = low >= all ? -1 : Math.expm1((k - 1) * Math.log1p(-low / all))
    return (Math.exp((-z * z) / 2) / ROOT_TWO_PI) * all ** (k - 1) * -kept
  }
  return Math.min(1, k * integrate(term, -REACH, high, Math.ceil((high + REACH) / PANEL)))
}

/** Few degrees of freedom spread s widely and need a finer grid; tried against doubled grids. */
function panelsFor(df: number): number {
  return df < 3 ? 24 : df < 6 ? 12 : 6
}

/**
 * P(Q >= q) of the studentized range of k means with df error degrees of freedom: the range
 * distribution averaged over the distribution of s (Hochberg & Tamhane 1987, appendix).
 */
export function studentizedRangeUpper(q: number, k: number, df: number): number {
  if (q <= 0) return 1
  if (df > 25_000) return rangeUpper(q, k)
  const spread = 1 / Math.sqrt(2 * df)
  const low = Math.max(0, 1 - 10 * spread)
  const high = 1 + 13 * spread
  const logScale = Math.LN2 + (df / 2) * Math.log(df / 2) - logGamma(df / 2)
  const term = (s: number): number => {
    if (s <= 0) return df === 1 ? Math.exp(logScale) : 0
    const density = Math.exp(logScale + (df - 1) * Math.log(s) - (df * s * s) / 2)
    return density === 0 ? 0 : density * rangeUpper(q * s, k)
  }
  return Math.min(1, integrate(term, low, high, panelsFor(df)))
}

/**
 * q with P(Q >= q) = p: secant steps on the logarithm of p from Bonferroni's bound; null when they
 * do not come to rest.
 */
export function studentizedRangeQuantile(p: number, k: number, df: number): number | null {
  const gap = (q: number) => Math.log(studentizedRangeUpper(q, k, df) / p)
  let last = Math.SQRT2 * tQuantile(1 - p / (k * (k - 1)), df)
  let fLast = gap(last)
  let q = last * 0.97
  for (let step = 0; step < 60; step += 1) {
    const f = gap(q)
    if (f === 0 || Math.abs(q - last) <= 1e-12 * q) return q
    const next = q - (f * (q - last)) / (f - fLast)
    if (!Number.isFinite(next)) return null
    ;[last, fLast, q] = [q, f, Math.max(next, q / 2)]
  }
  return null
}
