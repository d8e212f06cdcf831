import { Button, PasswordInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { text } from '../kit/text.ts'
import styles from './handed-over.module.css'
import { useLockedPlace, useOwnPin } from './lock-screen.ts'

/** The device in somebody else's hands: what is given here and nothing else until the PIN is entered. */
export function HandedOver({
  language,
  ways,
  onLeave,
  children,
}: {
  readonly language: string
  /** What else the other person may do, such as stopping. */
  readonly ways?: ReactNode
  /** The worker has the device back. */
  readonly onLeave: () => void
  readonly children: ReactNode
}) {
  const place = useLockedPlace()
  const [leaving, setLeaving] = useState(false)
  if (place === null) return null
  return createPortal(
    <main className={styles.handover} lang={language}>
      <div>{leaving ? <Leave onBack={() => setLeaving(false)} onLeave={onLeave} /> : children}</div>
      {!leaving && (
        <div className={styles.leaving}>
          {ways}
          <QuietButton onClick={() => setLeaving(true)}>
            {text('inquiry:handover.leave')}
          </QuietButton>
        </div>
      )}
    </main>,
    place,
  )
}

/** Beside what is asked, small: not what is meant to be pressed. */
export function QuietButton({
  onClick,
  children,
}: {
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <button type="button" className={styles.leave} onClick={onClick}>
      {children}
    </button>
  )
}

function Leave({ onBack, onLeave }: { readonly onBack: () => void; readonly onLeave: () => void }) {
  const doing = useDoing()
  const checkPin = useOwnPin()
  const [pin, setPin] = useState('')
  const submit = async () => {
    if (
      (await doing.run(() =>
        checkPin(pin).then((found) => (found.ok ? { ok: true, value: true } : found)),
      )) === true
    )
      onLeave()
    else setPin('')
  }
  return (
    <div className={styles.stage}>
      <h1>{text('inquiry:handover.pinTitle')}</h1>
      <Form onSubmit={() => void submit()}>
        <PasswordInput
          label={text('access:pin.label')}
          required
          autoComplete="off"
          autoFocus
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <div className={styles.walk}>
          <Button variant="default" onClick={onBack}>
            {text('inquiry:handover.goOn')}
          </Button>
          <Button type="submit" loading={doing.busy}>
            {text('inquiry:handover.takeBack')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
