import { Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { text } from '../kit/text.ts'
import { renewSession } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'

/** The session has ended while somebody works: sign in beside the work, and sending goes on. */
export function RenewSession({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk()
  const doing = useDoing()
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const submit = async () => {
    const done = await doing.run(async () => {
      const outcome = await renewSession(desk, loginName.trim(), password)
      return outcome.ok ? { ok: true as const, value: true } : outcome
    })
    if (done !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('access:login.again')}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Stack>
        <Text>{text('access:login.againHint')}</Text>
        <Form onSubmit={() => void submit()}>
          <TextInput
            label={text('access:loginName')}
            required
            autoCapitalize="none"
            autoComplete="username"
            value={loginName}
            onChange={(event) => setLoginName(event.currentTarget.value)}
          />
          <PasswordInput
            label={text('access:password')}
            required
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Button type="submit" loading={doing.busy}>
            {text('access:login.submit')}
          </Button>
        </Form>
      </Stack>
    </Modal>
  )
}
