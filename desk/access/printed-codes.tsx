import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { text } from '../kit/text.ts'
import styles from './printed-codes.module.css'

const halfPage = '@page { size: A5; margin: 12mm }'

/** Ten codes for paper: shown this once, printed on a card of half a page. */
export function PrintedCodes({
  codes,
  whose,
  children,
}: {
  readonly codes: readonly string[]
  /** The login name or the person: whoever finds the card learns no more. */
  readonly whose: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.card}>
      {/* A page's size cannot hang on what stands on it: only while this card is shown. */}
      <style>{halfPage}</style>
      <div className={styles.paper}>
        <Text fw={600}>{text('access:factor.cardTitle', { name: whose })}</Text>
        <ol className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <span className={styles.box} aria-hidden="true" />
              <span className={styles.code}>{code}</span>
            </li>
          ))}
        </ol>
        <Text size="sm">{text('access:factor.cardHint')}</Text>
      </div>
      <Group className={styles.notOnPaper}>
        <Button variant="default" onClick={() => window.print()}>
          {text('access:factor.print')}
        </Button>
        {children}
      </Group>
    </div>
  )
}
