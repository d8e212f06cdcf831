import { Alert, Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ConfirmButton } from '../../kit/confirm-button.tsx'
import { useDoing } from '../../kit/doing.ts'
import { Form } from '../../kit/form.tsx'
import { DoingNote } from '../../kit/notes.tsx'
import { announce } from '../../kit/notices.tsx'
import { Section } from '../../kit/section.tsx'
import { SecretInput } from '../../kit/secret-input.tsx'
import { text } from '../../kit/text.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import { dropSealed, listSealed, rescueSealed } from '../../sync/rescue.ts'
import type { SealedStoreCount } from '../../sync/stage.ts'
import styles from './device.module.css'

/** Stores whose PIN was forgotten: still here, still shut. */
export function SealedSection() {
  const { replica, courier, clock } = useOpenDesk()
  const [sealed, setSealed] = useState<readonly SealedStoreCount[]>([])
  const [pin, setPin] = useState('')
  const [damaged, setDamaged] = useState(0)
  const doing = useDoing()
  const look = () => void listSealed(replica).then(setSealed).catch(reportError)
  useEffect(look, [replica])
  if (sealed.length === 0) return null
  const rescue = async () => {
    const rescued = await doing.run(() => rescueSealed(replica, pin, clock.now()))
    if (rescued === null) return
    const { count } = rescued
    if (count > 0 || rescued.damaged === 0)
      announce({ words: text('sync:device.rescued', { count }) })
    setDamaged(rescued.damaged)
    setPin('')
    look()
    courier.sendSoon()
  }
  return (
    <Section title={text('sync:device.sealedTitle')} hint={text('sync:device.sealedHint')}>
      <ul className={styles.items}>
        {sealed.map(({ vault, unsent }) => (
          <li key={vault.generation}>
            <Group justify="space-between">
              <Text>{text('sync:device.sealedLine', { count: unsent })}</Text>
              <ConfirmButton
                question={text('sync:device.dropSealedQuestion', { count: unsent })}
                confirmLabel={text('sync:device.dropSealed')}
                onConfirm={() => void dropSealed(vault).then(look).catch(reportError)}
              >
                {text('sync:device.dropSealed')}
              </ConfirmButton>
            </Group>
          </li>
        ))}
      </ul>
      <Form onSubmit={() => void rescue()}>
        <SecretInput
          label={text('sync:device.oldPin')}
          required
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <DoingNote doing={doing} />
        {damaged > 0 && (
          <Alert color="yellow" variant="light" role="alert">
            {text('sync:device.rescueDamaged', { count: damaged })}
          </Alert>
        )}
        <div>
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('sync:device.rescue')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
