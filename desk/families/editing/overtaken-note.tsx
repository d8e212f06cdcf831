import { Alert } from '@mantine/core'
import { Icon, showPlain, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import type { Overtaken } from './use-changes.ts'

/** Nobody's words are replaced unseen: what a colleague wrote meanwhile is shown before it is overwritten. */
export function OvertakenNote({ overtaken }: { readonly overtaken: readonly Overtaken[] }) {
  if (overtaken.length === 0) return null
  return (
    <Alert role="alert" color="yellow" variant="light" icon={<Icon name="warning" />}>
      {text('families:edit.overtaken')}
      <ul className={styles.lines}>
        {overtaken.map(({ field, now }) => (
          <li key={field}>
            {text(`families:fields.${field}`)}
            {text('families:labelSeparator')}
            {showPlain(now)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
