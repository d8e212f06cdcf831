import { type Effect, neutralOf } from './source-facts.ts'

/** Where the marks of an effect stand on a line from 0 to 1, and the numbers at its ends. */
export interface PlacedEffect {
  readonly from: number
  readonly to: number
  readonly value: number | null
  /** The mark of no effect; null where the measure has none. */
  readonly neutral: number | null
}

/** EVI-3: drawn only where an interval or a range is stated; a ratio on its own logarithmic scale. */
export function placeEffect({ measure, value, from, to }: Effect): PlacedEffect | null {
  if (from === null || to === null) return null
  const neutral = neutralOf(measure)
  const known = [from, to, value, neutral].filter((one) => one !== null)
  const isLog = measure === 'ratio' && known.every((one) => one > 0)
  const scale = (at: number): number => (isLog ? Math.log(at) : at)
  const scaled = known.map(scale)
  const [least, most] = [Math.min(...scaled), Math.max(...scaled)]
  if (least === most) return null
  const room = (most - least) * 0.08
  const place = (at: number): number => (scale(at) - least + room) / (most - least + 2 * room)
  return {
    from: place(from),
    to: place(to),
    value: value === null ? null : place(value),
    neutral: neutral === null ? null : place(neutral),
  }
}
