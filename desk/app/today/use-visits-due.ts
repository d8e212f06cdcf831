import { useMemo } from 'react'
import { family } from '../../../core/families/family.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { listVisitsDue, type VisitDue } from '../../../core/inquiry/observation/list-visits-due.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** Visits and agreed things of one's own families in daily sight, and of whatever one visited oneself. */
export function useVisitsDue(): readonly VisitDue[] {
  const visits = useRecords(homeVisit)
  const families = useRecords(family, { state: 'open' })
  const { staffId } = useActor()
  const today = useToday()
  return useMemo(() => {
    const open = new Set(families.map(({ id }) => id))
    const mine = new Set(
      families.filter(({ staff }) => staff.includes(staffId)).map(({ id }) => id),
    )
    const own = visits.filter(
      ({ familyId, visitorId }) =>
        open.has(familyId) && (visitorId === staffId || mine.has(familyId)),
    )
    return listVisitsDue(own, today)
  }, [visits, families, staffId, today])
}
