import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import { readCounts } from './cross-tabulate.ts'
import { MOST_WORK, sampleFisher, sumFisherExactly } from './fisher-tables.ts'

export type ExactIndependence = {
  p: number
  /** Standard error of a sampled p; null when p is exact. */
  monteCarloError: number | null
  /** Cross-product ratio of a 2 x 2 table; null when a cell is zero or the table is larger. */
  oddsRatio: number | null
}

/**
 * Fisher's exact test of an r x c table, two-sided by table probability (relative tolerance 1e-7).
 * When the exact sum would take too long a seeded Monte Carlo p is given instead, and said so; or it is refused (TooLarge)
 * where `tooLong` says so. `mostWork` is what too long means, in visited fillings of a column: the same on every machine. Refuses what the chi-square test refuses.
 */
export function testExactIndependence(
  table: readonly (readonly number[])[],
  options: {
    samples?: number
    seed?: number
    tooLong?: 'sample' | 'refuse'
    mostWork?: number
  } = {},
): Result<ExactIndependence> {
  const { samples = 20_000, seed = 1, tooLong = 'sample', mostWork = MOST_WORK } = options
  if (!Number.isInteger(samples) || samples < 100 || samples > 1e6) {
    return refuse('OutOfRange', 'samples must be a whole number from 100 to 1,000,000')
  }
  const read = readCounts(table)
  if (!read.ok) return read
  const exact = sumFisherExactly(read.counts, mostWork)
  if (exact === null && tooLong === 'refuse') {
    return refuse('TooLarge', 'the exact sum over all tables would take too long')
  }
  const p = exact ?? sampleFisher(read.counts, samples, seed)
  return conclude({
    value: {
      p,
      monteCarloError: exact === null ? Math.sqrt((p * (1 - p)) / samples) : null,
      oddsRatio: ratioOf(read.counts),
    },
    n: read.n,
    method:
      exact === null
        ? { id: 'fisher-monte-carlo', name: `Fisher test, Monte Carlo, ${samples} tables` }
        : { id: 'fisher-exact', name: "Fisher's exact test" },
    assumptions: [assumptions.independentUnits, assumptions.fixedMargins],
    warnings: exact === null ? [{ id: 'monte-carlo', detail: `p is sampled (seed ${seed})` }] : [],
  })
}

function ratioOf(counts: readonly (readonly number[])[]): number | null {
  if (counts.length !== 2 || at(counts, 0).length !== 2) return null
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts
  return a * b * c * d === 0 ? null : (a * d) / (b * c)
}
