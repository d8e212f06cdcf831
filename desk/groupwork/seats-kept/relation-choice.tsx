import { NativeSelect } from '@mantine/core'
import { standInRelations, type StandInRelation } from '../../../core/groupwork/attendance.ts'
import { text } from '../../kit/index.ts'

/** As what somebody sits there; nobody has to say. */
export function RelationChoice({
  question,
  value,
  onChoose,
}: {
  readonly question: string
  readonly value: StandInRelation | null
  readonly onChoose: (relation: StandInRelation | null) => void
}) {
  return (
    <NativeSelect
      size="sm"
      label={question}
      data={[
        { value: '', label: '–' },
        ...standInRelations.map((one) => ({
          value: one,
          label: text(`groupwork:standInAs.${one}`),
        })),
      ]}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChoose(standInRelations.find((one) => one === chosen) ?? null)
      }}
    />
  )
}
