import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { text } from './text.ts'

/** A field for what nobody else should see, with the button that shows it named in the person's language. */
export function SecretInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      {...props}
      visibilityToggleButtonProps={{ 'aria-label': text('kit:showSecret') }}
    />
  )
}
