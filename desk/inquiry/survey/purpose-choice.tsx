import { NativeSelect } from '@mantine/core'
import { type RowPurpose, rowPurposes } from '../../../core/evaluation/reads-from-outside.ts'
import { text } from '../../kit/index.ts'

/** Somebody from outside says first what the rows are for; it stands in the read log. */
export function PurposeChoice({
  value,
  onChange,
}: {
  readonly value: RowPurpose | null
  readonly onChange: (purpose: RowPurpose | null) => void
}) {
  return (
    <NativeSelect
      label={text('inquiry:survey.purpose')}
      description={text('inquiry:survey.purposeHint')}
      value={value ?? ''}
      data={[
        { value: '', label: text('inquiry:survey.noPurpose') },
        ...rowPurposes.map((one) => ({ value: one, label: text(`inquiry:survey.${one}`) })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(rowPurposes.find((one) => one === currentTarget.value) ?? null)
      }
    />
  )
}
