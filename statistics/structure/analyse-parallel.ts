import { assumptions } from '../assumptions.ts'
import { quantileOf } from '../describe/quantile-of.ts'
import { at } from '../numeric/at.ts'
import { correlationsFrom, covarianceTable, eigenvaluesOf } from '../numeric/matrix.ts'
import { meanOf } from '../numeric/moments.ts'
import { sortAscending } from '../numeric/ranks.ts'
import { seededNormal, seededRandom, shuffle } from '../numeric/seeded-random.ts'
import { readItems } from '../reliability/read-items.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { warnStructure } from './assess-factorability.ts'

export const parallelSources = ['normal', 'permutation'] as const
export type ParallelAnalysis = {
  /** Leading eigenvalues above the percentile of random data. */
  factors: number
  /** By Horn's first rule: above the mean of random data. */
  factorsByMean: number
  eigenvalues: number[]
  randomMean: number[]
  randomPercentile: number[]
  samples: number
  seed: number
  percentile: number
}

export type ParallelOptions = {
  samples?: number
  seed?: number
  percentile?: number
  source?: (typeof parallelSources)[number]
  names?: readonly string[]
}

/**
 * Parallel analysis (Horn 1965; percentile by Glorfeld 1995): eigenvalues of the item correlations
 * against those of random data of the same size, drawn from a normal distribution or by shuffling
 * every item, with a seed. Complete rows. Refuses fewer than three varying items and sizes that
 * would take too long.
 */
export function analyseParallel(
  items: readonly Column[],
  options: ParallelOptions = {},
): Result<ParallelAnalysis> {
  const { samples = 200, seed = 1, percentile = 0.95, source = 'normal' } = options
  if (!Number.isInteger(samples) || samples < 20 || samples > 10_000) {
    return refuse('OutOfRange', 'samples must be a whole number from 20 to 10,000')
  }
  if (!(percentile > 0 && percentile < 1)) return refuse('OutOfRange', 'percentile not in 0 … 1')
  const read = readItems(items, options.names, 'listwise', 3)
  if (!read.ok) return read
  const rows = read.rows ?? []
  const k = rows.length
  if (read.n * k * k * samples > 2e10) {
    return refuse('TooLarge', `${samples} random tables of ${read.n} rows take too long`)
  }
  const random = seededRandom(seed)
  const normal = seededNormal(random)
  const draws = Array.from({ length: samples }, () => {
    const columns =
      source === 'normal'
        ? rows.map((column) => column.map(() => normal()))
        : rows.map((column) => {
            const copy = [...column]
            shuffle(copy, random)
            return copy
          })
    return eigenvaluesOf(correlationsFrom(covarianceTable(columns)))
  })
  const eigenvalues = eigenvaluesOf(read.correlations)
  const ranked = eigenvalues.map((_, j) => sortAscending(draws.map((draw) => at(draw, j))))
  const randomMean = ranked.map(meanOf)
  const randomPercentile = ranked.map((values) => quantileOf(values, percentile, 7))
  return conclude({
    estimate: { name: 'factors', value: countLeading(eigenvalues, randomPercentile) },
    value: {
      factors: countLeading(eigenvalues, randomPercentile),
      factorsByMean: countLeading(eigenvalues, randomMean),
      eigenvalues,
      randomMean,
      randomPercentile,
      samples,
      seed,
      percentile,
    },
    n: read.n,
    missing: read.missing,
    method: {
      id: `parallel-${source}`,
      name: `Parallel analysis, ${source} data, ${samples} samples`,
    },
    assumptions: [assumptions.independentUnits, assumptions.linear],
    warnings: [
      ...warnStructure(read.n, k, read.dropped),
      { id: 'monte-carlo', detail: `random tables are drawn with seed ${seed}` },
    ],
  })
}

function countLeading(values: readonly number[], bounds: readonly number[]): number {
  const stop = values.findIndex((value, i) => !(value > at(bounds, i)))
  return stop < 0 ? values.length : stop
}
