import { NumberInput, TextInput } from '@mantine/core'
import { DateField, text } from '../../kit/index.ts'

interface WhenFields {
  readonly onDay: string
  readonly at: string
  readonly minutes: number | null
}

/** Day, hour and how long; an emptied day stays as it was. */
export function TimeFields({
  fields,
  set,
  today,
}: {
  readonly fields: WhenFields
  readonly set: (part: Partial<WhenFields>) => void
  readonly today: string
}) {
  return (
    <>
      <DateField
        label={text('observation:fields.onDay')}
        max={today}
        value={fields.onDay}
        onChange={(onDay) => onDay !== null && set({ onDay })}
      />
      <TextInput
        type="time"
        label={text('observation:fields.at')}
        value={fields.at}
        onChange={(event) => set({ at: event.currentTarget.value })}
      />
      <NumberInput
        label={text('observation:fields.minutes')}
        min={1}
        max={600}
        clampBehavior="strict"
        allowDecimal={false}
        value={fields.minutes ?? ''}
        onChange={(value) => set({ minutes: typeof value === 'number' ? value : null })}
      />
    </>
  )
}
