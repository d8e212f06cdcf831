import { keepPairs } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { refuse } from '../result.ts'
import type { Column, Missing, Refused } from '../result.ts'

export type CovariateGroups = {
  ok: true
  outcome: number[]
  covariate: number[]
  labels: string[]
  sizes: number[]
  /** One 0/1 column for every group but the first. */
  dummies: number[][]
  missing: Missing
}

/** Complete rows of outcome, covariate and label, with the reference group first. */
export function readCovariateGroups(
  outcome: Column,
  covariate: Column,
  labels: readonly (string | number | null)[],
  reference: string | null,
): CovariateGroups | Refused {
  if (labels.length !== outcome.length) {
    return refuse('LengthMismatch', `${outcome.length} outcomes but ${labels.length} labels`)
  }
  const pairs = keepPairs(outcome, covariate, ['outcome', 'covariate'])
  if (!pairs.ok) return pairs
  const rows = [...pairs.kept.rows.entries()].filter(([, row]) => (labels[row] ?? null) !== null)
  const own = rows.map(([, row]) => String(labels[row]))
  const names = [...new Set(own)]
  if (reference !== null && !names.includes(reference)) {
    return refuse('BadInput', `no row belongs to the reference group ${reference}`)
  }
  if (reference !== null) names.sort((a, b) => Number(b === reference) - Number(a === reference))
  if (names.length < 2) return refuse('TooFewGroups', `${names.length} groups; 2 needed`)
  const sizes = names.map((name) => own.filter((label) => label === name).length)
  if (sizes.some((size) => size < 2)) {
    return refuse('TooFewValues', 'a group has fewer than two complete rows')
  }
  return {
    ok: true,
    outcome: rows.map(([i]) => at(pairs.kept.first, i)),
    covariate: rows.map(([i]) => at(pairs.kept.second, i)),
    labels: names,
    sizes,
    dummies: names.slice(1).map((name) => own.map((label) => (label === name ? 1 : 0))),
    missing: { count: outcome.length - rows.length, handling: 'complete-cases' },
  }
}
