import { Text } from '@mantine/core'
import type { ConcernSort } from '../../core/safety/concern-shape.ts'
import { text } from '../kit/index.ts'
import { guidance, say } from './guidance.ts'
import styles from './safety.module.css'

/** What to do now and what not, for one kind of danger. */
export function WhatToDo({ sort }: { readonly sort: ConcernSort }) {
  const { do: steps, dont } = guidance.sorts[sort]
  return (
    <div className={styles.two}>
      <div>
        <Text fw={600}>{text('safety:now.do')}</Text>
        <ol className={styles.todo}>
          {steps.map((one) => (
            <li key={one.en}>{say(one)}</li>
          ))}
        </ol>
      </div>
      <div>
        <Text fw={600}>{text('safety:now.dont')}</Text>
        <ul className={`${styles.todo} ${styles.dont}`}>
          {dont.map((one) => (
            <li key={one.en}>{say(one)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
