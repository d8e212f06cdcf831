import { Button, Modal, Stack, Text } from '@mantine/core'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { text } from '../kit/text.ts'
import { renewSession } from '../sync/desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import { NameAndPasswordFields, useNameAndPassword } from './name-and-password.tsx'

/** The session has ended while somebody works: sign in beside the work, and sending goes on. */
export function RenewSession({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk()
  const doing = useDoing()
  const entered = useNameAndPassword()
  const submit = async () => {
    const done = await doing.run(async () => {
      const outcome = entered.hear(await renewSession(desk, entered.login))
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
          <NameAndPasswordFields entered={entered} />
          <DoingNote doing={doing} />
          <Button type="submit" loading={doing.busy}>
            {text('access:login.submit')}
          </Button>
        </Form>
      </Stack>
    </Modal>
  )
}
