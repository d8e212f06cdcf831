import type { ConcernDue } from '../../../core/safety/list-concerns-due.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { dueWords } from '../../safety/use-concerns.ts'
import { TodayList } from './today-list.tsx'

/** What is next in concerns, for those alone who may see them. */
export function ConcernsDue({ due }: { readonly due: readonly ConcernDue[] }) {
  return (
    <TodayList
      title={text('safety:today')}
      lines={due.map((one) => ({
        key: `${one.concernId}:${one.step}`,
        to: `/safety/${one.concernId}`,
        words: one.childName === '' ? text('safety:child.unnamed') : one.childName,
        detail: dueWords(one, formatDay),
        late: one.late || one.unseen,
        urgent: one.unseen,
      }))}
    />
  )
}
