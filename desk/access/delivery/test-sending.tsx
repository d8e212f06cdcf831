import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DeliveryKind } from '../../../core/contact/delivery/notice.ts'
import { Form } from '../../kit/form.tsx'
import { currentLanguage, text } from '../../kit/text.ts'
import { Outcome } from '../../sync/delivery/send-by-agency.tsx'
import { useSending } from '../../sync/delivery/use-sending.ts'

/** To oneself, so that a wrong setting is found before a family waits for a message. */
export function TestSending({
  kind,
  words,
  onSent,
}: {
  readonly kind: DeliveryKind
  readonly words: string
  readonly onSent: () => void
}) {
  const sending = useSending()
  const [to, setTo] = useState('')
  const send = () =>
    void sending
      .send('/api/delivery/channels/test', { kind, to: to.trim(), language: currentLanguage() })
      .then((notice) => {
        if (notice !== null) onSent()
      })
  return (
    <Form onSubmit={send}>
      <TextInput
        label={text(`delivery:settings.test.to.${kind}`)}
        description={text('delivery:settings.test.hint', { words })}
        required
        maxLength={200}
        autoComplete="off"
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Outcome sending={sending} />
      <div>
        <Button type="submit" variant="default" loading={sending.doing.busy}>
          {text('delivery:settings.test.send')}
        </Button>
      </div>
    </Form>
  )
}
