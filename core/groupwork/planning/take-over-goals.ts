import type { Goal } from '../../assessment/goals/goal.ts'
import { hideNames } from '../../families/hide-names.ts'
import { programmeTargets, type ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import { cutWords } from '../../kit/cut-words.ts'
import type { GroupGoal } from './group-goal.ts'

type MembersGoal = Goal & { readonly id: string }

export interface GoalsOfTarget {
  /** Null for goals of which nobody has said to which change they belong. */
  readonly target: ProgrammeTarget | null
  readonly goals: readonly MembersGoal[]
}

/** GOA-7: what members' families want to reach, by target: goals that go on and that no goal of the group was taken from yet. */
export function listMembersGoals(
  goals: readonly MembersGoal[],
  seats: readonly { readonly familyId: string; readonly leftOn: string | null }[],
  taken: readonly Pick<GroupGoal, 'fromGoalIds'>[],
): readonly GoalsOfTarget[] {
  const families = new Set(
    seats.filter(({ leftOn }) => leftOn === null).map(({ familyId }) => familyId),
  )
  const used = new Set(taken.flatMap(({ fromGoalIds }) => fromGoalIds))
  const open = goals.filter(
    ({ id, familyId, state }) => state === 'active' && families.has(familyId) && !used.has(id),
  )
  return [...programmeTargets, null].flatMap((target) => {
    const own = open
      .filter((goal) => goal.target === target)
      .toSorted(
        (left, right) => left.setOn.localeCompare(right.setOn) || (left.id < right.id ? -1 : 1),
      )
    return own.length === 0 ? [] : [{ target, goals: own }]
  })
}

/**
 * GOA-7: a goal of the group from one of a family: what is wanted and how it is seen. Names become `someone`, for everybody in the
 * team reads the group's file; where the family stands now is its own and stays there.
 */
export function takeOverGoal(
  { id, text, target, measure, source, expected }: MembersGoal,
  people: readonly { readonly familyId: string; readonly name: string }[],
  someone: string,
): Partial<GroupGoal> {
  const hide = (words: string): string => hideNames(words, people, () => someone)
  return {
    text: cutWords(hide(text), 300),
    target,
    indicator: hide(measure),
    source: source === 'ownRating' ? 'other' : source,
    hopedFor: cutWords(hide(expected), 200),
    fromGoalIds: [id],
  }
}
