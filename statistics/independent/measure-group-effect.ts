import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { hedgesFactor } from '../numeric/hedges-factor.ts'
import { momentsOf } from '../numeric/moments.ts'
import { noncentralTLimits } from '../numeric/noncentral.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'
import { pooledSd, warnSmallGroups } from './compare-means.ts'
import { readTwoGroups } from './read-groups.ts'

export type GroupEffect = {
  cohenD: number
  cohenDInterval: Interval | null
  hedgesG: number
  /** With 1 - 3/(4 df - 1) in place of the exact correction. */
  hedgesGApproximate: number
  hedgesFactor: number
  /** Difference / SD of y, the comparison group; null when y does not vary. */
  glassDelta: number | null
}

/**
 * Standardised difference of two independent means (x - y) with the noncentral-t interval and
 * Hedges' exact correction. Refuses fewer than two values in a group (three in all) and no variance.
 */
export function measureGroupEffect(
  x: Column,
  y: Column,
  options: { level?: number } = {},
): Result<GroupEffect> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readTwoGroups(x, y, 2)
  if (!read.ok) return read
  const a = momentsOf(read.x)
  const b = momentsOf(read.y)
  const sd = pooledSd(a, b)
  if (sd <= 10 * Number.EPSILON * Math.max(Math.abs(a.mean), Math.abs(b.mean))) {
    return refuse('ZeroVariance', 'neither group varies')
  }
  const d = (a.mean - b.mean) / sd
  const df = a.n + b.n - 2
  const root = Math.sqrt((a.n * b.n) / (a.n + b.n))
  const limits = noncentralTLimits(d * root, df, level)
  const factor = hedgesFactor(df)
  const interval = (scale: number): Interval | null =>
    limits && {
      low: (limits.low / root) * scale,
      high: (limits.high / root) * scale,
      level,
      method: 'noncentral-t',
    }
  return conclude({
    estimate: { name: "Hedges' g", value: d * factor },
    interval: interval(factor),
    value: {
      cohenD: d,
      cohenDInterval: interval(1),
      hedgesG: d * factor,
      hedgesGApproximate: d * (1 - 3 / (4 * df - 1)),
      hedgesFactor: factor,
      glassDelta: b.sd === 0 ? null : (a.mean - b.mean) / b.sd,
    },
    n: a.n + b.n,
    missing: read.missing,
    method: { id: 'hedges-g-pooled', name: "Hedges' g, pooled SD, noncentral-t interval" },
    assumptions: [
      assumptions.independentUnits,
      assumptions.normalWithin,
      assumptions.equalVariances,
    ],
    warnings: [
      ...warnSmallGroups(a.n, b.n),
      ...(limits === null
        ? [{ id: 'no-noncentral-interval' as const, detail: 't is too large' }]
        : []),
    ],
  })
}
