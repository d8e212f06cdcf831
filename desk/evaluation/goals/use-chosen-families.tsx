import type { ReactNode } from 'react'
import { seat } from '../../../core/groupwork/seat.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { ChoiceField } from '../choice-field.tsx'
import { useChoice } from '../use-choice.ts'
import { newestFirst } from '../use-measured-groups.ts'

const everyone = 'all'

/** The families of one group, or all of them. */
export function useChosenFamilies(): {
  readonly groupId: string | null
  readonly here: (familyId: string) => boolean
  readonly field: ReactNode
} {
  const groups = newestFirst(useRecords(supportGroup))
  const seats = useRecords(seat)
  const [chosen, choose] = useChoice('group', [everyone, ...groups.map(({ id }) => id)])
  const members = new Set(
    seats.filter(({ groupId }) => groupId === chosen).map(({ familyId }) => familyId),
  )
  return {
    groupId: chosen === everyone ? null : chosen,
    here: (familyId) => chosen === everyone || members.has(familyId),
    field: (
      <ChoiceField
        label={text('evaluation:goal.whose')}
        value={chosen}
        options={[
          { value: everyone, label: text('evaluation:goal.everyone') },
          ...groups.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={choose}
      />
    ),
  }
}
