import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { normalQuantile, tTail } from '../numeric/distributions.ts'
import { correlationOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Interval, Result } from '../result.ts'

export type Pearson = { r: number; t: number | null; df: number; p: number }
export type CorrelationOptions = { level?: number; alternative?: Alternative }

/**
 * Pearson correlation of complete pairs with Fisher's z interval (from four pairs) and t test.
 * Refuses fewer than three pairs and a column that does not vary.
 */
export function correlateLinearly(
  x: Column,
  y: Column,
  options: CorrelationOptions = {},
): Result<Pearson> {
  const { level = 0.95, alternative = 'two-sided' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const pairs = keepPairs(x, y, ['x', 'y'])
  if (!pairs.ok) return pairs
  const n = pairs.kept.rows.length
  if (n < 3) return refuse('TooFewValues', `${n} complete pairs; at least 3 needed`)
  const r = correlationOf(pairs.kept.first, pairs.kept.second)
  if (r === null) return refuse('ZeroVariance', 'a column does not vary')
  return concludePearson(r, n, pairs.missing, { level, alternative })
}

/** The result of a correlation of n complete pairs. */
export function concludePearson(
  r: number,
  n: number,
  missing: number,
  { level, alternative }: Required<CorrelationOptions>,
): Result<Pearson> {
  const df = n - 2
  const perfect = Math.abs(r) >= 1 - 1e-15
  const t = perfect ? null : r * Math.sqrt(df / ((1 - r) * (1 + r)))
  return conclude({
    estimate: { name: 'r', value: r },
    interval: perfect ? null : fisherInterval(r, 1 / Math.sqrt(n - 3), n, level),
    value: { r, t, df, p: t === null ? perfectP(r, alternative) : tTail(t, df, alternative) },
    n,
    missing: { count: missing, handling: 'pairwise' },
    method: { id: 'pearson', name: 'Pearson correlation, Fisher z interval' },
    assumptions: [assumptions.independentUnits, assumptions.linear, assumptions.bivariateNormal],
    warnings: perfect ? [{ id: 'perfect-correlation', detail: 'all points lie on a line' }] : [],
  })
}

/** p of a correlation of exactly 1 or -1. */
export function perfectP(r: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return 0
  return r > 0 === (alternative === 'greater') ? 0 : 1
}

/** Interval on Fisher's z scale with the given standard error; null below four pairs. */
export function fisherInterval(
  r: number,
  standardError: number,
  n: number,
  level: number,
): Interval | null {
  if (n < 4 || Math.abs(r) >= 1) return null
  const half = normalQuantile((1 + level) / 2) * standardError
  const z = Math.atanh(r)
  return { low: Math.tanh(z - half), high: Math.tanh(z + half), level, method: 'fisher-z' }
}
