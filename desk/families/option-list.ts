import { text } from '../kit/index.ts'
import type { TextKey } from '../kit/text-key.ts'

type RoomKey = Extract<TextKey, `families:${string}`>

/** Options of a select from a list of values and the place of their words. */
export function optionsOf(
  values: readonly string[],
  place: RoomKey,
): { readonly value: string; readonly label: string }[] {
  return values.map((value) => ({ value, label: text(`${place}.${value}`) }))
}

/** The value of a native select back as one of the list. */
export function oneOf<Value extends string>(
  values: readonly Value[],
  chosen: string,
): Value | null {
  return values.find((value) => value === chosen) ?? null
}
