import { Alert, Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Icon, text } from '../kit/index.ts'
import styles from './casework.module.css'

/** CAS-16: somebody may be in danger: whom to call stands before the eye at once, above the bar that sticks to the bottom of a phone. */
export function RiskFirst({ busy }: { readonly busy: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <Alert
      ref={box}
      role="alert"
      color="kite"
      variant="light"
      icon={<Icon name="warning" />}
      className={styles.aboveBar}
    >
      {text('casework:contact.riskFirst')} <a href="tel:110">110</a>
      <p>{text('casework:contact.riskHow')}</p>
      <Button type="submit" loading={busy}>
        {text('casework:contact.riskGo')}
      </Button>
    </Alert>
  )
}
