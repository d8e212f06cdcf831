import { Modal } from '@mantine/core'
import { useState } from 'react'
import { Icon, text } from '../kit/index.ts'
import styles from './safety-button.module.css'
import { RaiseConcern } from './raise-concern.tsx'
import { usePlace } from './use-concern.ts'

/** On every screen of everybody who works here: the page below stays as it is. */
export function SafetyButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.button} onClick={() => setOpen(true)}>
        <Icon name="safety" size={20} />
        <span className={styles.long}>{text('safety:raise.button')}</span>
        <span className={styles.short} aria-hidden="true">
          {text('safety:raise.buttonShort')}
        </span>
      </button>
      {open && <SafetyDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function SafetyDialog({ onClose }: { readonly onClose: () => void }) {
  const place = usePlace()
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      yOffset="1dvh"
      xOffset="0.6rem"
      title={text('safety:raise.title')}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
      styles={{ title: { fontSize: '1.25rem', fontWeight: 600 } }}
    >
      <RaiseConcern place={place} onBack={onClose} onGo={onClose} />
    </Modal>
  )
}
