import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './collect.module.css'

/** A page of few words and a kite, for whoever holds the device. */
export function Friendly({
  title,
  words,
  children,
}: {
  readonly title: string
  readonly words: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.friendly}>
      <svg aria-hidden="true" className={styles.sky} viewBox="0 0 420 120">
        <path d="M330 12 372 44 330 86 300 44z" fill="#a9332a" />
        <path d="M330 12v74M300 44h72" stroke="#fdf0ee" strokeWidth={2} fill="none" />
        <path
          d="M330 86C310 112 262 78 214 96S96 120 20 104"
          stroke="#857868"
          strokeWidth={2}
          fill="none"
        />
      </svg>
      <h1 className={styles.question}>{title}</h1>
      {words !== '' && <Text size="lg">{words}</Text>}
      {children}
    </div>
  )
}
