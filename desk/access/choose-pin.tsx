import { Alert, Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { SecretInput } from '../kit/secret-input.tsx'
import { text } from '../kit/text.ts'
import { choosePin } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import type { LoginAnswer } from '../sync/server-shapes.ts'
import type { SealedStoreCount } from '../sync/stage.ts'
import { Door } from './door.tsx'

/** First time on this device, or after the PIN was forgotten: then it says what stays shut before anything happens. */
export function ChoosePin({
  account,
  sealed,
}: {
  readonly account: LoginAnswer
  readonly sealed: readonly SealedStoreCount[]
}) {
  const desk = useDesk()
  const doing = useDoing()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const differs = again !== '' && again !== pin
  const unsent = sealed.reduce((sum, one) => sum + one.unsent, 0)
  const submit = () => {
    if (pin === again) void doing.run(() => choosePin(desk, account, pin))
  }
  return (
    <Door title={text('access:pin.chooseTitle')}>
      <Text fw={600}>{text('access:pin.welcomeBack', { name: account.staff.name })}</Text>
      <Text>{text('access:pin.chooseHint')}</Text>
      {sealed.length > 0 && (
        <Alert color={unsent > 0 ? 'kite' : 'gray'}>
          <Text c="gray.9">
            {unsent > 0
              ? text('access:pin.sealedUnsent', { count: unsent })
              : text('access:pin.sealedNone')}
          </Text>
          {unsent > 0 && (
            <Text c="gray.9" fw={600}>
              {text('access:pin.sealedUrgent')}
            </Text>
          )}
          <Anchor
            component="button"
            type="button"
            onClick={() => desk.go({ at: 'unlock', account })}
          >
            {text('access:pin.tryAgain')}
          </Anchor>
        </Alert>
      )}
      <Form onSubmit={submit}>
        <SecretInput
          label={text('access:pin.label')}
          description={text('access:pin.rules')}
          required
          minLength={6}
          autoComplete="new-password"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <SecretInput
          label={text('access:pin.again')}
          required
          autoComplete="new-password"
          error={differs ? text('access:pin.differ') : undefined}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <DoingNote doing={doing} />
        {doing.busy && <Text role="status">{text('access:pin.working')}</Text>}
        <Button type="submit" size="md" loading={doing.busy}>
          {text('access:pin.choose')}
        </Button>
      </Form>
    </Door>
  )
}
