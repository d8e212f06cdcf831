import type { ReactNode } from 'react'
import { text } from '../kit/index.ts'
import styles from './inquiry.module.css'

/** A wide table that scrolls by itself; the keyboard must be able to enter it. */
export function Scrolling({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={text('inquiry:scrolls', { title: label })}
    >
      {children}
    </section>
  )
}
