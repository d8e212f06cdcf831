import type { ReactNode } from 'react'
import styles from './scrolling.module.css'
import { text } from './text.ts'

/** What is wider than the screen moves by itself, by touch and by the arrow keys; the page stays where it is. */
export function Scrolling({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <section
      className={styles.scrolling ?? ''}
      aria-label={text('kit:scrolls', { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to enter what scrolls (WCAG 2.1.1)
      tabIndex={0}
    >
      {children}
    </section>
  )
}
