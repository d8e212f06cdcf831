import type { Wording } from '../write-numbers.ts'

/** Fewer families than this are looked at one by one. */
const fewFamilies = 5

/** What must be known about an answer over several families: how few they are, and how many have nothing to count. */
export function noteMissingFamilies(
  all: number,
  counted: number,
  { translate }: Wording,
): readonly string[] {
  if (all < 2) return []
  return [
    ...(counted > 0 && counted < fewFamilies
      ? [translate('evaluation:missing.few', { count: counted })]
      : []),
    ...(all > counted ? [translate('evaluation:missing.without', { count: all - counted })] : []),
  ]
}
