import { type CaseDue, hasDueDay } from '../../core/casework/list-cases-due.ts'
import { formatDay, text } from '../kit/index.ts'
import styles from './casework.module.css'

/** What waits next in a case, and whether it is late. */
export function DueWords({ due }: { readonly due: CaseDue }) {
  const what = due.words === '' ? text(`casework:today.${due.what}`) : due.words
  const words = text('casework:list.due', { what, day: formatDay(due.on) })
  return (
    <span className={due.inDays < 0 && hasDueDay(due) ? styles.late : styles.fine}>
      {words}
      {due.inDays < 0 &&
        ` · ${text(hasDueDay(due) ? 'evaluation:today.overdue' : 'evaluation:today.waited', { count: -due.inDays })}`}
    </span>
  )
}
