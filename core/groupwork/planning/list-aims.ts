import type { SupportGroup } from '../support-group.ts'
import type { GroupGoal } from './group-goal.ts'
import type { GroupPlan } from './group-plan.ts'

/** What the group was for, a line each: aims of its own, the plan's overall goal, then each goal with what it is seen by. */
export function listAims(
  { aims }: Pick<SupportGroup, 'aims'>,
  plan: Pick<GroupPlan, 'overallGoal'> | null,
  goals: readonly (Pick<GroupGoal, 'text' | 'indicator' | 'baseline' | 'hopedFor'> & {
    readonly id: string
  })[],
): string[] {
  const lines = goals
    .toSorted((left, right) => left.id.localeCompare(right.id))
    .map(({ text, indicator, baseline, hopedFor }) => {
      const moves = [baseline, hopedFor].filter((one) => one.trim() !== '').join(' → ')
      return [text, indicator, moves].filter((one) => one.trim() !== '').join(' · ')
    })
  return [...aims, plan?.overallGoal ?? '', ...lines].filter((line) => line.trim() !== '')
}
