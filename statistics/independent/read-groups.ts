import { keepValues } from '../columns.ts'
import { refuse } from '../result.ts'
import type { Column, Missing, Refused } from '../result.ts'

export type TwoGroups = { ok: true; x: number[]; y: number[]; missing: Missing }

/** Present values of two independent columns; refuses fewer than `least` in either. */
export function readTwoGroups(x: Column, y: Column, least: number): TwoGroups | Refused {
  const first = keepValues(x, 'x')
  if (!first.ok) return first
  const second = keepValues(y, 'y')
  if (!second.ok) return second
  const short = Math.min(first.kept.length, second.kept.length)
  if (short < least) {
    return refuse('TooFewValues', `a group has ${short} values; at least ${least} needed`)
  }
  return {
    ok: true,
    x: first.kept,
    y: second.kept,
    missing: { count: first.missing + second.missing, handling: 'available' },
  }
}

export type LabelledGroups = { ok: true; labels: string[]; groups: number[][]; missing: Missing }

/**
 * Splits a column by a label column, labels in order of first appearance; rows without value or
 * label are missing. Refuses fewer than `least` groups and groups with fewer than `leastSize` values.
 */
export function splitByLabel(
  values: Column,
  labels: readonly (string | number | null)[],
  least = 2,
  leastSize = 2,
): LabelledGroups | Refused {
  if (values.length !== labels.length) {
    return refuse('LengthMismatch', `${values.length} values but ${labels.length} labels`)
  }
  const groups = new Map<string, number[]>()
  let missing = 0
  for (const [i, value] of values.entries()) {
    const label = labels[i] ?? null
    if (value !== null && !Number.isFinite(value)) {
      return refuse('NotFinite', `row ${i + 1}: not a finite number`)
    }
    if (value === null || label === null) {
      missing += 1
      continue
    }
    const group = groups.get(String(label)) ?? []
    group.push(value)
    groups.set(String(label), group)
  }
  if (groups.size < least) return refuse('TooFewGroups', `${groups.size} groups; ${least} needed`)
  for (const [label, group] of groups) {
    if (group.length < leastSize) {
      return refuse('TooFewValues', `group ${label} has fewer than ${leastSize} values`)
    }
  }
  return {
    ok: true,
    labels: [...groups.keys()],
    groups: [...groups.values()],
    missing: { count: missing, handling: 'complete-cases' },
  }
}
