import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './print-card.module.css'
import { text } from './text.ts'

const printing = 'printing-card'

/** The code on a card to hold in the hand: for whoever has no chat to paste a link into. Nobody is named on it. */
export function PrintCard({ qrSvg, words }: { readonly qrSvg: string; readonly words: string }) {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!asked) return undefined
    const done = () => setAsked(false)
    addEventListener('afterprint', done)
    document.body.classList.add(printing)
    return () => {
      removeEventListener('afterprint', done)
      document.body.classList.remove(printing)
    }
  }, [asked])
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {text('access:link.print')}
      </Button>
      {asked &&
        createPortal(
          <div className={styles.card}>
            {/* Printed only when the code is drawn: a card without it would be an empty frame. */}
            <img
              alt=""
              onLoad={() => window.print()}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
            />
            <p className={styles.scan}>{text('access:link.scan')}</p>
            <p>{words}</p>
          </div>,
          document.body,
        )}
    </>
  )
}
