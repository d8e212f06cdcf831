import { at } from '../numeric/at.ts'
import { midpoint } from '../numeric/ranks.ts'

/** 2 averages at steps (SAS), 6 is SPSS's, 7 is R's and Excel's default (Hyndman & Fan 1996). */
export type QuantileType = 2 | 6 | 7

const FUZZ = 4 * Number.EPSILON

/** Quantile of an ascending, non-empty sample. */
export function quantileOf(sorted: readonly number[], p: number, type: QuantileType): number {
  const n = sorted.length
  if (type === 2) return quantileByAveraging(sorted, p)
  const position = type === 6 ? (n + 1) * p : 1 + (n - 1) * p
  const whole = Math.floor(position + FUZZ)
  const part = position - whole
  const low = at(sorted, clamp(whole - 1, n))
  const high = at(sorted, clamp(whole, n))
  if (Math.abs(part) < FUZZ || low === high) return low
  return low * (1 - part) + high * part
}

function quantileByAveraging(sorted: readonly number[], p: number): number {
  const n = sorted.length
  const position = n * p
  const whole = Math.floor(position + FUZZ)
  const low = at(sorted, clamp(whole - 1, n))
  const high = at(sorted, clamp(whole, n))
  return position - whole > FUZZ ? high : midpoint(low, high)
}

function clamp(index: number, n: number): number {
  return Math.max(0, Math.min(n - 1, index))
}
