import { compareSurveyGroups } from './compare-survey-groups.ts'
import type { SurveyScaleChange } from './evaluate-survey-change.ts'

/** The group that the others are compared with stands last. */
export function referenceOf({ groups }: Pick<SurveyScaleChange, 'groups'>): string | null {
  return groups.length < 2 ? null : (groups.at(-1)?.label ?? null)
}

/** EVA-11: the same change with another group to compare with; unknown or the same one changes nothing. */
export function chooseReference(scale: SurveyScaleChange, reference: string): SurveyScaleChange {
  const chosen = scale.groups.find(({ label }) => label === reference)
  if (chosen === undefined || scale.comparison === null || referenceOf(scale) === reference)
    return scale
  const groups = [...scale.groups.filter((group) => group !== chosen), chosen]
  const comparison = compareSurveyGroups(
    scale.lines,
    groups.map(({ label }) => label),
  )
  // What was held back from a reader stays held back (EVA-26).
  const hidden = scale.comparison.ancova === null && scale.comparison.noAncova === null
  return {
    ...scale,
    groups,
    comparison: comparison !== null && hidden ? { ...comparison, ancova: null } : comparison,
  }
}
