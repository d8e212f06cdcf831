// A history is a list of steps; each rolls its own dice, so that leaving one out does not change what the others do.
import { memberIds } from './members.ts'
import { createRandom } from './random.ts'

export const stepWeights = {
  edit: 24,
  editTwice: 3,
  create: 9,
  bundle: 6,
  verb: 5,
  remove: 2,
  resolve: 7,
  argue: 3,
  open: 5,
  assign: 4,
  push: 20,
  pull: 14,
  sync: 7,
  rush: 4,
  deliverLate: 4,
  takeLate: 3,
  backup: 3,
  restore: 3,
  jumpClock: 2,
  poison: 2,
  destroy: 0.7,
  dismiss: 1,
  wait: 2,
}
export type StepName = keyof typeof stepWeights

/** Faults that only a server with backups, crashes and sabotage knows; a recorded history does without. */
export const worldlySteps: readonly StepName[] = ['backup', 'restore', 'destroy']

export interface Step {
  readonly do: StepName
  readonly device: number
  readonly seed: number
}

export function rollSteps(
  seed: number,
  count: number,
  without: readonly StepName[] = [],
): readonly Step[] {
  const random = createRandom(seed)
  const weights = { ...stepWeights }
  for (const name of without) weights[name] = 0
  return Array.from({ length: count }, () => ({
    do: random.weighted(weights),
    device: random.int(memberIds.length + 1),
    seed: random.int(0x7fff_ffff),
  }))
}
