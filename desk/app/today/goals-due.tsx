import type { DueItem } from '../../../core/assessment/plan/list-due.ts'
import { formatList } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import type { ChildDue } from './use-goals-due.ts'
import { dueText } from './due-text.ts'
import { TodayList } from './today-list.tsx'

/** Goals to be looked at, and what plans say is to be done, one touch from where it is noted. */
export function GoalsDue({ due }: { readonly due: readonly ChildDue[] }) {
  return (
    <TodayList
      title={text('goals:today.title')}
      lines={due.map((item) => ({
        key: item.key,
        to: addressOf(item),
        words: item.words,
        detail: [
          formatList(item.children),
          text(`goals:today.${item.what}`),
          item.what === 'action' ? item.who : '',
          item.what === 'planUnseen' ? '' : dueText(item.inDays),
        ]
          .filter((word) => word !== '')
          .join(' · '),
        late: item.inDays < 0,
      }))}
    />
  )
}

function addressOf({ what, familyId, pairId, personId }: DueItem): string {
  const file = `/assessment/families/${familyId}`
  return what === 'goalReview' || what === 'goalEnds'
    ? `${file}/goals`
    : `${file}/plan?for=${pairId ?? personId ?? 'family'}`
}
