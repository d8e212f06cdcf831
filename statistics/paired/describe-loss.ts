import { keepValues } from '../columns.ts'
import { meanOf, sdOf } from '../numeric/moments.ts'
import { compareMeans } from '../independent/compare-means.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'

export type Loss = {
  /** Rows (from 0) measured first but not again, and the reverse. */
  lostRows: number[]
  lateRows: number[]
  kept: { n: number; mean: number; sd: number | null } | null
  lost: { n: number; mean: number; sd: number | null } | null
  /** Kept minus lost at the first measurement, with Welch interval; null below two in either. */
  difference: { value: number; interval: Interval | null } | null
}

/**
 * Who is missing at the second measurement, and whether those who stayed differed at the first.
 * Refuses unequal lengths and a first measurement without any value.
 */
export function describeLoss(
  first: Column,
  second: Column,
  options: { level?: number } = {},
): Result<Loss> {
  if (first.length !== second.length) {
    return refuse('LengthMismatch', `first has ${first.length} rows, second ${second.length}`)
  }
  const read = keepValues(first, 'first')
  if (!read.ok) return read
  if (read.kept.length === 0) return refuse('TooFewValues', 'no first measurement')
  const rows = [...first.keys()]
  const has = (column: Column, i: number) => (column[i] ?? null) !== null
  const keptRows = rows.filter((i) => has(first, i) && has(second, i))
  const lostRows = rows.filter((i) => has(first, i) && !has(second, i))
  const of = (list: readonly number[]) => list.flatMap((i) => first[i] ?? [])
  const summarise = (list: readonly number[]) => {
    const values = of(list)
    if (values.length === 0) return null
    const sd = values.length < 2 ? null : sdOf(values)
    return { n: values.length, mean: meanOf(values), sd }
  }
  const test = compareMeans(of(keptRows), of(lostRows), options)
  return conclude({
    estimate: { name: 'share lost', value: lostRows.length / read.kept.length },
    value: {
      lostRows,
      lateRows: rows.filter((i) => !has(first, i) && has(second, i)),
      kept: summarise(keptRows),
      lost: summarise(lostRows),
      difference: test.ok ? { value: test.value.difference, interval: test.interval } : null,
    },
    n: read.kept.length,
    missing: { count: lostRows.length, handling: 'available' },
    method: { id: 'loss', name: 'Attrition: kept and lost at the first measurement' },
  })
}
