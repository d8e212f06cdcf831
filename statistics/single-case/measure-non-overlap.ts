import { largestOf } from '../numeric/extent.ts'
import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { testRankSum } from '../independent/test-rank-sum.ts'
import { at } from '../numeric/at.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { findRoot } from '../numeric/find-root.ts'
import { medianOf, sortAscending } from '../numeric/ranks.ts'
import { conclude } from '../result.ts'
import type { Column, Interval, Result, Warning } from '../result.ts'
import { comparePairs, readPhases } from './read-phases.ts'
import type { Direction } from './read-phases.ts'

export type NonOverlap = {
  nap: number
  /** Sen's unbiased, Hanley-McNeil's and the null standard error; null with one point in a phase. */
  seUnbiased: number | null
  seHanley: number
  seNull: number
  /** Exact Mann-Whitney p, two-sided; null when all values are equal. */
  p: number | null
  /** The same, two-sided by distance from the middle, as coin counts. */
  pByDistance: number | null
  /** 2 NAP - 1. */
  tau: number
  pnd: number
  /** Ties with the median count half; strictly better only in `pemStrict`. */
  pem: number
  pemStrict: number
  pand: number
  ird: number
}

/**
 * Non-overlap of all pairs between baseline and intervention with Newcombe's interval (method 5,
 * solved to the last bits), and the older overlap figures. Larger is better unless direction is
 * 'decrease'. Refuses fewer than three baseline points.
 */
export function measureNonOverlap(
  baseline: Column,
  intervention: Column,
  options: { direction?: Direction; level?: number } = {},
): Result<NonOverlap> {
  const { direction = 'increase', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readPhases(baseline, intervention, direction)
  if (!read.ok) return read
  const { a, b } = read
  const { nap, ...errors } = measureNap(a, b)
  const pand = keepMost(a, b) / (a.length + b.length)
  const total = (a.length + b.length) ** 2
  const test = testRankSum(b, a)
  return conclude({
    estimate: { name: 'NAP', value: nap },
    interval: napInterval(nap, a.length, b.length, level),
    value: {
      nap,
      ...errors,
      p: test.ok ? test.value.p : null,
      pByDistance: test.ok ? test.value.pByDistance : null,
      tau: 2 * nap - 1,
      pnd: shareBeyond(b, largestOf(a), 0),
      pem: shareBeyond(b, medianOf(a), 0.5),
      pemStrict: shareBeyond(b, medianOf(a), 0),
      pand,
      ird: (total * pand - a.length ** 2 - b.length ** 2) / (2 * a.length * b.length),
    },
    n: a.length + b.length,
    missing: read.missing,
    method: { id: 'nap-newcombe5', name: 'Non-overlap of all pairs, Newcombe interval' },
    assumptions: [assumptions.noSerialDependence],
    warnings: warnPhases(a.length, b.length),
  })
}

/** Says when a phase is too short for more than a picture. */
export function warnPhases(m: number, n: number): Warning[] {
  if (Math.min(m, n) >= 5) return []
  return [{ id: 'short-phase', detail: `phases of ${m} and ${n} points: trust the graph first` }]
}

function shareBeyond(b: readonly number[], bound: number, tie: number): number {
  return b.reduce((sum, y) => sum + (y > bound ? 1 : y === bound ? tie : 0), 0) / b.length
}

type NapErrors = Pick<NonOverlap, 'nap' | 'seUnbiased' | 'seHanley' | 'seNull'>

function measureNap(a: readonly number[], b: readonly number[]): NapErrors {
  const m = a.length
  const n = b.length
  const { nap, byA, byB, squares } = comparePairs(a, b)
  const meanSquare = (sums: readonly number[], each: number) =>
    sums.reduce((sum, s) => sum + (s / each) ** 2, 0) / sums.length
  const q1 = meanSquare(byA, n)
  const q2 = meanSquare(byB, m)
  // Complete separation would give an error of zero; half a pair is taken away from it.
  const half = 0.5 / (m * n)
  const kept = Math.min(1 - half, Math.max(half, nap))
  const least = kept * (1 - kept)
  const sen = nap - (m + n - 1) * nap ** 2 + n * q1 + m * q2 - 2 * squares
  const hanley = nap * (1 - nap) + (n - 1) * (q1 - nap ** 2) + (m - 1) * (q2 - nap ** 2)
  const separated = nap === 0 || nap === 1
  const senRoot = Math.max(0, separated ? least : sen) / ((m - 1) * (n - 1))
  return {
    nap,
    seUnbiased: m < 2 || n < 2 ? null : Math.sqrt(senRoot),
    seHanley: Math.sqrt((separated ? least : hanley) / (m * n)),
    seNull: Math.sqrt((m + n + 1) / (12 * m * n)),
  }
}

/** Newcombe (2006) method 5: the values whose symmetrised variance puts NAP at the quantile. */
function napInterval(nap: number, m: number, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2)
  const h = (m + n) / 2 - 1
  const balance = (x: number) =>
    m * n * (nap - x) ** 2 * (2 - x) * (1 + x) -
    z * z * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))
  // At NAP = 0 or 1 the equation has a trivial root there, so the search stays inside.
  const edge = 1e-9
  const low = nap === 0 ? 0 : findRoot(balance, 0, Math.min(nap, 1 - edge))
  const high = nap === 1 ? 1 : findRoot(balance, Math.max(nap, edge), 1)
  return { low: low ?? 0, high: high ?? 1, level, method: 'newcombe-5' }
}

/** Largest number of points that can stay so that every kept b exceeds every kept a. */
function keepMost(a: readonly number[], b: readonly number[]): number {
  const lowA = sortAscending(a)
  const highB = sortAscending(b)
  let most = Math.max(a.length, b.length)
  for (let i = 1; i <= a.length; i += 1) {
    const beyond = highB.filter((y) => y > at(lowA, i - 1)).length
    most = Math.max(most, i + beyond)
  }
  return most
}
