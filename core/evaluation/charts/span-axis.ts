import type { Reach } from './chart-spec.ts'

/** Round limits that hold every value and zero, with a little air: an axis of changes always shows "no change". */
export function spanAxis(values: readonly number[]): {
  readonly min: number
  readonly max: number
} {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = stepOf(high - low)
  const min = Math.floor(low / step) * step
  const max = Math.ceil(high / step) * step
  return { min: tidy(min === low ? min - step : min), max: tidy(max === high ? max + step : max) }
}

/** 1, 2 or 5 times a power of ten, about six of them over the width. */
function stepOf(width: number): number {
  if (!(width > 0)) return 1
  const rough = width / 6
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return factor * power
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

export function endsOf(reach: Reach | null): readonly number[] {
  return reach === null ? [] : [reach.low, reach.high]
}
