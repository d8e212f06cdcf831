import { TextInput } from '@mantine/core'
import { partialDayShape } from '../../../core/assessment/drawing/facts/partial-day.ts'
import { text } from '../../kit/index.ts'

/** A year, or a year and month, as people remember it. */
export function PartialDayField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <TextInput
      label={label}
      description={text('assessment:drawing.partialDay')}
      inputMode="numeric"
      value={value}
      maxLength={10}
      error={isPartialDay(value) ? undefined : text('assessment:drawing.partialDayWrong')}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  )
}

export function isPartialDay(value: string): boolean {
  return value === '' || partialDayShape.safeParse(value).success
}
