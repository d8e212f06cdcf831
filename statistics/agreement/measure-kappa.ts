import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalQuantile, normalTail } from '../numeric/distributions.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Label } from '../categorical/cross-tabulate.ts'

export type KappaWeights = 'none' | 'linear' | 'quadratic'
export type Kappa = {
  kappa: number
  percentAgreement: number
  weights: KappaWeights
  categories: string[]
  /** Large-sample error of kappa, and under no agreement beyond chance (Fleiss, Cohen & Everitt 1969). */
  standardError: number
  standardErrorNull: number
  p: number | null
}

/**
 * Percent agreement and Cohen's kappa of two raters with its large-sample interval, unweighted or with linear or quadratic
 * weights over the ordered categories (given, or sorted). Refuses unequal lengths, a label outside
 * the given categories, and raters who both always use one category.
 */
export function measureKappa(
  first: readonly (Label | null)[],
  second: readonly (Label | null)[],
  options: { weights?: KappaWeights; categories?: readonly Label[]; level?: number } = {},
): Result<Kappa> {
  const { weights = 'none', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (first.length !== second.length) {
    return refuse('LengthMismatch', `${first.length} and ${second.length} ratings`)
  }
  const pairs = first.flatMap((a, i) => {
    const b = second[i] ?? null
    return a === null || b === null ? [] : [{ a, b }]
  })
  const n = pairs.length
  if (n === 0) return refuse('TooFewValues', 'no pair of ratings')
  const seen = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort(compareLabels)
  const categories = [...(options.categories ?? seen)]
  const index = new Map(categories.map((category, i) => [category, i]))
  if (seen.some((label) => !index.has(label))) return refuse('OutOfRange', 'an unknown category')
  const steps = Math.max(1, categories.length - 1)
  const disagreement = (i: number, j: number) => {
    if (weights === 'none') return i === j ? 0 : 1
    return (Math.abs(i - j) / steps) ** (weights === 'linear' ? 1 : 2)
  }
  const table = categories.map(() => categories.map(() => 0))
  for (const { a, b } of pairs) {
    const row = at(table, index.get(a) ?? 0)
    const j = index.get(b) ?? 0
    row[j] = at(row, j) + 1 / n
  }
  const found = weighKappa(table, (i, j) => 1 - disagreement(i, j), n)
  if (found === null) return refuse('ZeroVariance', 'both raters use a single category')
  const half = normalQuantile((1 + level) / 2) * found.standardError
  const same = pairs.filter(({ a, b }) => a === b).length
  return conclude({
    estimate: { name: 'kappa', value: found.kappa },
    interval: {
      low: Math.max(-1, found.kappa - half),
      high: Math.min(1, found.kappa + half),
      level,
      method: 'normal',
    },
    value: {
      ...found,
      p:
        found.standardErrorNull > 0
          ? normalTail(found.kappa / found.standardErrorNull, 'two-sided')
          : null,
      percentAgreement: (100 * same) / n,
      weights,
      categories: categories.map(String),
    },
    n,
    missing: { count: first.length - n, handling: 'complete-cases' },
    method: { id: `kappa-${weights}`, name: `Cohen's kappa, weights: ${weights}` },
    assumptions: [assumptions.independentUnits],
  })
}

function compareLabels(a: Label, b: Label): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}

type Table = readonly (readonly number[])[]
type Weighed = Pick<Kappa, 'kappa' | 'standardError' | 'standardErrorNull'>

/** Kappa of a table of shares under weights of agreement; null when chance agreement is complete. */
function weighKappa(
  table: Table,
  weight: (i: number, j: number) => number,
  n: number,
): Weighed | null {
  const rows = table.map((row) => row.reduce((sum, p) => sum + p, 0))
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + at(row, j), 0))
  const rowWeight = rows.map((_, i) => columns.reduce((sum, p, j) => sum + p * weight(i, j), 0))
  const columnWeight = columns.map((_, j) => rows.reduce((sum, p, i) => sum + p * weight(i, j), 0))
  const over = (term: (i: number, j: number, share: number) => number) =>
    table.reduce((all, row, i) => all + row.reduce((sum, p, j) => sum + term(i, j, p), 0), 0)
  const observed = over((i, j, p) => p * weight(i, j))
  const chance = rows.reduce((sum, p, i) => sum + p * at(rowWeight, i), 0)
  if (!(1 - chance > 1e-12)) return null
  const kappa = (observed - chance) / (1 - chance)
  const spread = over((i, j, p) => {
    const both = at(rowWeight, i) + at(columnWeight, j)
    return p * (weight(i, j) - both * (1 - kappa)) ** 2
  })
  const spreadNull = over((i, j) => {
    const both = at(rowWeight, i) + at(columnWeight, j)
    return at(rows, i) * at(columns, j) * (weight(i, j) - both) ** 2
  })
  const error = (sum: number, off: number) =>
    Math.sqrt(Math.max(0, sum - off ** 2) / n) / (1 - chance)
  return {
    kappa,
    standardError: error(spread, kappa - chance * (1 - kappa)),
    standardErrorNull: error(spreadNull, chance),
  }
}
