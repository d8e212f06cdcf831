import { useCallback } from 'react'
import { type GroupGoal, groupGoal } from '../../../core/groupwork/planning/group-goal.ts'
import {
  groupPlan,
  groupPlanId,
  type GroupPlan,
} from '../../../core/groupwork/planning/group-plan.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { Change } from '../../../core/sync/change.ts'
import { type LocalRecord, useRecord, useRecords } from '../../sync/index.ts'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import type { GroupFile } from '../use-group.ts'

export type PlanFields = Partial<
  Omit<GroupPlan, 'groupId' | 'seenOn' | 'seenById' | 'opinion' | 'seenAs'>
>

export interface PlanInHand {
  readonly file: GroupFile
  /** What is written so far; defaults while nobody has written anything. */
  readonly plan: GroupPlan
  readonly record: LocalRecord<GroupPlan> | null
  readonly goals: readonly LocalRecord<GroupGoal>[]
  /** What changes, seen from the plan as it is when the turn comes; the first word makes the plan. */
  readonly write: (
    change: (present: GroupPlan) => PlanFields,
    /** Those fields as they stood when somebody began to write (S07). */
    seen?: (present: GroupPlan) => PlanFields,
  ) => Promise<Outcome<readonly Change[]>>
}

export function usePlan(file: GroupFile): PlanInHand {
  const groupId = file.group.id
  const recordId = groupPlanId(groupId)
  const record = useRecord(groupPlan, recordId)
  const goals = useRecords(groupGoal, { groupId })
  const act = useActInTurn()
  const write: PlanInHand['write'] = useCallback(
    (change, seen) =>
      act((look) => {
        const present = look(groupPlan, recordId)
        const fields = change(present ?? groupPlan.read({ groupId }))
        return {
          kind: groupPlan,
          recordId,
          verb: present === null ? 'create' : 'edit',
          input: {},
          fields: fieldsAsJson(present === null ? { groupId, ...fields } : fields),
          base: fieldsAsJson(present === null ? {} : (seen?.(present) ?? {})),
        }
      }),
    [act, recordId, groupId],
  )
  return {
    file,
    plan: record ?? groupPlan.read({ groupId }),
    record,
    goals: goals.toSorted((left, right) => left.id.localeCompare(right.id)),
    write,
  }
}
