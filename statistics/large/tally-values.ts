import { countFrequencies } from '../describe/count-frequencies.ts'
import type { FrequencyTable } from '../describe/count-frequencies.ts'
import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { meanInterval } from '../describe/describe-values.ts'

export type TalliedDescription = {
  mean: number
  sd: number | null
  median: number
  lowerQuartile: number
  upperQuartile: number
  min: number
  max: number
}

/** Counts of distinct values that can be filled piece by piece and joined with others. */
export type Tally = {
  /** Adds a piece of a column; false (and nothing added) when it holds a number that is not finite. */
  add: (piece: Column) => boolean
  merge: (other: Tally) => void
  /** Value and count, ascending, and how many were missing. */
  entries: () => { counts: [number, number][]; missing: number }
  describe: (options?: { level?: number }) => Result<TalliedDescription>
  frequencies: () => Result<FrequencyTable>
}

/**
 * A column of answers counted piece by piece: memory grows with the number of distinct values only,
 * figures are exact (quartiles of type 7) and do not depend on how the pieces were cut. For surveys
 * that are read in chunks and can be stopped between two of them.
 */
export function startTally(): Tally {
  const counts = new Map<number, number>()
  let missing = 0
  const entries: Tally['entries'] = () => ({
    counts: [...counts].sort(([a], [b]) => a - b),
    missing,
  })
  return {
    entries,
    add: (piece) => {
      if (piece.some((value) => value !== null && !Number.isFinite(value))) return false
      for (let i = 0; i < piece.length; i += 1) {
        const value = piece[i] ?? null
        if (value === null) missing += 1
        else counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return true
    },
    merge: (other) => {
      const { counts: theirs, missing: absent } = other.entries()
      for (const [value, count] of theirs) counts.set(value, (counts.get(value) ?? 0) + count)
      missing += absent
    },
    describe: ({ level = 0.95 } = {}) => describeCounts(entries(), level),
    frequencies: () => spreadCounts(entries()),
  }
}

type Entries = ReturnType<Tally['entries']>

function describeCounts({ counts, missing }: Entries, level: number): Result<TalliedDescription> {
  const n = counts.reduce((sum, [, count]) => sum + count, 0)
  if (n === 0) return refuse('TooFewValues', 'no value is present')
  const first = counts.reduce((sum, [value, count]) => sum + value * (count / n), 0)
  const mean =
    first + counts.reduce((sum, [value, count]) => sum + (value - first) * (count / n), 0)
  const squares = counts.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0)
  const sd = n < 2 ? null : Math.sqrt(squares / (n - 1))
  const quantile = quantileByCounts(counts, n)
  return conclude({
    estimate: { name: 'mean', value: mean },
    interval: sd === null || sd === 0 ? null : meanInterval(mean, sd / Math.sqrt(n), n, level),
    value: {
      mean,
      sd,
      median: quantile(0.5),
      lowerQuartile: quantile(0.25),
      upperQuartile: quantile(0.75),
      min: at(at(counts, 0), 0),
      max: at(at(counts, counts.length - 1), 0),
    },
    n,
    missing: { count: missing, handling: 'available' },
    method: { id: 'describe-q7', name: 'Descriptives, quartiles type 7' },
    assumptions: [assumptions.intervalScale],
  })
}

function quantileByCounts(counts: readonly [number, number][], n: number): (p: number) => number {
  const valueAt = (rank: number): number => {
    let soFar = 0
    for (const [value, count] of counts) {
      soFar += count
      if (rank < soFar) return value
    }
    return at(at(counts, counts.length - 1), 0)
  }
  return (p) => {
    const position = (n - 1) * p
    const whole = Math.floor(position + 4 * Number.EPSILON)
    const part = Math.max(0, position - whole)
    const low = valueAt(whole)
    return part < 1e-12 ? low : low * (1 - part) + valueAt(Math.min(n - 1, whole + 1)) * part
  }
}

function spreadCounts({ counts, missing }: Entries): Result<FrequencyTable> {
  const n = counts.reduce((sum, [, count]) => sum + count, 0)
  const shape = countFrequencies(counts.map(([value]) => value))
  if (!shape.ok) return shape
  let soFar = 0
  const rows = counts.map(([value, count]) => {
    soFar += count
    return {
      value,
      count,
      share: count / (n + missing),
      validShare: count / n,
      cumulativeShare: soFar / n,
    }
  })
  return {
    ...shape,
    value: { rows, missingCount: missing },
    n,
    missing: { count: missing, handling: 'available' },
  }
}
