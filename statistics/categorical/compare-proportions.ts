import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { conclude, refuse } from '../result.ts'
import type { Interval, Result } from '../result.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type ProportionComparison = {
  shareX: number
  shareY: number
  difference: number
  intervalX: Interval
  intervalY: Interval
  /** Pearson chi-square without continuity correction; null when both shares are 0 or both 1. */
  chiSquare: number | null
  p: number | null
  /** Ratio of the shares and of the odds; null when a zero makes them undefined. */
  ratio: number | null
  oddsRatio: number | null
}

/**
 * Difference of two independent shares (x - y) with Newcombe's hybrid score interval (1998, method
 * 10, from the two Wilson intervals). Refuses counts that are not whole numbers or exceed their total.
 */
export function compareProportions(
  x: { successes: number; n: number },
  y: { successes: number; n: number },
  options: { level?: number } = {},
): Result<ProportionComparison> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  for (const { successes, n } of [x, y]) {
    const whole = Number.isInteger(successes) && Number.isInteger(n)
    if (!whole || n < 1 || successes < 0 || successes > n) {
      return refuse('OutOfRange', `${successes} of ${n} is not a count out of a total`)
    }
  }
  const [shareX, shareY] = [x.successes / x.n, y.successes / y.n]
  const difference = shareX - shareY
  const [a, b] = [wilsonInterval(x.successes, x.n, level), wilsonInterval(y.successes, y.n, level)]
  const total = x.n + y.n
  const pooled = (x.successes + y.successes) / total
  const spread = pooled * (1 - pooled) * (1 / x.n + 1 / y.n)
  const chiSquare = spread > 0 ? difference ** 2 / spread : null
  const lost = { x: x.n - x.successes, y: y.n - y.successes }
  const defined = y.successes > 0
  return conclude({
    estimate: { name: 'difference of shares', value: difference },
    interval: {
      low: difference - Math.hypot(shareX - a.low, b.high - shareY),
      high: difference + Math.hypot(a.high - shareX, shareY - b.low),
      level,
      method: 'newcombe-10',
    },
    value: {
      shareX,
      shareY,
      difference,
      intervalX: a,
      intervalY: b,
      chiSquare,
      p: chiSquare === null ? null : chiSquareUpper(chiSquare, 1),
      ratio: defined ? shareX / shareY : null,
      oddsRatio: defined && lost.x > 0 ? (x.successes * lost.y) / (lost.x * y.successes) : null,
    },
    n: total,
    method: { id: 'proportions-newcombe', name: 'Two shares, Newcombe hybrid score interval' },
    assumptions: [assumptions.independentUnits],
  })
}
