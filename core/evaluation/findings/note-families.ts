import type { Wording } from '../write-numbers.ts'

/** With fewer families a mean says little, however many lines they have. */
const fewFamilies = 5

/**
 * What must be known about scores of pairs and of brothers and sisters: how few families stand behind them, and that
 * intervals, which take every line to stand by itself, look too narrow (EVA-10).
 */
export function noteFamilies(
  familyOfEach: readonly string[],
  { translate }: Wording,
): readonly string[] {
  const lines = familyOfEach.length
  const families = new Set(familyOfEach).size
  const related = families < lines
  return [
    ...(families > 0 && families < fewFamilies
      ? [
          related
            ? translate('evaluation:missing.few', { count: families })
            : translate('evaluation:warnings.verySmallGroup', { n: lines }),
        ]
      : []),
    ...(related ? [translate('evaluation:warnings.sameFamily', { count: lines, families })] : []),
  ]
}
