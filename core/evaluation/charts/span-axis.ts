import type { Reach } from './chart-spec.ts'

/** Round limits that hold every value and zero, with a little air: an axis of changes always shows "no change". */
export function spanAxis(values: readonly number[]): {
  readonly min: number
  readonly max: number
} {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = stepOf(high - low, 6)
  const min = Math.floor(low / step) * step
  const max = Math.ceil(high / step) * step
  return { min: tidy(min === low ? min - step : min), max: tidy(max === high ? max + step : max) }
}

export interface Ticks {
  readonly min: number
  readonly max: number
  readonly interval: number
}

/**
 * Ticks at equal distances from end to end, so that no number stands close beside the last one. Ends that have a
 * divisor in common (a scale of 7 to 35) stay as they are; others move outward to the next round number.
 */
export function spaceTicks(min: number, max: number): Ticks {
  const shared = sharedStep(min, max)
  if (shared !== null) return { min, max, interval: shared }
  const interval = stepOf(max - min, 7)
  return {
    min: tidy(Math.floor(tidy(min / interval)) * interval),
    max: tidy(Math.ceil(tidy(max / interval)) * interval),
    interval,
  }
}

/** The step nearest to five ticks' distance that both ends are multiples of; null where none gives three to eight. */
function sharedStep(min: number, max: number): number | null {
  if (!Number.isInteger(min) || !Number.isInteger(max) || max <= min) return null
  const width = max - min
  const steps = [3, 4, 5, 6, 7, 8].flatMap((count) => {
    const step = width / count
    return Number.isInteger(step) && min % step === 0 ? [{ step, off: Math.abs(count - 5) }] : []
  })
  return steps.toSorted((left, right) => left.off - right.off)[0]?.step ?? null
}

/** 1, 2 or 5 times a power of ten, at most so many of them over the width. */
function stepOf(width: number, most: number): number {
  if (!(width > 0)) return 1
  const rough = width / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return tidy(factor * power)
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

export function endsOf(reach: Reach | null): readonly number[] {
  return reach === null ? [] : [reach.low, reach.high]
}
