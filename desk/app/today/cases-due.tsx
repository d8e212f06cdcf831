import { caseFile } from '../../../core/casework/case-file.ts'
import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import { listHandedIn } from '../../../core/casework/supervision/state-of-closing-review.ts'
import { type CaseDue, hasDueDay } from '../../../core/casework/list-cases-due.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { dueText, waitedText } from './due-text.ts'
import { TodayList } from './today-list.tsx'

/** Next steps, follow-ups and decisions that wait in cases. */
export function CasesDue({ due }: { readonly due: readonly CaseDue[] }) {
  const people = useRecords(person)
  const pairs = useRecords(pair)
  const cases = useRecords(caseFile)
  const handed = listHandedIn(useRecords(fileReview, { subjectKind: 'caseFile' }))
  const nameOf = (caseId: string): string => {
    const its = cases.find(({ id }) => id === caseId)
    const child = pairs.find(({ id }) => id === its?.pairId)?.childId ?? its?.personId
    return people.find(({ id }) => id === child)?.name ?? ''
  }
  return (
    <TodayList
      title={text('casework:today.title')}
      lines={due.map((one) => ({
        key: one.key,
        to:
          handed.has(one.caseId) && one.what === 'closing'
            ? `/casework/supervision/reviews/caseFile/${one.caseId}`
            : `/casework/${one.caseId}`,
        words: [nameOf(one.caseId), text(`casework:today.${one.what}`), one.words]
          .filter((part) => part !== '')
          .join(' · '),
        detail: `${formatDay(one.on)} · ${hasDueDay(one) ? dueText(one.inDays) : waitedText(one.inDays)}`,
        late: one.inDays < 0 && (hasDueDay(one) || one.what === 'risk'),
      }))}
    />
  )
}
