import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { goalShape } from './goal.ts'

/** A goal as it is being written: the words may still be empty. */
export const goalDraftShape = goalShape
  .omit({ familyId: true, setOn: true, state: true, stateOn: true, stateReason: true })
  .extend({ text: z.string().max(300) })
export type GoalDraft = z.infer<typeof goalDraftShape>

/** What a target or a cause of a profile hands over when somebody makes a goal of it, out of an address. */
export function readGoalSeed(search: {
  readonly get: (name: string) => string | null
}): Pick<GoalDraft, 'pairId' | 'target' | 'cause'> {
  const cause = goalShape.shape.cause.safeParse({
    profileId: search.get('profile'),
    causeId: search.get('cause'),
  })
  const pairId = z.uuid().safeParse(search.get('pair'))
  return {
    pairId: pairId.success ? pairId.data : null,
    target: programmeTargets.find((one) => one === search.get('target')) ?? null,
    cause: cause.success ? cause.data : null,
  }
}
