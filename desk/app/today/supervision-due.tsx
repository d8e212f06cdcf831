import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import type { SupervisionDue } from '../../../core/casework/supervision/list-supervision-due.ts'
import { groupReview } from '../../../core/groupwork/supervision/group-review.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { dueText } from './due-text.ts'
import { TodayList } from './today-list.tsx'

/** Reviews, signatures, tasks and days that supervision has brought. */
export function SupervisionsDue({ due }: { readonly due: readonly SupervisionDue[] }) {
  const files = useRecords(fileReview)
  const groups = useRecords(groupReview)
  const subjectOf = (id: string) => {
    const file = files.find((one) => one.id === id)
    if (file !== undefined) return { kind: file.subjectKind, id: file.subjectId }
    return { kind: 'groupPlan', id: groups.find((one) => one.id === id)?.subjectId ?? '' }
  }
  const lineOf = ({ what, id, words, on, count }: SupervisionDue) => {
    if (what === 'questions')
      return { to: '/casework/supervision', words: text('supervision:today.questions', { count }) }
    if (what === 'waiting' || what === 'returned') {
      const subject = subjectOf(id)
      return {
        to: `/casework/supervision/reviews/${subject.kind}/${subject.id}`,
        words: text(`supervision:today.${what}`, {
          what: text(`supervision:review.of.${subject.kind}`),
        }),
      }
    }
    return {
      to: `/casework/supervision/records/${id}`,
      words: text(`supervision:today.${what}`, { what: words, day: formatDay(on) }),
    }
  }
  return (
    <TodayList
      title={text('supervision:today.title')}
      lines={due.map((one) => ({
        key: one.key,
        ...lineOf(one),
        detail: [
          one.on === null
            ? ''
            : one.what === 'questions'
              ? text('supervision:today.oldest', { day: formatDay(one.on) })
              : formatDay(one.on),
          one.inDays !== null && (one.what === 'action' || one.what === 'meeting')
            ? dueText(one.inDays)
            : '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
        late: one.inDays !== null && one.inDays < 0 && one.what === 'action',
      }))}
    />
  )
}
