import { assumptions } from '../assumptions.ts'
import { meanOf } from '../numeric/moments.ts'
import { roundForTies } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { readDifferences } from './read-differences.ts'
import { smallestSignP, warnSmallPairs, warnUnreachable } from './warn-small-pairs.ts'

const LARGEST = 20

export type SignFlip = { p: number; arrangements: number; asExtreme: number }

/**
 * Exact randomisation test of the mean difference over all 2^n sign patterns; two-sided, an
 * arrangement counts when |sum| >= |observed sum| (to 1e-9 of the sum of magnitudes). Refuses
 * more than 20 non-zero differences and differences that are all zero.
 */
export function testSignFlip(first: Column, second: Column): Result<SignFlip> {
  const read = readDifferences(first, second, 1)
  if (!read.ok) return read
  const d = roundForTies(read.d)
  const moving = d.filter((value) => value !== 0).map(Math.abs)
  if (moving.length === 0) return refuse('AllZeroDifferences', 'every difference is zero')
  if (moving.length > LARGEST) {
    return refuse('TooLarge', `${moving.length} non-zero differences; at most ${LARGEST}`)
  }
  const largest = Math.max(...moving)
  const sizes = moving.map((value) => value / largest)
  const observed = Math.abs(d.reduce((sum, value) => sum + value / largest, 0))
  const total = sizes.reduce((sum, value) => sum + value, 0)
  const asExtreme = countExtreme(sizes, total, observed - 1e-9 * total)
  const arrangements = 2 ** sizes.length
  return conclude({
    estimate: { name: 'mean difference', value: meanOf(read.d) },
    value: { p: asExtreme / arrangements, arrangements, asExtreme },
    n: read.n,
    missing: read.missing,
    method: { id: 'sign-flip-exact', name: 'Exact sign-flip permutation test of the mean' },
    assumptions: [assumptions.symmetricDifferences],
    warnings: [...warnSmallPairs(read.n), ...warnUnreachable(smallestSignP(sizes.length))],
  })
}

/** Visits all sign patterns in Gray-code order, one change per step. */
function countExtreme(sizes: readonly number[], total: number, bound: number): number {
  const signs = sizes.map(() => 1)
  let sum = total
  let count = Math.abs(sum) >= bound ? 1 : 0
  for (let step = 1; step < 2 ** sizes.length; step += 1) {
    const flip = 31 - Math.clz32(step & -step)
    const sign = -(signs[flip] ?? 1)
    signs[flip] = sign
    sum += 2 * sign * (sizes[flip] ?? 0)
    if (Math.abs(sum) >= bound) count += 1
  }
  return count
}
