import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { SecretInput } from '../kit/secret-input.tsx'
import { text } from '../kit/text.ts'
import { forgetPin, unlock } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import type { LoginAnswer } from '../sync/server-shapes.ts'
import { Door } from './door.tsx'
import { FoundLink } from './found-link.tsx'

/** Opens what lies encrypted here; needs no network. `account` is known when the person has just signed in. */
export function Unlock({ account }: { readonly account: LoginAnswer | null }) {
  const desk = useDesk()
  const doing = useDoing()
  const [pin, setPin] = useState('')
  const [forgotten, setForgotten] = useState(false)
  const submit = () =>
    void doing.run(async () => {
      const outcome = await unlock(desk, pin, account)
      if (!outcome.ok) setPin('')
      return outcome
    })
  const forget = () => {
    if (account === null) setForgotten(true)
    else forgetPin(desk, account).catch(reportError)
  }
  return (
    <Door title={text('access:pin.unlockTitle')}>
      <Text>
        {account === null
          ? text('access:pin.unlockHint')
          : text('access:pin.welcomeBack', { name: account.staff.name })}
      </Text>
      <Form onSubmit={submit}>
        <SecretInput
          label={text('access:pin.label')}
          required
          autoFocus
          autoComplete="current-password"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <Button type="submit" size="md" loading={doing.busy}>
          {text('access:pin.unlock')}
        </Button>
      </Form>
      {forgotten && <Text>{text('access:pin.forgottenHint')}</Text>}
      <Group>
        {!forgotten && (
          <Anchor component="button" type="button" onClick={forget}>
            {text('access:pin.forgotten')}
          </Anchor>
        )}
        <Anchor
          component="button"
          type="button"
          onClick={() => desk.go({ at: 'signIn', vaults: 1 })}
        >
          {forgotten ? text('access:login.title') : text('access:pin.otherPerson')}
        </Anchor>
        <FoundLink />
      </Group>
    </Door>
  )
}
