import { at } from '../numeric/at.ts'
import { chiSquareQuantile } from '../numeric/distributions.ts'
import { findRoot } from '../numeric/find-root.ts'
import { sumOf } from '../numeric/moments.ts'
import type { Interval } from '../result.ts'

export const tauMethods = ['dl', 'reml', 'pm'] as const
export type TauMethod = (typeof tauMethods)[number]

type Numbers = readonly number[]

/** Weighted mean of the effects under a between-study variance. */
export function poolWith(
  y: Numbers,
  variances: Numbers,
  tau2: number,
): { effect: number; weights: number[] } {
  const weights = variances.map((v) => 1 / (v + tau2))
  return { effect: sumOf(y.map((value, i) => value * at(weights, i))) / sumOf(weights), weights }
}

/** Cochran's Q generalised to a between-study variance; falls as that variance grows. */
export function qAt(y: Numbers, variances: Numbers, tau2: number): number {
  const { effect, weights } = poolWith(y, variances, tau2)
  return sumOf(y.map((value, i) => at(weights, i) * (value - effect) ** 2))
}

/**
 * Between-study variance: DerSimonian-Laird (1986), restricted maximum likelihood by Fisher scoring
 * (Viechtbauer 2005), or Paule-Mandel (1982). null when it does not converge.
 */
export function estimateTauSquared(
  y: Numbers,
  variances: Numbers,
  method: TauMethod,
): number | null {
  switch (method) {
    case 'dl':
      return estimateByMoments(y, variances)
    case 'pm':
      return solveQ(y, variances, y.length - 1)
    case 'reml':
      return estimateRestricted(y, variances)
  }
}

function estimateByMoments(y: Numbers, variances: Numbers): number {
  const weights = variances.map((v) => 1 / v)
  const total = sumOf(weights)
  const scale = total - sumOf(weights.map((w) => w * w)) / total
  return Math.max(0, (qAt(y, variances, 0) - (y.length - 1)) / scale)
}

/** The variance at which Q takes the wanted value; 0 when Q is smaller already at 0. */
function solveQ(y: Numbers, variances: Numbers, wanted: number): number | null {
  const gap = (tau2: number) => qAt(y, variances, tau2) - wanted
  if (gap(0) <= 0) return 0
  const widest = Math.max(...variances)
  let high = Math.max(widest, Number.MIN_VALUE)
  for (let i = 0; gap(high) > 0; i += 1) {
    if (i > 200) return null
    high *= 4
  }
  return findRoot(gap, 0, high)
}

function estimateRestricted(y: Numbers, variances: Numbers): number | null {
  let tau2 = estimateByMoments(y, variances)
  for (let step = 0; step < 500; step += 1) {
    const { effect, weights } = poolWith(y, variances, tau2)
    const [w1, w2, w3] = [1, 2, 3].map((power) => sumOf(weights.map((w) => w ** power)))
    if (w1 === undefined || w2 === undefined || w3 === undefined) return null
    const rest = sumOf(y.map((value, i) => at(weights, i) ** 2 * (value - effect) ** 2))
    const score = rest - w1 + w2 / w1
    const information = w2 - (2 * w3) / w1 + (w2 / w1) ** 2
    const next = Math.max(0, tau2 + score / information)
    if (!Number.isFinite(next)) return null
    const still = Math.abs(next - tau2) <= 1e-14 * (next + at(variances, 0))
    tau2 = next
    if (still) return tau2
  }
  return null
}

/** Q-profile interval of the between-study variance (Viechtbauer 2007), cut off at 0. */
export function tauSquaredInterval(y: Numbers, variances: Numbers, level: number): Interval | null {
  const df = y.length - 1
  const tail = (1 - level) / 2
  const low = solveQ(y, variances, chiSquareQuantile(1 - tail, df))
  const high = solveQ(y, variances, chiSquareQuantile(tail, df))
  return low === null || high === null ? null : { low, high, level, method: 'q-profile' }
}
