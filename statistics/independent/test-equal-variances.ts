import { assumptions } from '../assumptions.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { momentsOf, sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { splitByLabel } from './read-groups.ts'

export type Bartlett = { chiSquare: number; df: number; p: number; largestRatio: number }

/**
 * Bartlett's test of equal variances (Snedecor & Cochran 1989). Very sensitive to shapes that are
 * not normal: prefer Levene. `largestRatio` is the largest variance over the smallest. Refuses
 * what one-way ANOVA refuses and a group that does not vary.
 */
export function testEqualVariances(
  values: Column,
  labels: readonly (string | number | null)[],
): Result<Bartlett> {
  const read = splitByLabel(values, labels)
  if (!read.ok) return read
  const groups = read.groups.map(momentsOf)
  const smallest = Math.min(...groups.map((m) => m.sd))
  if (!(smallest > 0)) return refuse('ZeroVariance', 'a group does not vary')
  // Variances in units of the smallest, so that their logarithms neither over- nor underflow.
  const variances = groups.map((m) => (m.sd / smallest) ** 2)
  const dfs = groups.map((m) => m.n - 1)
  const df = sumOf(dfs)
  const pooled = sumOf(variances.map((v, i) => v * (dfs[i] ?? 0))) / df
  const logs = sumOf(variances.map((v, i) => Math.log(v) * (dfs[i] ?? 0)))
  const k = groups.length
  const correction = 1 + (sumOf(dfs.map((d) => 1 / d)) - 1 / df) / (3 * (k - 1))
  const chiSquare = Math.max(0, (df * Math.log(pooled) - logs) / correction)
  return conclude({
    estimate: { name: 'largest variance ratio', value: Math.max(...variances) },
    value: {
      chiSquare,
      df: k - 1,
      p: chiSquareUpper(chiSquare, k - 1),
      largestRatio: Math.max(...variances),
    },
    n: df + k,
    missing: read.missing,
    method: { id: 'bartlett-variances', name: 'Bartlett test of equal variances' },
    assumptions: [assumptions.independentUnits, assumptions.normalWithin],
  })
}
