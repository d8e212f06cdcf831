import type { SurveyScaleChange } from '../evaluate-survey-change.ts'
import { leastShown } from './hide-small-cells.ts'

/** EVA-26: for readers outside the team a group of fewer than five with both scores is not there, nor is a comparison with it. */
export function hideSmallGroups(scale: SurveyScaleChange): SurveyScaleChange {
  const shown = scale.groups.filter(({ numbers }) => numbers.n >= leastShown)
  if (shown.length === scale.groups.length) return scale
  const labels = new Set(shown.map(({ label }) => label))
  const comparison =
    scale.comparison === null
      ? null
      : {
          ...scale.comparison,
          contrasts: scale.comparison.contrasts.filter(
            ({ first, second }) => labels.has(first) && labels.has(second),
          ),
          ancova: null,
        }
  return {
    ...scale,
    groups: shown,
    lines: scale.lines.filter(({ group }) => labels.has(group)),
    comparison,
  }
}
