// Runs one history from the first step to rest, with every check.
import { sha256Hex } from '../../core/kit/ids.ts'
import { circle, house } from '../../core/sync/cases/kinds.ts'
import type { StoredState } from '../../core/sync/cases/memory-store.ts'
import type { Build } from './build.ts'
import { checkRest } from './check-rest.ts'
import { memberIds } from './members.ts'
import { syncDevice } from './network.ts'
import { perform } from './person.ts'
import { PropertyBroken } from './property.ts'
import { createRandom } from './random.ts'
import { runStep } from './run-step.ts'
import type { Step } from './step.ts'
import { createWorld, type World } from './world.ts'

export interface HistoryFailure {
  readonly property: string
  readonly what: string
}

const twentyYears = 20 * 365 * 86_400_000

export interface HistoryResult {
  readonly failure: HistoryFailure | null
  /** What happened, counted; empty when something broke. */
  readonly figures: Figures
}
export type Figures = Readonly<Record<string, number>>

/** Runs the steps and looks for what they break. `clocks`: also with every device clock shifted (S15). */
export async function runHistory(
  build: Build,
  steps: readonly Step[],
  clocks: boolean,
): Promise<HistoryResult> {
  try {
    const world = await playSteps(build, steps, 0)
    const figures = countHistory(world)
    const plain = meaningOf(world.server.state())
    for (const shift of clocks ? [-twentyYears, twentyYears] : []) {
      const shifted = meaningOf((await playSteps(build, steps, shift)).server.state())
      const what = 'a device clock changed an outcome'
      if (shifted !== plain) return { failure: { property: 'S15', what }, figures }
    }
    return { failure: null, figures }
  } catch (error) {
    return { failure: failureOf(error), figures: {} }
  }
}

function failureOf(error: unknown): HistoryFailure {
  if (error instanceof PropertyBroken) return { property: error.property, what: error.message }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { property: 'crash', what }
}

function countHistory({ ledger, server, devices }: World): Figures {
  const state = server.state()
  const answers = [...state.answers.values()].map(({ answer }) => answer)
  const count = (status: string): number =>
    answers.filter((answer) => answer.status === status).length
  return {
    changesMade: ledger.made.size,
    applied: count('applied'),
    refused: count('refused'),
    held: count('held'),
    conflicting: answers.filter((answer) => answer.status === 'applied' && answer.conflicts > 0)
      .length,
    bundles: ledger.model.bundles.size,
    resolutions: state.log.filter(({ change }) => change.verb === 'resolve').length,
    restores: ledger.restores,
    noticedLosses: devices.reduce((sum, { store }) => sum + store.lost.length, 0),
  }
}

export async function playSteps(
  build: Build,
  steps: readonly Step[],
  clockShift: number,
): Promise<World> {
  const world = createWorld({ build, clockShift })
  await settleIn(world)
  for (const step of steps) await runStep(world, step)
  await comeToRest(world)
  checkRest(world)
  return world
}

/** Two families and a group that everybody works with, on every device. */
async function settleIn(world: World): Promise<void> {
  const [first] = world.devices
  if (first === undefined) return
  const random = createRandom(2)
  const draft = { verb: 'create', input: {} }
  for (const name of ['first house', 'second house']) {
    const fields = { name, staff: [...memberIds] }
    perform(
      world,
      first,
      0,
      [{ draft: { ...draft, kind: house, recordId: random.id(), fields }, before: null }],
      random,
    )
  }
  const fields = { name: 'circle', team: memberIds.slice(1) }
  perform(
    world,
    first,
    0,
    [{ draft: { ...draft, kind: circle, recordId: random.id(), fields }, before: null }],
    random,
  )
  for (const device of world.devices) await syncDevice(world, device)
}

async function comeToRest(world: World): Promise<void> {
  let last = ''
  for (let round = 0; round < 20; round += 1) {
    for (const device of world.devices) await syncDevice(world, device)
    const now = movement(world)
    if (now === last) return
    last = now
  }
}

function movement({ server, devices }: World): string {
  const waiting = devices.map(({ store }) => store.outbox.map(({ status }) => status).join())
  return [server.state().log.length, server.state().answers.size, ...waiting].join(';')
}

/** What a state says, without the labels that device clocks put on it. */
export function meaningOf(state: StoredState): string {
  const entries = [...state.entries].sort(([left], [right]) => (left < right ? -1 : 1))
  const answers = [...state.answers.values()].map(({ answer }) => answer)
  return sha256Hex(
    JSON.stringify([entries, answers], (key, value) => (key === 'claimedAt' ? undefined : value)),
  )
}
