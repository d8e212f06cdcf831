import { Text } from '@mantine/core'
import { checkSmart, type SmartGoal } from '../../../core/assessment/goals/check-smart.ts'
import { text } from '../../kit/index.ts'
import styles from './goals.module.css'

/** What a goal does not say yet, as it is being written; it can be saved as it is. */
export function SmartHints({ goal }: { readonly goal: SmartGoal }) {
  const hints = checkSmart(goal)
  if (goal.text.trim() === '') return null
  return (
    <output>
      <Text fw={600}>{text(hints.length === 0 ? 'goals:smartNone' : 'goals:smartTitle')}</Text>
      {hints.length > 0 && (
        <ul className={styles.warnings}>
          {hints.map((id) => (
            <li key={id}>{text(`goals:smart.${id}`)}</li>
          ))}
        </ul>
      )}
    </output>
  )
}
