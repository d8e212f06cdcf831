import { Text } from '@mantine/core'
import { text } from '../kit/index.ts'
import { guidance, say } from './guidance.ts'
import styles from './safety.module.css'

/** What the law says must be reported, folded away beside the numbers to call; packed with the program. */
export function NineSituations() {
  return (
    <details className={`${styles.more} ${styles.aside}`}>
      <summary>{text('safety:nine.title')}</summary>
      <ol className={styles.todo}>
        {guidance.situations.map(({ no, text: words, source }) => (
          <li key={no}>
            {say(words)} <span className={styles.quiet}>{say(source)}</span>
          </li>
        ))}
      </ol>
      <Text className={styles.quiet}>{text('safety:nine.unsure')}</Text>
    </details>
  )
}
