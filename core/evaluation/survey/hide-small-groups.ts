import { compareSurveyGroups } from '../compare-survey-groups.ts'
import type { SurveyScaleChange } from '../evaluate-survey-change.ts'
import { warnAboutGroups } from '../warn-about-groups.ts'
import { leastShown } from './hide-small-cells.ts'

/**
 * EVA-26: for readers outside the team a group of fewer than five with both scores is not there, nor anything that it went
 * into: groups are compared, and warned of, as if only those that are shown had been asked.
 */
export function hideSmallGroups(scale: SurveyScaleChange): SurveyScaleChange {
  const groups = scale.groups.filter(({ numbers }) => numbers.n >= leastShown)
  const labels = groups.map(({ label }) => label)
  const isWhole = groups.length === scale.groups.length
  const lines = isWhole ? scale.lines : scale.lines.filter(({ group }) => labels.includes(group))
  const comparison = isWhole ? scale.comparison : compareSurveyGroups(lines, labels)
  const shown = { groups, lines, comparison }
  return { ...scale, ...shown, warnings: warnAboutGroups(shown, true) }
}
