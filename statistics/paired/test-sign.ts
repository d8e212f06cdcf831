import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { binomialLower, binomialUpper } from '../numeric/distributions.ts'
import { at } from '../numeric/at.ts'
import { medianOf, roundForTies, sortAscending } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Alternative, Column, Interval, Result } from '../result.ts'
import { readDifferences } from './read-differences.ts'
import { pickTail } from './test-signed-rank.ts'
import { smallestSignP, warnSmallPairs, warnUnreachable } from './warn-small-pairs.ts'

export type SignTest = { up: number; down: number; zeros: number; p: number }

/**
 * Exact sign test of second - first, zeros dropped. Estimate: median difference with the interval
 * between order statistics whose binomial level is at least the one asked for (null when even the
 * whole range does not reach it). Refuses no pairs and differences that are all zero.
 */
export function testSign(
  first: Column,
  second: Column,
  options: { alternative?: Alternative; level?: number } = {},
): Result<SignTest> {
  const { alternative = 'two-sided', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readDifferences(first, second, 1)
  if (!read.ok) return read
  const d = roundForTies(read.d)
  const up = d.filter((value) => value > 0).length
  const down = d.filter((value) => value < 0).length
  const used = up + down
  if (used === 0) return refuse('AllZeroDifferences', 'every difference is zero')
  const tails = { lower: binomialLower(up, used, 0.5), upper: binomialUpper(up, used, 0.5) }
  return conclude({
    estimate: { name: 'median difference', value: medianOf(d) },
    interval: medianInterval(d, level),
    value: { up, down, zeros: d.length - used, p: pickTail(tails, alternative) },
    n: read.n,
    missing: read.missing,
    method: { id: 'sign-exact', name: 'Sign test, exact, zeros dropped' },
    assumptions: [assumptions.independentUnits],
    warnings: [...warnSmallPairs(read.n), ...warnUnreachable(smallestSignP(used))],
  })
}

function medianInterval(d: readonly number[], level: number): Interval | null {
  const n = d.length
  const sorted = sortAscending(d)
  let k = 0
  while (k + 1 <= n / 2 && 2 * binomialLower(k, n, 0.5) <= 1 - level) k += 1
  if (k === 0) return null
  return {
    low: at(sorted, k - 1),
    high: at(sorted, n - k),
    level,
    method: 'order-statistics',
    achieved: 1 - 2 * binomialLower(k - 1, n, 0.5),
  }
}
