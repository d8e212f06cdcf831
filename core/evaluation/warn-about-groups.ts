import type { GroupComparison } from './compare-survey-groups.ts'
import type { SurveyGroup, SurveyLine } from './evaluate-survey-change.ts'
import { isToldAsFew } from './survey/hide-small-cells.ts'
import type { ChangeWarning } from './warn-about-change.ts'

interface ShownGroups {
  readonly groups: readonly SurveyGroup[]
  readonly lines: readonly SurveyLine[]
  readonly comparison: GroupComparison | null
}

/** EVA-10 for groups of a survey: of those that are shown, and outside the team with no count of fewer than five. */
export function warnAboutGroups(
  { groups, lines, comparison }: ShownGroups,
  outside: boolean,
): readonly ChangeWarning[] {
  const smallest = groups.toSorted((left, right) => left.numbers.n - right.numbers.n)[0]
  const missing = groups.reduce(
    (sum, { answeredBefore, answeredAfter, numbers }) =>
      sum + answeredBefore + answeredAfter - 2 * numbers.n,
    0,
  )
  const moved = lines.filter((line) => line.moved).length
  const found: readonly (ChangeWarning & { readonly holds: boolean })[] = [
    { id: 'noComparison', details: {}, holds: comparison === null },
    { id: 'groupAndTreatment', details: {}, holds: comparison !== null },
    { ...saySmallest(smallest), holds: smallest !== undefined && smallest.numbers.n < 5 },
    { ...sayCount('someMissing', 'fewMissing', missing, outside), holds: missing > 0 },
    { ...sayCount('groupsChanged', 'fewGroupsChanged', moved, outside), holds: moved > 0 },
    { id: 'slopesDiffer', details: {}, holds: comparison?.slopesDiffer === true },
  ]
  return found.filter(({ holds }) => holds).map(({ id, details }) => ({ id, details }))
}

/** With several groups the reader must know which of them is meant. */
function saySmallest(group: SurveyGroup | undefined): ChangeWarning {
  const n = group?.numbers.n ?? 0
  const label = group?.label ?? ''
  return label === ''
    ? { id: 'verySmallGroup', details: { n } }
    : { id: 'smallGroupNamed', details: { n, group: label } }
}

function sayCount(
  id: ChangeWarning['id'],
  few: ChangeWarning['id'],
  count: number,
  outside: boolean,
): ChangeWarning {
  return isToldAsFew(count, outside) ? { id: few, details: {} } : { id, details: { count } }
}
