import { assumptions } from '../assumptions.ts'
import { correlateOrder, tauBOf } from '../association/correlate-order.ts'
import { at } from '../numeric/at.ts'
import { countConcordance } from '../numeric/count-concordance.ts'
import { roundForTies } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { fitTheilSen } from './draw-lines.ts'
import { warnPhases } from './measure-non-overlap.ts'
import { comparePairs, readPhases } from './read-phases.ts'
import type { Direction, Phases } from './read-phases.ts'

export type TauU = {
  /** (S between phases - S of the baseline) / (m n), Parker (2011). */
  tauU: number
  /** S between phases / (m n) = 2 NAP - 1. */
  tau: number
  sPhases: number
  sBaseline: number
  sIntervention: number
  /** The same names are used for other formulas; each is given by what it does. */
  variants: {
    /** S between phases / (m n - ties / 2). */
    phasesTieCorrected: number
    /** Tau-b of the series with A in reverse order and all of B equal: A vs B - trend A. */
    phasesMinusTrendA: number | null
    /** Tau-b of the series with B all later and in order: A vs B + trend B. */
    phasesPlusTrendB: number | null
    /** Tau-b with A reversed and B in order: A vs B + trend B - trend A. */
    full: number | null
    /** S / pairs inside each phase; null for a single point. */
    trendA: number | null
    trendB: number | null
  }
}
type Options = { direction?: Direction }

/**
 * Tau-U of Parker (2011): (S between phases - S of the baseline trend) / (m n). It can exceed 1
 * and has no interval. Other programs call other formulas Tau-U: they stand in `variants` by what
 * they do. Refuses under three baseline points.
 */
export function measureTauU(
  baseline: Column,
  intervention: Column,
  options: Options = {},
): Result<TauU> {
  const read = readPhases(baseline, intervention, options.direction ?? 'increase')
  if (!read.ok) return read
  const { a, b, timeA, timeB } = read
  const pairs = a.length * b.length
  const tau = 2 * comparePairs(a, b).nap - 1
  const sBaseline = countConcordance(timeA, a).s
  const sIntervention = countConcordance(timeB, b).s
  const sPhases = Math.round(tau * pairs)
  const tied = a.reduce((sum, x) => sum + b.filter((y) => y === x).length, 0)
  return conclude({
    estimate: { name: 'Tau-U', value: (sPhases - sBaseline) / pairs },
    value: {
      tauU: (sPhases - sBaseline) / pairs,
      tau,
      sPhases,
      sBaseline,
      sIntervention,
      variants: {
        phasesTieCorrected: sPhases / (pairs - tied / 2),
        ...combineTrends(read),
        trendA: perPair(sBaseline, a.length),
        trendB: perPair(sIntervention, b.length),
      },
    },
    n: a.length + b.length,
    missing: read.missing,
    method: { id: 'tau-u-parker', name: 'Tau-U (Parker 2011), A vs B minus trend A' },
    assumptions: [assumptions.noSerialDependence],
    warnings: [
      ...warnPhases(a.length, b.length),
      { id: 'tau-u-no-interval', detail: 'Tau-U has no known sampling distribution' },
    ],
  })
}

function perPair(s: number, n: number): number | null {
  return n < 2 ? null : s / ((n * (n - 1)) / 2)
}

function combineTrends({
  a,
  b,
}: Phases): Pick<TauU['variants'], 'phasesMinusTrendA' | 'phasesPlusTrendB' | 'full'> {
  const y = [...a, ...b]
  const m = a.length
  const reversed = a.map((_, i) => m - i)
  const later = b.map((_, i) => m + 1 + i)
  const level = (at: number) => b.map(() => at)
  return {
    phasesMinusTrendA: tauBOf([...reversed, ...level(m + 1)], y),
    phasesPlusTrendB: tauBOf([...a.map(() => 0), ...later], y),
    full: tauBOf([...reversed, ...later], y),
  }
}

export type BaselineCorrected = {
  /** Without tie correction, 2 NAP - 1 of the residuals. */
  tau: number
  /** Kendall tau-b with phase, as Tarlow (2017); 0 when the residuals are all equal. */
  tauB: number
  /** sqrt(2/(m+n) (1 - tauB^2)). */
  tauBStandardError: number
  corrected: boolean
  /** Slope per time point and level at time 0, in the direction of the data given. */
  slope: number
  intercept: number
  trendTauB: number | null
  trendP: number | null
}

/**
 * Baseline-corrected Tau: the Theil-Sen trend of the baseline is taken from both phases before
 * Tau, always or only when the trend has p <= .05. Residuals are rounded to 9 decimals. Refuses
 * fewer than five baseline points, because a trend from fewer is noise.
 */
export function correctBaselineTau(
  baseline: Column,
  intervention: Column,
  options: Options & { when?: 'always' | 'trend-p05'; leastBaseline?: number } = {},
): Result<BaselineCorrected> {
  const { direction = 'increase', when = 'always', leastBaseline = 5 } = options
  if (leastBaseline < 3) return refuse('OutOfRange', 'leastBaseline must be 3 or more')
  const read = readPhases(baseline, intervention, direction, leastBaseline)
  if (!read.ok) return read
  const line = fitTheilSen(read.a, read.timeA)
  const trend = correlateOrder(read.timeA, read.a, { continuity: true })
  const trendP = trend.ok ? trend.value.p : null
  const corrected = when === 'always' || (trendP !== null && trendP <= 0.05)
  const residuals = corrected ? removeLine(read, line) : [...read.a, ...read.b]
  const a = residuals.slice(0, read.a.length)
  const b = residuals.slice(read.a.length)
  const tauB = tauBOf([...a.map(() => 0), ...b.map(() => 1)], residuals) ?? 0
  const n = residuals.length
  return conclude({
    estimate: { name: 'baseline-corrected Tau', value: 2 * comparePairs(a, b).nap - 1 },
    value: {
      tau: 2 * comparePairs(a, b).nap - 1,
      tauB,
      tauBStandardError: Math.sqrt((2 / n) * (1 - tauB ** 2)),
      corrected,
      slope: read.sign * line.slope,
      intercept: read.sign * line.intercept,
      trendTauB: trend.ok ? trend.value.tauB : null,
      trendP,
    },
    n,
    missing: read.missing,
    method: { id: `tau-bc-${when}`, name: `Baseline-corrected Tau, Theil-Sen, ${when}` },
    assumptions: [assumptions.noSerialDependence, assumptions.linear],
    warnings: warnPhases(a.length, b.length),
  })
}

function removeLine(read: Phases, line: { slope: number; intercept: number }): number[] {
  const times = [...read.timeA, ...read.timeB]
  return roundForTies(
    [...read.a, ...read.b].map((y, i) => y - line.intercept - line.slope * at(times, i)),
  )
}
