import { betaQuantile, normalQuantile } from '../numeric/distributions.ts'
import { conclude, refuse } from '../result.ts'
import type { Interval, Result } from '../result.ts'
import { refuseLevel } from '../columns.ts'

/** Wilson's score interval of a share. */
export function wilsonInterval(successes: number, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2)
  const z2 = z * z
  const share = successes / n
  const centre = (successes + z2 / 2) / (n + z2)
  const half = (z * Math.sqrt(n * share * (1 - share) + z2 / 4)) / (n + z2)
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
    level,
    method: 'wilson',
  }
}

export type Proportion = { successes: number; share: number; clopperPearson: Interval }

/**
 * A share with its Wilson interval and, for comparison, the exact Clopper-Pearson interval.
 * Refuses counts that are not whole numbers with 0 <= successes <= n, and n = 0.
 */
export function estimateProportion(
  successes: number,
  n: number,
  options: { level?: number } = {},
): Result<Proportion> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (!Number.isInteger(successes) || !Number.isInteger(n) || successes < 0 || successes > n) {
    return refuse('OutOfRange', 'needs whole numbers with 0 <= successes <= n')
  }
  if (n === 0) return refuse('TooFewValues', 'n is zero')
  const tail = (1 - level) / 2
  const clopperPearson: Interval = {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
    level,
    method: 'clopper-pearson',
  }
  return conclude({
    estimate: { name: 'proportion', value: successes / n },
    interval: wilsonInterval(successes, n, level),
    value: { successes, share: successes / n, clopperPearson },
    n,
    method: { id: 'proportion-wilson', name: 'Proportion, Wilson score interval' },
  })
}
