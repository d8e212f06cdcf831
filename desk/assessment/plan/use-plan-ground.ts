import { goal } from '../../../core/assessment/goals/goal.ts'
import {
  beginPlan,
  listGroundProfiles,
  type PlanWording,
} from '../../../core/assessment/plan/begin-plan.ts'
import type { PlanSubject, ServicePlan } from '../../../core/assessment/plan/plan-shape.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import type { PairProfileEntry } from '../../../core/assessment/profile/profile-shape.ts'
import { formatList, text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import { usePairNames } from '../use-pair-names.ts'

/** What a plan of these people would begin with, and from which profiles. */
export function usePlanGround(subject: PlanSubject): {
  readonly profiles: readonly PairProfileEntry[]
  readonly fields: Partial<ServicePlan>
} {
  const { familyId } = subject
  const today = useToday()
  const { pairs, nameOf } = usePairNames(familyId)
  const all = useRecords(pairProfile, { familyId })
  const goals = useRecords(goal, { familyId })
  const wording: PlanWording = {
    target: (target) => text(`groupwork:target.${target}`),
    cause: ({ starter, words }) =>
      words.trim() !== '' || starter === null ? words : text(`assessment:profile.cause.${starter}`),
    pair: nameOf,
    line: (about, words) => text('goals:plan.draft.line', { about, words }),
    causes: (names) => text('goals:plan.draft.causes', { causes: formatList(names) }),
    aim: (targets) => text('goals:plan.draft.aim', { targets: formatList(targets) }),
  }
  const ground = { pairs, profiles: all, goals }
  return {
    profiles: listGroundProfiles(subject, ground),
    fields: beginPlan(subject, today, ground, wording),
  }
}
