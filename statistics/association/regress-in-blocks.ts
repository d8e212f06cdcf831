import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { fUpper } from '../numeric/distributions.ts'
import type { FTest } from '../numeric/compare-fits.ts'
import { keepCompleteRows } from '../columns.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { regress } from './regress.ts'
import type { Predictor, Regression } from './regress.ts'

export type RegressionStep = Regression & {
  rSquaredChange: number
  /** F test of what this block adds. */
  change: FTest
}
export type BlockRegression = { steps: RegressionStep[] }

/**
 * Hierarchical regression: blocks of predictors entered one after the other, all on the rows that
 * are complete in every block, each step with its change of R squared and F test (Cohen & Cohen).
 * Refuses what one regression refuses, and fewer than two blocks.
 */
export function regressInBlocks(
  outcome: Column,
  blocks: readonly (readonly Predictor[])[],
  options: { level?: number } = {},
): Result<BlockRegression> {
  if (blocks.length < 2) return refuse('TooFewGroups', `${blocks.length} blocks; at least 2 needed`)
  if (blocks.some((block) => block.length === 0)) return refuse('TooFewGroups', 'a block is empty')
  const all = blocks.flat()
  const read = keepCompleteRows([outcome, ...all.map((predictor) => predictor.values)])
  if (!read.ok) return read
  const [y = [], ...x] = read.kept
  const complete = all.map(({ name }, i) => ({ name, values: at(x, i) }))
  const steps: RegressionStep[] = []
  for (const [i] of blocks.entries()) {
    const used = blocks.slice(0, i + 1).flat().length
    const fit = regress(y, complete.slice(0, used), options)
    if (!fit.ok) return fit
    steps.push({ ...fit.value, ...measureChange(steps[i - 1] ?? null, fit.value) })
  }
  const last = at(steps, steps.length - 1)
  return conclude({
    estimate: { name: 'R squared of all blocks', value: last.rSquared },
    value: { steps },
    n: y.length,
    missing: { count: read.missing, handling: 'complete-cases' },
    method: { id: 'ols-blocks', name: 'Hierarchical linear regression' },
    assumptions: [assumptions.independentUnits, assumptions.linear, assumptions.equalVariances],
  })
}

function measureChange(
  before: Regression | null,
  after: Regression,
): Pick<RegressionStep, 'rSquaredChange' | 'change'> {
  if (before === null) return { rSquaredChange: after.rSquared, change: after.test }
  const rSquaredChange = Math.max(0, after.rSquared - before.rSquared)
  const df1 = after.test.df1 - before.test.df1
  const df2 = after.test.df2
  const f = rSquaredChange / df1 / ((1 - after.rSquared) / df2)
  return { rSquaredChange, change: { f, df1, df2, p: fUpper(f, df1, df2) } }
}
