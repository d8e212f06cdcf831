import { at } from '../numeric/at.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export type AdjustMethod = 'holm' | 'bh' | 'bonferroni'

/** Adjusted p values in the order given; each between 0 and 1 (not checked here). */
export function adjustedValues(p: readonly number[], method: AdjustMethod): number[] {
  const m = p.length
  if (method === 'bonferroni') return p.map((value) => Math.min(1, value * m))
  const order = [...p.keys()].sort((a, b) => at(p, a) - at(p, b))
  const adjusted = p.map(() => 1)
  let bound = method === 'holm' ? 0 : 1
  const walk = method === 'holm' ? order : order.toReversed()
  for (const [i, index] of walk.entries()) {
    const value = at(p, index)
    bound =
      method === 'holm' ? Math.max(bound, value * (m - i)) : Math.min(bound, (value * m) / (m - i))
    adjusted[index] = Math.min(1, bound)
  }
  return adjusted
}

/**
 * Holm, Benjamini-Hochberg or Bonferroni adjustment. null stays null and is not counted as a
 * test. Refuses values outside 0 … 1 and a list without any value.
 */
export function adjustPValues(
  p: readonly (number | null)[],
  options: { method?: AdjustMethod } = {},
): Result<{ adjusted: (number | null)[] }> {
  const { method = 'holm' } = options
  const present = p.filter((value) => value !== null)
  if (present.length === 0) return refuse('TooFewValues', 'no p value is present')
  if (present.some((value) => !(value >= 0 && value <= 1))) {
    return refuse('OutOfRange', 'a p value is outside 0 … 1')
  }
  const values = adjustedValues(present, method).values()
  const adjusted = p.map((value) => (value === null ? null : (values.next().value ?? null)))
  const names = { holm: 'Holm', bh: 'Benjamini-Hochberg', bonferroni: 'Bonferroni' } as const
  return conclude({
    value: { adjusted },
    n: present.length,
    missing: { count: p.length - present.length, handling: 'available' },
    method: { id: `adjust-${method}`, name: `${names[method]} adjustment` },
  })
}
