import { NativeSelect } from '@mantine/core'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One of many, by name. */
export function ChoiceField({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly options: readonly Choice[]
  readonly onChange: (value: string) => void
}) {
  return (
    <NativeSelect
      className="no-print"
      label={label}
      description={hint}
      value={value}
      data={[...options]}
      maw="28em"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
