import type { VisitDue } from '../../../core/inquiry/observation/list-visits-due.ts'
import { person } from '../../../core/families/person.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { dueText } from './due-text.ts'
import { TodayList } from './today-list.tsx'

/** When somebody comes again, and what was agreed at the kitchen table. */
export function VisitsDue({ due }: { readonly due: readonly VisitDue[] }) {
  const people = useRecords(person)
  const childrenOf = (familyId: string): string =>
    people
      .filter((one) => one.familyId === familyId && one.role === 'child')
      .map(({ name }) => name)
      .join(text('families:nameSeparator'))
  return (
    <TodayList
      title={text('observation:today.title')}
      lines={due.map((one) => ({
        key: `${one.visitId}:${one.actionKey ?? ''}`,
        to:
          one.actionKey === null
            ? `/inquiry/observation/visits/new?family=${one.familyId}`
            : `/inquiry/observation/visits/${one.visitId}`,
        words: `${childrenOf(one.familyId)} · ${whatText(one)}`,
        detail: `${formatDay(one.on)} · ${dueText(one.inDays)}`,
        late: one.inDays < 0,
      }))}
    />
  )
}

function whatText({ actionKey, what, who }: VisitDue): string {
  if (actionKey === null) return text('observation:today.visit')
  return who === '' ? what : text('observation:today.action', { what, who })
}
