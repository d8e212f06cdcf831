import { assumptions } from '../assumptions.ts'
import { binomialLower, binomialUpper, chiSquareUpper } from '../numeric/distributions.ts'
import { pickTail } from '../paired/test-signed-rank.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export type McNemar = {
  p: number
  /** Chi-square with and without continuity correction. */
  chiSquareCorrected: { chiSquare: number; p: number }
  chiSquare: { chiSquare: number; p: number }
  /** Change of the share, second minus first. */
  difference: number
}

/**
 * McNemar's test of a yes/no answer given twice: exact binomial p on the two ways of changing.
 * `gained` went from no to yes, `lost` from yes to no. Refuses counts that are not whole numbers
 * and a table in which nobody changed.
 */
export function testPairedShares(counts: {
  bothYes: number
  lost: number
  gained: number
  bothNo: number
}): Result<McNemar> {
  const { bothYes, lost, gained, bothNo } = counts
  if ([bothYes, lost, gained, bothNo].some((c) => !Number.isInteger(c) || c < 0)) {
    return refuse('OutOfRange', 'a count is not a whole number from 0')
  }
  const changed = lost + gained
  if (changed === 0) return refuse('AllZeroDifferences', 'nobody changed')
  const n = bothYes + lost + gained + bothNo
  const byChi = (distance: number) => {
    const chiSquare = distance ** 2 / changed
    return { chiSquare, p: chiSquareUpper(chiSquare, 1) }
  }
  const distance = Math.abs(gained - lost)
  const tails = {
    lower: binomialLower(gained, changed, 0.5),
    upper: binomialUpper(gained, changed, 0.5),
  }
  return conclude({
    estimate: { name: 'change of the share', value: (gained - lost) / n },
    value: {
      p: pickTail(tails, 'two-sided'),
      chiSquareCorrected: byChi(Math.max(0, distance - 1)),
      chiSquare: byChi(distance),
      difference: (gained - lost) / n,
    },
    n,
    method: { id: 'mcnemar-exact', name: 'McNemar test, exact binomial' },
    assumptions: [assumptions.independentUnits],
  })
}
