import { keepCompleteRows } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { largestOf, smallestOf } from '../numeric/extent.ts'
import { comparePairwise } from '../numeric/pairwise-table.ts'
import { isConstant, meanOf } from '../numeric/moments.ts'
import { correlationsFrom, covarianceTable } from '../numeric/matrix.ts'
import { refuse } from '../result.ts'
import type { Column, Missing, Refused } from '../result.ts'

export type ItemMissing = 'listwise' | 'pairwise'

export type Items = {
  ok: true
  names: string[]
  dropped: string[]
  /** Complete rows (listwise), or null when covariances are pairwise. */
  rows: number[][] | null
  means: number[]
  covariances: number[][]
  /** Pairwise: each from its own pairs, so not the covariances divided by their SDs. */
  correlations: number[][]
  n: number
  missing: Missing
}

/**
 * Reads item columns: items that do not vary are dropped and named, the others give a covariance
 * table from complete rows or from pairs. Refuses fewer than `least` varying items and fewer
 * than three rows.
 */
export function readItems(
  items: readonly Column[],
  names: readonly string[] | undefined,
  handling: ItemMissing,
  least = 2,
): Items | Refused {
  if (names !== undefined && names.length !== items.length) {
    return refuse('LengthMismatch', `${items.length} items but ${names.length} names`)
  }
  const all = items.map((column, i) => ({ name: names?.[i] ?? `item ${i + 1}`, column }))
  const checked = keepCompleteRows(items)
  if (!checked.ok) return checked
  const varying = all.filter(({ column }) => !isConstant(column.filter((v) => v !== null)))
  const dropped = all.filter((item) => !varying.includes(item)).map((item) => item.name)
  const columns = varying.map((item) => item.column)
  if (columns.length < least) {
    return refuse('TooFewItems', `${columns.length} items vary; at least ${least} needed`)
  }
  const kept = varying.map((item) => item.name)
  return handling === 'listwise'
    ? readListwise(columns, kept, dropped, least)
    : readPairwise(columns, kept, dropped)
}

function readListwise(
  columns: Column[],
  names: string[],
  dropped: string[],
  least: number,
): Items | Refused {
  const read = keepCompleteRows(columns)
  if (!read.ok) return read
  const n = read.kept[0]?.length ?? 0
  if (n < 3) return refuse('TooFewValues', `${n} complete rows; at least 3 needed`)
  const flat = names.filter((_, i) => isConstant(read.kept[i] ?? []))
  if (flat.length > 0) {
    const left = columns.filter((_, i) => !isConstant(read.kept[i] ?? []))
    if (left.length < least) return refuse('ZeroVariance', `constant in complete rows: ${flat}`)
    const leftNames = names.filter((name) => !flat.includes(name))
    return readListwise(left, leftNames, [...dropped, ...flat], least)
  }
  const covariances = covarianceTable(read.kept)
  const unusable = refuseUnusable(covariances)
  if (unusable !== null) return unusable
  return {
    ok: true,
    names,
    dropped,
    rows: read.kept,
    means: read.kept.map(meanOf),
    covariances,
    correlations: correlationsFrom(covariances),
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
  }
}

function readPairwise(columns: Column[], names: string[], dropped: string[]): Items | Refused {
  const table = comparePairwise(columns)
  if (table === null) return refuse('NotConverged', 'stopped')
  const { covariances } = table
  const correlations: number[][] = []
  for (const [i, line] of table.correlations.entries()) {
    const short = line.findIndex((r, j) => r === null || at(at(table.counts, i), j) < 3)
    if (short >= 0) {
      return refuse('TooFewValues', `${names[i]} and ${names[short]} share too few rows that vary`)
    }
    correlations.push(line.filter((r) => r !== null))
  }
  const unusable = refuseUnusable(covariances)
  if (unusable !== null) return unusable
  const length = columns[0]?.length ?? 0
  const anyAnswer = Array.from({ length }, (_, i) => columns.some((c) => c[i] !== null))
  const n = anyAnswer.filter(Boolean).length
  const incomplete = anyAnswer.filter((_, i) => columns.some((column) => column[i] === null)).length
  const shared = table.counts.flatMap((line, i) => line.filter((_, j) => j !== i))
  return {
    ok: true,
    names,
    dropped,
    rows: null,
    means: columns.map((column) => meanOf(column.filter((v) => v !== null))),
    covariances,
    correlations,
    n,
    missing: {
      count: incomplete,
      handling: 'pairwise',
      pairs: { least: smallestOf(shared), most: largestOf(shared) },
    },
  }
}

/** Variances that over- or underflow leave nothing to compute with. */
function refuseUnusable(covariances: number[][]): Refused | null {
  if (!covariances.flat().every(Number.isFinite)) {
    return refuse('NumberTooLarge', 'a covariance overflows')
  }
  const lost = covariances.some((row, i) => !((row[i] ?? 0) > 0))
  return lost ? refuse('ZeroVariance', 'the variance of an item underflows to zero') : null
}
