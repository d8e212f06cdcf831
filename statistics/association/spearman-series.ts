import { normalUpper } from '../numeric/distributions.ts'
import type { Tails } from '../numeric/rank-sum-distribution.ts'

/**
 * Tails of Spearman's rho without ties by the Edgeworth series in 1/n (David, Kendall & Stuart 1951;
 * constants as published by Best & Roberts 1975). The sum of squared rank differences is even, so
 * each tail includes the value itself by a continuity step of one.
 */
export function spearmanSeriesTails(rho: number, n: number): Tails {
  const sum = Math.round(((1 - rho) * (n ** 3 - n)) / 6)
  // Small sums mean a large rho.
  return { upper: 1 - seriesUpper(sum + 2, n), lower: seriesUpper(sum, n) }
}

/** P(sum of squared rank differences >= s). */
function seriesUpper(s: number, n: number): number {
  const b = 1 / n
  const x = ((6 * (s - 1) * b) / (n * n - 1) - 1) * Math.sqrt(1 / b - 1)
  const y = x * x
  const inner =
    y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))
  const u =
    x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (-0.0758 + b * (0.1033 + 0.3932 * b) - inner))
  const p = u / Math.exp(y / 2) + normalUpper(x)
  return Math.min(1, Math.max(0, p))
}
