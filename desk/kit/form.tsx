import type { FormEvent, ReactNode } from 'react'
import { Stack } from '@mantine/core'

/** A form that never leaves the page; Enter does what the main button does. */
export function Form({
  onSubmit,
  children,
  label,
}: {
  readonly onSubmit: () => void
  readonly children: ReactNode
  readonly label?: string
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} aria-label={label} noValidate={false}>
      <Stack gap="md">{children}</Stack>
    </form>
  )
}
