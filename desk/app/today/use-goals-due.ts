import { useMemo } from 'react'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { goalReview } from '../../../core/assessment/goals/goal-review.ts'
import { type DueItem, listDue } from '../../../core/assessment/plan/list-due.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { family } from '../../../core/families/family.ts'
import { useRecords } from '../../sync/records.ts'
import { useMayAct } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** What waits of goals and plans, of families whose file is open. */
export function useGoalsDue(): readonly DueItem[] {
  const today = useToday()
  const may = useMayAct()
  const goals = useRecords(goal)
  const reviews = useRecords(goalReview)
  const plans = useRecords(servicePlan)
  const families = useRecords(family, { state: 'open' })
  return useMemo(() => {
    const open = new Set(families.map(({ id }) => id))
    const supervises = (familyId: string) => may('servicePlan', 'markSeen', `family:${familyId}`)
    return listDue({ today, goals, reviews, plans, supervises }).filter(({ familyId }) =>
      open.has(familyId),
    )
  }, [today, may, goals, reviews, plans, families])
}
