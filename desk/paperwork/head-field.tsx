import { Textarea } from '@mantine/core'

interface HeadFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** What only a person can write. */
export function HeadField({ label, value, onChange }: HeadFieldProps) {
  return (
    <Textarea
      label={label}
      value={value}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={8000}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
