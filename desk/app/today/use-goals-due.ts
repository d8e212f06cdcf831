import { useMemo } from 'react'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { goalReview } from '../../../core/assessment/goals/goal-review.ts'
import { type DueItem, listDue } from '../../../core/assessment/plan/list-due.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { isChangedSince, stateOfReview } from '../../../core/assessment/review/review-state.ts'
import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import { readPlan } from '../../../core/casework/supervision/reviewed-in-file.ts'
import { family } from '../../../core/families/family.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { useRecords } from '../../sync/records.ts'
import { useMayAct } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** `children`: of the pair or person, otherwise of the family. */
export type ChildDue = DueItem & { readonly children: readonly string[] }

/** What waits of goals and plans, of families whose file is open. */
export function useGoalsDue(): readonly ChildDue[] {
  const today = useToday()
  const may = useMayAct()
  const goals = useRecords(goal)
  const reviews = useRecords(goalReview)
  const plans = useRecords(servicePlan)
  const handedIn = useRecords(fileReview, { subjectKind: 'servicePlan' })
  const families = useRecords(family, { state: 'open' })
  const people = useRecords(person, { role: 'child' })
  const pairs = useRecords(pair)
  return useMemo(() => {
    const open = new Set(families.map(({ id }) => id))
    const supervises = (familyId: string) => may('servicePlan', 'markSeen', `family:${familyId}`)
    const childOf = new Map(pairs.map(({ id, childId }) => [id, childId]))
    const namesOf = ({ familyId, pairId, personId }: DueItem): readonly string[] => {
      const childId = childOf.get(pairId ?? '') ?? personId
      return people
        .filter((one) => (childId === null ? one.familyId === familyId : one.id === childId))
        .map(({ name }) => name)
    }
    const inReview: Parameters<typeof listDue>[0]['inReview'] = (plan) =>
      handedIn.some(
        (its) =>
          its.subjectId === plan.id &&
          stateOfReview(its) !== 'none' &&
          !isChangedSince(its, readPlan(plan, goals)),
      )
    return listDue({ today, goals, reviews, plans, supervises, inReview })
      .filter(({ familyId }) => open.has(familyId))
      .map((item) => ({ ...item, children: namesOf(item) }))
  }, [today, may, goals, reviews, plans, handedIn, families, people, pairs])
}
