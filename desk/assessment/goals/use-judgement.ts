import { readGoalSeed } from '../../../core/assessment/goals/goal-draft.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import type { Judgement } from '../../../core/assessment/profile/profile-parts.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { useRecord } from '../../sync/index.ts'

export type JudgedTarget = Judgement & { readonly target: ProgrammeTarget }

/** What a profile judges of the target out of which somebody makes a goal; null where it comes from elsewhere. */
export function useJudgement(search: {
  readonly get: (name: string) => string | null
}): JudgedTarget | null {
  const profile = useRecord(pairProfile, search.get('profile') ?? '')
  const { target } = readGoalSeed(search)
  const judgement = target === null ? undefined : profile?.judgements[target]
  return target === null || judgement === undefined ? null : { ...judgement, target }
}
