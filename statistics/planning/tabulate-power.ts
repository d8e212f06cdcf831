import { refuseLevel } from '../columns.ts'
import { logChoose } from '../numeric/special.ts'
import { smallestSignP } from '../paired/warn-small-pairs.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import { findDetectableEffect, findPower } from './find-power.ts'

export type PowerRow = {
  n: number
  /** Power for each effect asked for, in the same order. */
  power: number[]
  /** Smallest d found with the wanted power; null when none below 100 SD is. */
  detectable: number | null
  /** Smallest two-sided p that the exact rank test of this size can ever reach. */
  smallestRankP: number
  /** The same after Holm over three comparisons. */
  smallestRankPOfThree: number
}
export type PowerTable = { effects: number[]; rows: PowerRow[]; alpha: number; power: number }

/**
 * What a small group can show, before it starts: power for several effects, the smallest detectable
 * effect and the smallest p of the exact rank test, for each size (pairs, or people per group).
 * Refuses sizes below 2 or above 100,000 and an empty list.
 */
export function tabulatePower(
  design: 'paired' | 'two-groups',
  sizes: readonly number[],
  effects: readonly number[],
  options: { alpha?: number; power?: number } = {},
): Result<PowerTable> {
  const { alpha = 0.05, power = 0.8 } = options
  const wrong = refuseLevel(alpha) ?? refuseLevel(power)
  if (wrong !== null) return wrong
  if (sizes.length === 0) return refuse('TooFewValues', 'no size')
  if (sizes.some((n) => !Number.isInteger(n) || n < 2 || n > 100_000)) {
    return refuse('OutOfRange', 'a size is not a whole number from 2 to 100,000')
  }
  if (effects.some((effect) => !(Math.abs(effect) <= 20))) {
    return refuse('OutOfRange', 'an effect lies beyond 20 SD')
  }
  const rows: PowerRow[] = []
  for (const n of sizes) {
    const powers: number[] = []
    for (const effect of effects) {
      const found = findPower(
        design === 'paired'
          ? { kind: 'paired', n, effect }
          : { kind: 'two-groups', nX: n, nY: n, effect },
        { alpha },
      )
      if (!found.ok) return found
      powers.push(found.value.power)
    }
    const detectable = findDetectableEffect(design, n, { alpha, power })
    const smallest =
      design === 'paired' ? smallestSignP(n) : Math.min(1, 2 * Math.exp(-logChoose(2 * n, n)))
    rows.push({
      n,
      power: powers,
      detectable: detectable.ok ? detectable.value.effect : null,
      smallestRankP: smallest,
      smallestRankPOfThree: Math.min(1, 3 * smallest),
    })
  }
  return conclude({
    value: { effects: [...effects], rows, alpha, power },
    n: sizes.length,
    method: { id: `power-table-${design}`, name: `Power of small groups, ${design}` },
  })
}
