import { type ReactNode, useState } from 'react'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import styles from './today-page.module.css'

export interface TodayLine {
  readonly key: string
  readonly to: string
  readonly words: string
  readonly detail: string
  readonly late: boolean
  /** Before everything else: its name too stands out. */
  readonly urgent?: boolean
  /** What can be done at once, below the line. */
  readonly beside?: ReactNode
}

const shownAtFirst = 8

/** One kind of thing that waits; nothing at all when nothing waits. */
export function TodayList({
  title,
  hint,
  lines,
}: {
  readonly title: string
  readonly hint?: string
  readonly lines: readonly TodayLine[]
}) {
  const [all, setAll] = useState(false)
  if (lines.length === 0) return null
  const shown = all ? lines : lines.slice(0, shownAtFirst)
  return (
    <Section title={title} {...(hint === undefined ? {} : { hint })}>
      <ul className={styles.items}>
        {shown.map((line) => (
          <li key={line.key}>
            <Link to={line.to} className={styles.item}>
              <span className={line.urgent === true ? styles.urgent : undefined}>{line.words}</span>
              <span className={line.late ? styles.late : styles.detail}>{line.detail}</span>
            </Link>
            {line.beside}
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {text('access:today.more', { count: lines.length - shown.length })}
          </Button>
        </div>
      )}
    </Section>
  )
}
