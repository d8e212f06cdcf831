import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import type { Label } from '../categorical/cross-tabulate.ts'

export type KappaWeights = 'none' | 'linear' | 'quadratic'
export type Kappa = {
  kappa: number
  percentAgreement: number
  weights: KappaWeights
  categories: string[]
}

/**
 * Percent agreement and Cohen's kappa of two raters, unweighted or with linear or quadratic
 * weights over the ordered categories (given, or sorted). Refuses unequal lengths, a label outside
 * the given categories, and raters who both always use one category.
 */
export function measureKappa(
  first: readonly (Label | null)[],
  second: readonly (Label | null)[],
  options: { weights?: KappaWeights; categories?: readonly Label[] } = {},
): Result<Kappa> {
  const { weights = 'none' } = options
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
  const rows = categories.map(() => 0)
  const columns = categories.map(() => 0)
  let observed = 0
  let same = 0
  for (const { a, b } of pairs) {
    const i = index.get(a) ?? 0
    const j = index.get(b) ?? 0
    rows[i] = at(rows, i) + 1 / n
    columns[j] = at(columns, j) + 1 / n
    observed += disagreement(i, j) / n
    if (i === j) same += 1
  }
  let expected = 0
  for (const [i, r] of rows.entries()) {
    for (const [j, c] of columns.entries()) expected += r * c * disagreement(i, j)
  }
  if (!(expected > 1e-12)) return refuse('ZeroVariance', 'both raters use a single category')
  return conclude({
    estimate: { name: 'kappa', value: 1 - observed / expected },
    value: {
      kappa: 1 - observed / expected,
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
