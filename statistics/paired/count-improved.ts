import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { wilsonInterval } from '../categorical/wilson-interval.ts'
import { roundForTies } from '../numeric/ranks.ts'
import { conclude } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { readDifferences } from './read-differences.ts'
import { warnSmallPairs } from './warn-small-pairs.ts'

export type Direction = 'increase' | 'decrease'

export type Improved = {
  improved: number
  same: number
  worse: number
  shareImproved: number
  /** (improved + half of same) / n. */
  probabilityOfSuperiority: number
}

/**
 * How many moved in the wanted direction, with the Wilson interval of that share. "Same" means
 * equal after rounding for float dust; nothing is said about reliable change. Refuses no pairs.
 */
export function countImproved(
  first: Column,
  second: Column,
  options: { direction?: Direction; level?: number } = {},
): Result<Improved> {
  const { direction = 'increase', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readDifferences(first, second, 1)
  if (!read.ok) return read
  const d = roundForTies(read.d)
  const up = d.filter((value) => value > 0).length
  const same = d.filter((value) => value === 0).length
  const improved = direction === 'increase' ? up : d.length - up - same
  const share = improved / d.length
  return conclude({
    estimate: { name: 'share improved', value: share },
    interval: wilsonInterval(improved, d.length, level),
    value: {
      improved,
      same,
      worse: d.length - improved - same,
      shareImproved: share,
      probabilityOfSuperiority: (improved + same / 2) / d.length,
    },
    n: read.n,
    missing: read.missing,
    method: { id: 'share-improved', name: 'Share improved, Wilson interval' },
    assumptions: [assumptions.independentUnits],
    warnings: warnSmallPairs(read.n),
  })
}
