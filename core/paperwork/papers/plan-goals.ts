import { meetingsOfGoal } from '../../groupwork/planning/check-goals.ts'
import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import { blankRows } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

/** A specific goal of the group: what will be seen, where it shows, how it is now and what is hoped for. */
export const goalColumns: readonly DeclaredField[] = [
  ['goal', '具体目标'],
  ['goalTarget', '目标方向'],
  ['goalIndicator', '指标'],
  ['goalSource', '从哪里看'],
  ['goalBaseline', '现在'],
  ['goalHopedFor', '希望达到'],
  ['goalMeetings', '在第几节'],
]

const fewestLines = 3

/** Every goal that is written down; while there is none, lines to write some by hand. */
export function fillGoals({ goals, meetings, wording }: GroupPaperInput): readonly FieldValues[] {
  if (goals.length === 0)
    return blankRows(
      goalColumns.map(([id]) => id),
      fewestLines,
    )
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  return goals
    .toSorted((left, right) => left.id.localeCompare(right.id))
    .map((goal) => ({
      goal: goal.text,
      goalTarget: goal.target === null ? '' : translate(`groupwork:target.${goal.target}`),
      goalIndicator: goal.indicator,
      goalSource: goal.source === null ? '' : translate(`groupwork:planning.source.${goal.source}`),
      goalBaseline: goal.baseline,
      goalHopedFor: goal.hopedFor,
      goalMeetings: meetingsOfGoal(goal, meetings)
        .map(({ no }) => no)
        .toSorted((left, right) => left - right)
        .join(gap),
    }))
}
