import { type FormEvent, type ReactNode, useState } from 'react'
import { Stack, Text } from '@mantine/core'
import { findUnfit } from './find-unfit.ts'

/**
 * A form that never leaves the page; Enter does what the main button does. What is not filled in is said in the person's own
 * language, where a browser would say it in its own.
 */
export function Form({
  onSubmit,
  children,
  label,
}: {
  readonly onSubmit: () => void
  readonly children: ReactNode
  readonly label?: string
}) {
  const [unfit, setUnfit] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = findUnfit(event.currentTarget)
    setUnfit(found?.words ?? null)
    if (found === null) onSubmit()
    else found.field.focus()
  }
  return (
    <form onSubmit={submit} aria-label={label} noValidate>
      <Stack gap="md">
        {children}
        {unfit !== null && (
          <Text role="alert" c="kite.8" fw={600}>
            {unfit}
          </Text>
        )}
      </Stack>
    </form>
  )
}
