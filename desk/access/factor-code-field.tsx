import { TextInput } from '@mantine/core'
import { text } from '../kit/text.ts'

/** Six digits or a printed code: one field, so that nobody has to choose first. */
export function FactorCodeField({
  value,
  onChange,
  focus = false,
  label = text('access:factor.code'),
  hint = text('access:factor.codeHint'),
}: {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly focus?: boolean
  readonly label?: string
  readonly hint?: string
}) {
  return (
    <TextInput
      label={label}
      description={hint}
      required
      autoFocus={focus}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
