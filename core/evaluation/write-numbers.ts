import type { WordLanguage } from '../inquiry/words.ts'

/** Looks a text up in the language files (`evaluation:describe.change`) and fills its placeholders. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

export interface Wording {
  readonly language: WordLanguage
  readonly translate: Translate
}

/** Half up on the decimal number that people see, not on its binary neighbour; −0 is 0. */
export function roundDecimal(value: number, places: number): number {
  const seen = Number(Math.abs(value).toPrecision(12))
  const rounded = movePoint(Math.round(movePoint(seen, places)), -places)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Moves the decimal point in the written number, so that no binary rounding comes in. */
function movePoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** `12.50`, with a true minus sign. */
export function writeNumber(value: number, places: number): string {
  const rounded = roundDecimal(value, places)
  return `${rounded < 0 ? '\u2212' : ''}${Math.abs(rounded).toFixed(places)}`
}

/** `+2.1`, `−0.4`, `0.0`: a change always shows its sign. */
export function writeSigned(value: number, places: number): string {
  return roundDecimal(value, places) > 0
    ? `+${writeNumber(value, places)}`
    : writeNumber(value, places)
}

export function writeShare(share: number): string {
  return `${writeNumber(share * 100, 0)}%`
}

/** `= 0.031`, `< 0.001`: a p value is never zero. */
export function writeP(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${writeNumber(p, 3)}`
}

/** One decimal on wide scales, two on means of small steps. */
export function placesFor(range: { readonly min: number; readonly max: number }): number {
  return range.max - range.min > 10 ? 1 : 2
}
