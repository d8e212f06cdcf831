import { assumptions } from '../assumptions.ts'
import { compareMeasurements } from '../agreement/compare-measurements.ts'
import type { BlandAltman } from '../agreement/compare-measurements.ts'
import { correlateWithinClass } from '../agreement/correlate-within-class.ts'
import type { IccForm } from '../agreement/correlate-within-class.ts'
import { correlateLinearly } from '../association/correlate-linearly.ts'
import { keepPairs } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { meanOf, sumOf } from '../numeric/moments.ts'
import { testPairedMean } from '../paired/test-paired-mean.ts'
import { conclude } from '../result.ts'
import type { Column, Interval, Result, Warning } from '../result.ts'

type Correlation = { r: number; interval: Interval | null; p: number; n: number }

export type DyadAgreement = {
  /** Second minus first, with t interval; null when every pair differs by the same amount. */
  difference: { mean: number; interval: Interval | null; t: number; df: number; p: number } | null
  correlation: Correlation | null
  /** All six forms; ICC2 is absolute agreement (A,1), ICC3 consistency (C,1). */
  icc: IccForm[] | null
  concordance: Pick<BlandAltman, 'concordance' | 'concordanceN' | 'concordanceInterval'>
  /** Pearson r after entering every pair twice, once in each order: for exchangeable members. */
  doubleEntry: number | null
  /** Correlation of the members' changes, when a second measurement is given. */
  changes: Correlation | null
}

/**
 * Do the two members of each pair see the same? Paired difference, correlation, intraclass
 * correlations, Lin's concordance, the double-entry intraclass correlation (Griffin & Gonzalez
 * 1995) and, with a second measurement of both, the correlation of their changes. Refuses fewer than
 * three complete pairs and a member that does not vary.
 */
export function compareMembers(
  first: Column,
  second: Column,
  options: { level?: number; later?: { first: Column; second: Column } | null } = {},
): Result<DyadAgreement> {
  const { level = 0.95, later = null } = options
  const agreement = compareMeasurements(first, second, { level })
  if (!agreement.ok) return agreement
  const { concordance, concordanceN, concordanceInterval } = agreement.value
  const paired = testPairedMean(first, second, { level })
  const icc = correlateWithinClass([first, second], { level })
  const r = correlate(first, second, level)
  return conclude({
    estimate: { name: 'ICC(A,1)', value: icc.ok ? icc.value.agreement : concordance },
    interval: icc.ok ? icc.interval : null,
    value: {
      difference: paired.ok
        ? {
            mean: paired.value.meanDifference,
            interval: paired.interval,
            t: paired.value.t,
            df: paired.value.df,
            p: paired.value.p,
          }
        : null,
      correlation: r,
      icc: icc.ok ? icc.value.forms : null,
      concordance: { concordance, concordanceN, concordanceInterval },
      doubleEntry: enterTwice(first, second),
      changes: later === null ? null : correlateChanges(first, second, later, level),
    },
    n: agreement.n,
    missing: agreement.missing,
    method: { id: 'dyad-agreement', name: 'Agreement of two members of a pair' },
    assumptions: [assumptions.independentUnits, assumptions.intervalScale],
    warnings: warnFewDyads(agreement.n),
  })
}

/** Says when a correlation over pairs is mostly noise. */
export function warnFewDyads(n: number): Warning[] {
  if (n >= 50) return []
  return [{ id: 'few-dyads', detail: `${n} pairs: look at each pair and read the interval` }]
}

function correlate(x: Column, y: Column, level: number): Correlation | null {
  const found = correlateLinearly(x, y, { level })
  if (!found.ok) return null
  return { r: found.value.r, interval: found.interval, p: found.value.p, n: found.n }
}

function correlateChanges(
  first: Column,
  second: Column,
  later: { first: Column; second: Column },
  level: number,
): Correlation | null {
  const change = (before: Column, after: Column) =>
    before.map((value, i) => {
      const next = after[i] ?? null
      return value === null || next === null ? null : next - value
    })
  return correlate(change(first, later.first), change(second, later.second), level)
}

function enterTwice(first: Column, second: Column): number | null {
  const pairs = keepPairs(first, second)
  if (!pairs.ok) return null
  const { first: x, second: y } = pairs.kept
  const centre = meanOf([...x, ...y])
  const spread = sumOf([...x, ...y].map((value) => (value - centre) ** 2))
  if (!(spread > 0)) return null
  return (2 * sumOf(x.map((value, i) => (value - centre) * (at(y, i) - centre)))) / spread
}
