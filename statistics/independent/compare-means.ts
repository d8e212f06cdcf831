import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { tQuantile, tTail } from '../numeric/distributions.ts'
import { momentsOf } from '../numeric/moments.ts'
import type { Moments } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Result, Warning } from '../result.ts'
import { readTwoGroups } from './read-groups.ts'

export type MeanComparison = {
  nX: number
  nY: number
  meanX: number
  meanY: number
  sdX: number
  sdY: number
  difference: number
  standardError: number
  t: number
  df: number
  p: number
}

export type CompareOptions = {
  variances?: 'welch' | 'pooled'
  level?: number
  alternative?: Alternative
}

/**
 * Difference of two independent means (x - y): Welch by default, Student when variances are
 * declared equal. Refuses fewer than two values in a group and groups that do not vary at all.
 */
export function compareMeans(
  x: Column,
  y: Column,
  options: CompareOptions = {},
): Result<MeanComparison> {
  const { variances = 'welch', level = 0.95, alternative = 'two-sided' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readTwoGroups(x, y, 2)
  if (!read.ok) return read
  const a = momentsOf(read.x)
  const b = momentsOf(read.y)
  const { standardError, df } = variances === 'welch' ? welchError(a, b) : pooledError(a, b)
  const largest = Math.max(Math.abs(a.mean), Math.abs(b.mean))
  if (standardError <= 10 * Number.EPSILON * largest) {
    return refuse('ZeroVariance', 'neither group varies')
  }
  const difference = a.mean - b.mean
  const t = difference / standardError
  const half = tQuantile((1 + level) / 2, df) * standardError
  return conclude({
    estimate: { name: 'mean difference', value: difference },
    interval: { low: difference - half, high: difference + half, level, method: 't' },
    value: {
      nX: a.n,
      nY: b.n,
      meanX: a.mean,
      meanY: b.mean,
      sdX: a.sd,
      sdY: b.sd,
      difference,
      standardError,
      t,
      df,
      p: tTail(t, df, alternative),
    },
    n: a.n + b.n,
    missing: read.missing,
    method:
      variances === 'welch'
        ? { id: `t-welch-${alternative}`, name: `Welch t test (${alternative})` }
        : { id: `t-student-${alternative}`, name: `Student t test (${alternative})` },
    assumptions: [
      assumptions.independentUnits,
      assumptions.normalWithin,
      ...(variances === 'pooled' ? [assumptions.equalVariances] : []),
    ],
    warnings: warnSmallGroups(a.n, b.n),
  })
}

function welchError(a: Moments, b: Moments): { standardError: number; df: number } {
  const ea = a.sd / Math.sqrt(a.n)
  const eb = b.sd / Math.sqrt(b.n)
  const standardError = Math.hypot(ea, eb)
  if (standardError === 0) return { standardError, df: a.n + b.n - 2 }
  const shareA = (ea / standardError) ** 2
  const shareB = (eb / standardError) ** 2
  return { standardError, df: 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1)) }
}

function pooledError(a: Moments, b: Moments): { standardError: number; df: number } {
  return {
    standardError: pooledSd(a, b) * Math.sqrt(1 / a.n + 1 / b.n),
    df: a.n + b.n - 2,
  }
}

/** Square root of the variances weighted by their degrees of freedom. */
export function pooledSd(a: Moments, b: Moments): number {
  const df = a.n + b.n - 2
  return Math.hypot(a.sd * Math.sqrt((a.n - 1) / df), b.sd * Math.sqrt((b.n - 1) / df))
}

/** Says when a group is too small for a mean to mean much. */
export function warnSmallGroups(nX: number, nY: number): Warning[] {
  if (Math.min(nX, nY) >= 5) return []
  return [{ id: 'very-small-n', detail: `groups of ${nX} and ${nY}: look at each one` }]
}
