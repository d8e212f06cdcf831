import { text } from '../../kit/text.ts'

export function dueText(days: number): string {
  if (days === 0) return text('evaluation:today.dueToday')
  if (days === 1) return text('evaluation:today.dueTomorrow')
  return days > 0
    ? text('evaluation:today.dueIn', { count: days })
    : text('evaluation:today.overdue', { count: -days })
}

/** Of what nobody gave a day: how long it has waited, never that it is overdue. */
export function waitedText(days: number): string {
  return days < 0 ? text('evaluation:today.waited', { count: -days }) : dueText(days)
}
