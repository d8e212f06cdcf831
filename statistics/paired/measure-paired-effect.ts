import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { hedgesFactor } from '../numeric/hedges-factor.ts'
import { correlationOf, momentsOf, sdOf } from '../numeric/moments.ts'
import { noncentralTLimits } from '../numeric/noncentral.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result, Warning } from '../result.ts'
import { readDifferences, refuseConstant } from './read-differences.ts'
import { warnSmallPairs } from './warn-small-pairs.ts'

/** Standardised mean differences; null where the standardiser is zero or undefined. */
export type PairedEffect = {
  /** Mean difference / mean of the two SDs (Lakens 2013): the figure to state first. */
  dAv: number | null
  gAv: number | null
  /** Mean difference / root mean square of the two SDs (Cumming 2012). */
  dAvRms: number | null
  /** Mean difference / SD of the differences. */
  dZ: number | null
  dZInterval: Interval | null
  gZ: number | null
  /** With 1 - 3/(4 df - 1) in place of the exact correction. */
  gZApproximate: number | null
  gZInterval: Interval | null
  /** dZ sqrt(2 (1 - r)). */
  dRm: number | null
  /** Mean difference / SD of the first measurement (Becker 1988). */
  dPre: number | null
  correlation: number | null
  hedgesFactor: number
}

/**
 * The family of paired d and Hedges' g with the exact correction (df = n - 1). dZ and gZ carry
 * the noncentral-t interval. Refuses fewer than three pairs and two constant measurements.
 */
export function measurePairedEffect(
  first: Column,
  second: Column,
  options: { level?: number } = {},
): Result<PairedEffect> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readDifferences(first, second, 3)
  if (!read.ok) return read
  const { n, d } = read
  const s1 = sdOf(read.first)
  const s2 = sdOf(read.second)
  if (s1 === 0 && s2 === 0) return refuse('ZeroVariance', 'neither measurement varies')
  const { mean } = momentsOf(d)
  const factor = hedgesFactor(n - 1)
  const dAv = mean / (s1 / 2 + s2 / 2)
  const z = measureDz(d, level, factor)
  const r = correlationOf(read.first, read.second)
  return conclude({
    estimate: { name: 'd_av', value: dAv },
    interval: null,
    value: {
      dAv,
      gAv: dAv * factor,
      dAvRms: mean / (Math.hypot(s1, s2) / Math.SQRT2),
      ...z.value,
      dRm: z.value.dZ === null || r === null ? null : z.value.dZ * Math.sqrt(2 * (1 - r)),
      dPre: s1 === 0 ? null : mean / s1,
      correlation: r,
      hedgesFactor: factor,
    },
    n,
    missing: read.missing,
    method: { id: 'paired-d', name: "Paired standardised mean differences, Hedges' correction" },
    assumptions: [assumptions.independentUnits, assumptions.normalDifferences],
    warnings: [...warnSmallPairs(n), ...z.warnings],
  })
}

type DzPart = {
  value: Pick<PairedEffect, 'dZ' | 'dZInterval' | 'gZ' | 'gZApproximate' | 'gZInterval'>
  warnings: Warning[]
}

function measureDz(d: readonly number[], level: number, factor: number): DzPart {
  const constant = refuseConstant(d)
  if (constant !== null) {
    const value = { dZ: null, dZInterval: null, gZ: null, gZApproximate: null, gZInterval: null }
    return { value, warnings: [{ id: 'dz-undefined', detail: constant.detail }] }
  }
  const { n, mean, sd } = momentsOf(d)
  const root = Math.sqrt(n)
  const dZ = mean / sd
  const limits = noncentralTLimits(dZ * root, n - 1, level)
  const interval = (scale: number): Interval | null =>
    limits === null
      ? null
      : {
          low: (limits.low / root) * scale,
          high: (limits.high / root) * scale,
          level,
          method: 'noncentral-t',
        }
  return {
    value: {
      dZ,
      dZInterval: interval(1),
      gZ: dZ * factor,
      gZApproximate: dZ * (1 - 3 / (4 * (n - 1) - 1)),
      gZInterval: interval(factor),
    },
    warnings: limits === null ? [{ id: 'no-noncentral-interval', detail: 't is too large' }] : [],
  }
}
