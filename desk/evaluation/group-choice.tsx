import { EmptyState, text } from '../kit/index.ts'
import { ChoiceField } from './choice-field.tsx'
import type { MeasuredGroup } from './use-measured-groups.ts'
import { useChoice } from './use-choice.ts'

/** Which of the measured groups; the newest unless somebody chooses. */
export function useGroupChoice(
  groups: readonly MeasuredGroup[],
  name = 'group',
): readonly [MeasuredGroup | null, (groupId: string) => void] {
  const [chosen, choose] = useChoice(
    name,
    groups.map(({ group }) => group.id),
  )
  return [groups.find(({ group }) => group.id === chosen) ?? null, choose]
}

export function GroupChoice({
  groups,
  chosen,
  onChoose,
}: {
  readonly groups: readonly MeasuredGroup[]
  readonly chosen: MeasuredGroup
  readonly onChoose: (groupId: string) => void
}) {
  return (
    <ChoiceField
      label={text('evaluation:home.group')}
      value={chosen.group.id}
      options={groups.map(({ group }) => ({ value: group.id, label: group.title }))}
      onChange={onChoose}
    />
  )
}

export function NoMeasuredGroup() {
  return (
    <EmptyState
      title={text('evaluation:group.notTwo')}
      hint={text('evaluation:group.notTwoHint')}
    />
  )
}
