import type { ScaleChange } from '../evaluation/evaluate-change.ts'
import { readWords } from '../inquiry/words.ts'
import { writeSide } from '../evaluation/describe-change.ts'
import type { SummaryInput } from './summary-input.ts'

const relationship = ['communication', 'interaction', 'trust'] as const

/**
 * Which scales get pages of their own. What a person ticked; otherwise the totals and the scales whose interval leaves
 * out "no change"; where there are none, the three relationship dimensions, or all. The rest stays in the table of all
 * scales with the same figures, so that nothing is picked out by its result unseen.
 */
export function chooseDetailed(
  scales: readonly ScaleChange[],
  scaleIds: SummaryInput['scaleIds'],
): readonly ScaleChange[] {
  if (scaleIds !== null) return scales.filter(({ id }) => scaleIds.includes(id))
  const first = scales.filter((scale) => scale.isTotal || hasChanged(scale))
  if (first.length > 0) return first
  const dimensions = scales.filter(({ tags }) => relationship.some((tag) => tags.includes(tag)))
  return dimensions.length > 0 ? dimensions : scales
}

/** The interval of the mean change leaves out 0. */
export function hasChanged({ numbers: { interval } }: ScaleChange): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0)
}

/** Says which scales have pages and where the others are. */
export function noteDetailed(
  detailed: readonly ScaleChange[],
  all: readonly ScaleChange[],
  { scaleIds, wording }: Pick<SummaryInput, 'scaleIds' | 'wording'>,
): string {
  const { translate, language } = wording
  const rest = all.length - detailed.length
  if (rest === 0) return ''
  const titles = detailed
    .map((scale) => `${readWords(scale.title, language)}${writeSide(scale, translate)}`)
    .join(translate('paperwork:summary.nameGap'))
  const why = scaleIds !== null ? 'chosen' : detailed.some(isFirst) ? 'changed' : 'dimensions'
  return translate(`paperwork:detail.${why}`, { titles, count: rest })
}

function isFirst(scale: ScaleChange): boolean {
  return scale.isTotal || hasChanged(scale)
}
