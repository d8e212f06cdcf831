import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

export interface DateFieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly min?: string
  readonly max?: string
  readonly required?: boolean
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly disabled?: boolean
}

/** A calendar day with the device's own date picker, which its owner knows. */
export function DateField({
  value,
  onChange,
  min = '1900-01-01',
  max = '2100-12-31',
  ...field
}: DateFieldProps) {
  return (
    <TextInput
      {...field}
      type="date"
      min={min}
      max={max}
      value={value ?? ''}
      onChange={(event) => {
        const day = event.currentTarget.value
        onChange(day === '' ? null : day)
      }}
    />
  )
}
