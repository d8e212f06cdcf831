import { listRightsDue } from '../../../core/families/rights-due.ts'
import { rightsRequest } from '../../../core/families/rights-request.ts'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'
import { TodayList } from './today-list.tsx'

/** Requests of one's own families, and for a supervisor what waits for review or is late. */
export function useRightsDue() {
  const requests = useRecords(rightsRequest)
  const families = useRecords(family)
  const { staffId, roles } = useActor()
  const today = useToday()
  const mine = new Set(families.filter(({ staff }) => staff.includes(staffId)).map(({ id }) => id))
  const oversees = roles.includes('supervisor')
  return listRightsDue(requests, today).filter(
    ({ request, waitsFor, inDays }) =>
      mine.has(request.familyId) || (oversees && (waitsFor === 'supervisor' || inDays <= 3)),
  )
}

export function RightsDue({ due }: { readonly due: ReturnType<typeof useRightsDue> }) {
  const names = new Map(useRecords(person).map(({ id, name }) => [id, name]))
  const oversees = useActor().roles.includes('supervisor')
  return (
    <TodayList
      title={text('rights:due.title')}
      lines={due.map(({ request, inDays, waitsFor }) => ({
        key: request.id,
        to: `/families/${request.familyId}/rights/${request.id}`,
        words: `${names.get(request.askedById) ?? '–'} · ${text(`rights:right.${request.right}`)}`,
        detail:
          waitsFor === 'supervisor' && oversees
            ? `${text('rights:due.review')} · ${dayWords(inDays)}`
            : dayWords(inDays),
        late: inDays < 0,
      }))}
    />
  )
}

function dayWords(inDays: number): string {
  if (inDays === 0) return text('rights:due.today')
  return inDays > 0
    ? text('rights:due.in', { count: inDays })
    : text('rights:due.late', { count: -inDays })
}
