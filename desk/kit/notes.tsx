import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '../../core/kit/outcome.ts'
import { ServerTrouble } from '../sync/server.ts'
import type { Doing } from './doing.ts'
import { Icon } from './icon.tsx'
import { refusalText, text, textOrNull } from './text.ts'

/** The rules said no: the reason, and nothing was changed. */
export function RefusalNote({
  refusal,
  children,
}: {
  readonly refusal: Refusal
  readonly children?: ReactNode
}) {
  return (
    <Alert role="alert" color="kite" icon={<Icon name="warning" />} variant="light">
      <Text c="gray.9">{refusalText(refusal)}</Text>
      {children}
    </Alert>
  )
}

/** What the person can do about it, for whatever was thrown. */
export function troubleText(trouble: unknown): string {
  if (trouble instanceof ServerTrouble) {
    return text(`sync:troubles.${trouble.id}`)
  }
  if (trouble instanceof DOMException) {
    return textOrNull(`sync:storeTroubles.${trouble.name}`) ?? text('sync:storeTroubles.other')
  }
  return text('kit:bug')
}

/** The world said no: what happened, what is safe, what to do next. */
export function TroubleNote({
  trouble,
  onRetry,
}: {
  readonly trouble: unknown
  readonly onRetry?: () => void
}) {
  const trace = trouble instanceof ServerTrouble ? trouble.trace : null
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="warning" />} variant="light">
      <Text c="gray.9">{troubleText(trouble)}</Text>
      {trace !== null && (
        <Text size="sm" c="gray.7">
          {text('kit:trace', { trace })}
        </Text>
      )}
      {onRetry !== undefined && (
        <Button mt="xs" variant="default" onClick={onRetry}>
          {text('kit:retry')}
        </Button>
      )}
    </Alert>
  )
}

/** Whatever became of an act that did not succeed; nothing while all is well. */
export function DoingNote({ doing }: { readonly doing: Doing }) {
  if (doing.refusal !== null) return <RefusalNote refusal={doing.refusal} />
  if (doing.trouble !== null) return <TroubleNote trouble={doing.trouble} />
  return null
}

export function Loading({ label }: { readonly label?: string }) {
  return (
    <Group role="status" gap="sm" p="md">
      <Loader size="sm" />
      <Text>{label ?? text('kit:loading')}</Text>
    </Group>
  )
}
