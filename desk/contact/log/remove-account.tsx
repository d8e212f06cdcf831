import { ConfirmButton, text } from '../../kit/index.ts'
import styles from '../contact.module.css'

/** Taking an account away is rare and final: behind one more tap, out of the way of the thumb. */
export function RemoveAccount({ onRemove }: { readonly onRemove: () => void }) {
  return (
    <details className={styles.more}>
      <summary>{text('contact:log.more')}</summary>
      <ConfirmButton
        size="compact-sm"
        question={text('contact:log.removeQuestion')}
        confirmLabel={text('kit:remove')}
        onConfirm={onRemove}
      >
        {text('kit:remove')}
      </ConfirmButton>
    </details>
  )
}
