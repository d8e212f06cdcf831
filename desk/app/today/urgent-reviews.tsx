import { listUrgentReviews, urgentReading } from '../../../core/access/break-glass.ts'
import { staff } from '../../../core/access/staff.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { TodayList } from './today-list.tsx'

/** For supervisors and manager, whom the feed gives them at all. */
export function useUrgentReviews() {
  const { staffId } = useActor()
  return listUrgentReviews(useRecords(urgentReading), staffId, new Date().toISOString())
}

export function UrgentReviews({ due }: { readonly due: ReturnType<typeof useUrgentReviews> }) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  return (
    <TodayList
      title={text('rights:urgent.review.title')}
      hint={text('rights:urgent.review.hint')}
      lines={due.map(({ reading, dueOn, late }) => ({
        key: reading.id,
        to: '/urgent-readings',
        words: text('rights:urgent.review.by', {
          name: names.get(reading.staffId) ?? '–',
          category: text(`rights:urgent.categories.${reading.category}`),
        }),
        detail: late
          ? text('rights:urgent.review.late')
          : text('rights:urgent.review.due', { day: formatDay(dueOn) }),
        late,
      }))}
    />
  )
}
