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

/** Runs the steps; answers what they broke, or null. `clocks`: also runs them with every device clock shifted (S15). */
export async function runHistory(
  build: Build,
  steps: readonly Step[],
  clocks: boolean,
): Promise<HistoryFailure | null> {
  try {
    const plain = meaningOf((await playSteps(build, steps, 0)).server.state())
    if (!clocks) return null
    for (const shift of [-twentyYears, twentyYears]) {
      const shifted = meaningOf((await playSteps(build, steps, shift)).server.state())
      if (shifted !== plain) return { property: 'S15', what: 'a device clock changed an outcome' }
    }
    return null
  } catch (error) {
    if (error instanceof PropertyBroken) return { property: error.property, what: error.message }
    return {
      property: 'crash',
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
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
export async function settleIn(world: World): Promise<void> {
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

export async function comeToRest(world: World): Promise<void> {
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
