import { logGamma } from './special.ts'

/** Exact small-sample correction of d: gamma(df/2) / (sqrt(df/2) gamma((df-1)/2)); 1 < df. */
export function hedgesFactor(df: number): number {
  // Above this the logarithms lose more digits than the series drops.
  if (df > 1e5) return 1 - 3 / (4 * df - 1)
  return Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2)
}
