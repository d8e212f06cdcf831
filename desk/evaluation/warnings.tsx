import type { ChangeWarning } from '../../core/evaluation/warn-about-change.ts'
import { text, textOrNull } from '../kit/index.ts'
import styles from './evaluation.module.css'

/** What must be known before anybody reads the numbers. */
export function Warnings({ warnings }: { readonly warnings: readonly ChangeWarning[] }) {
  if (warnings.length === 0) return null
  return (
    <ul className={styles.warnings} aria-label={text('evaluation:warningsTitle')}>
      {warnings.map(({ id, details }) => (
        <li key={`${id}${JSON.stringify(details)}`}>
          {textOrNull(`evaluation:warnings.${id}`, details) ?? id}
        </li>
      ))}
    </ul>
  )
}
