import { at } from '../numeric/at.ts'
import { momentsOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'

export type BaselineGroup = { label: string; n: number; mean: number | null; sd: number | null }
export type BaselineLine = {
  name: string
  missing: number
  groups: BaselineGroup[]
  /** (mean - mean of the reference) / sqrt((s² + s²) / 2), one per other group; null if undefined. */
  standardisedDifferences: { label: string; value: number | null }[]
}
export type BaselineTable = { reference: string; lines: BaselineLine[] }

/**
 * How alike groups were at the start: mean and SD of every variable by group and the standardised
 * difference from the reference group (Austin 2009), without a test, because a test answers another
 * question. The reference is the first label, or the one named. Refuses fewer than two groups and columns
 * of different length.
 */
export function describeBaseline(
  columns: readonly Column[],
  labels: readonly (string | number | null)[],
  options: { names?: readonly string[]; reference?: string | null } = {},
): Result<BaselineTable> {
  const names = options.names ?? columns.map((_, i) => `column ${i + 1}`)
  if (columns.length === 0) return refuse('TooFewItems', 'no variable')
  const wrong = columns.findIndex((column) => column.length !== labels.length)
  if (wrong >= 0) return refuse('LengthMismatch', `${names[wrong]} and the labels differ in length`)
  for (const [j, column] of columns.entries()) {
    const row = column.findIndex((value) => value !== null && !Number.isFinite(value))
    if (row >= 0) return refuse('NotFinite', `${names[j]}, row ${row + 1}: not a finite number`)
  }
  const found = [...new Set(labels.filter((label) => label !== null).map(String))]
  const reference = options.reference ?? found[0] ?? ''
  if (!found.includes(reference)) return refuse('BadInput', `no group is called ${reference}`)
  if (found.length < 2) return refuse('TooFewGroups', `${found.length} groups; at least 2 needed`)
  const groups = [reference, ...found.filter((label) => label !== reference)]
  const lines = columns.map((column, j) => describeLine(column, labels, groups, at(names, j)))
  return conclude({
    value: { reference, lines },
    n: labels.filter((label) => label !== null).length,
    missing: { count: lines.reduce((sum, line) => sum + line.missing, 0), handling: 'available' },
    method: { id: 'baseline-table', name: 'Baseline table with standardised differences' },
  })
}

function describeLine(
  column: Column,
  labels: readonly (string | number | null)[],
  groups: readonly string[],
  name: string,
): BaselineLine {
  const described = groups.map((label) => {
    const own = column.filter((value, i) => value !== null && String(labels[i] ?? '') === label)
    const m = momentsOf(own.filter((value) => value !== null))
    return { label, n: m.n, mean: m.n === 0 ? null : m.mean, sd: m.n < 2 ? null : m.sd }
  })
  const [first, ...others] = described
  return {
    name,
    missing: column.filter((value) => value === null).length,
    groups: described,
    standardisedDifferences: others.map((other) => ({
      label: other.label,
      value: first === undefined ? null : standardise(first, other),
    })),
  }
}

function standardise(reference: BaselineGroup, other: BaselineGroup): number | null {
  if (reference.mean === null || other.mean === null) return null
  if (reference.sd === null || other.sd === null) return null
  const unit = Math.hypot(reference.sd, other.sd) / Math.SQRT2
  return unit > 0 ? (other.mean - reference.mean) / unit : null
}
