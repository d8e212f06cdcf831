import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { tQuantile, tTail } from '../numeric/distributions.ts'
import { correlationOf, meanOf, momentsOf, sdOf } from '../numeric/moments.ts'
import { conclude } from '../result.ts'
import type { Alternative, Column, Interval, Result } from '../result.ts'
import { warnSmallPairs } from './warn-small-pairs.ts'
import { readDifferences, refuseConstant } from './read-differences.ts'

export type PairedMean = {
  meanFirst: number
  meanSecond: number
  sdFirst: number
  sdSecond: number
  meanDifference: number
  sdDifference: number
  standardError: number
  correlation: number | null
  t: number
  df: number
  p: number
}

export type TestOptions = { level?: number; alternative?: Alternative }

/**
 * Mean difference (second - first) with its t interval and the paired t test. The interval is
 * two-sided whatever the alternative. Refuses fewer than two pairs and constant differences.
 */
export function testPairedMean(
  first: Column,
  second: Column,
  options: TestOptions = {},
): Result<PairedMean> {
  const { level = 0.95, alternative = 'two-sided' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readDifferences(first, second, 2)
  if (!read.ok) return read
  const constant = refuseConstant(read.d)
  if (constant !== null) return constant
  const { n } = read
  const m = momentsOf(read.d)
  const standardError = m.sd / Math.sqrt(n)
  const t = m.mean / standardError
  const half = tQuantile((1 + level) / 2, n - 1) * standardError
  const interval: Interval = { low: m.mean - half, high: m.mean + half, level, method: 't' }
  return conclude({
    estimate: { name: 'mean difference', value: m.mean },
    interval,
    value: {
      meanFirst: meanOf(read.first),
      meanSecond: meanOf(read.second),
      sdFirst: sdOf(read.first),
      sdSecond: sdOf(read.second),
      meanDifference: m.mean,
      sdDifference: m.sd,
      standardError,
      correlation: correlationOf(read.first, read.second),
      t,
      df: n - 1,
      p: tTail(t, n - 1, alternative),
    },
    n,
    missing: read.missing,
    method: { id: `t-paired-${alternative}`, name: `Paired t test (${alternative})` },
    assumptions: [assumptions.independentUnits, assumptions.normalDifferences],
    warnings: warnSmallPairs(n),
  })
}
