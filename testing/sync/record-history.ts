// Server-side histories that any store can replay: the requests of a recorded history, without restores (S23).
import { canonicalJson, type Json } from '../../core/kit/json.ts'
import { sha256Hex } from '../../core/kit/ids.ts'
import { applyBatch, type Engine } from '../../core/sync/apply.ts'
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import { soundBuild } from './build.ts'
import { playSteps } from './history.ts'
import { createGate, readableScopes } from './members.ts'
import { rollSteps, worldlySteps } from './step.ts'
import type { StoreUnderTest } from './store-under-test.ts'

export type Command =
  | { readonly do: 'push'; readonly now: string; readonly batches: readonly (readonly Change[])[] }
  | {
      readonly do: 'pull'
      readonly now: string
      readonly staffId: string
      readonly request: PullRequest
    }

/** The requests that reached the server in a history of so many steps, in their order. */
export async function recordHistory(seed: number, steps: number): Promise<readonly Command[]> {
  const world = await playSteps(soundBuild, rollSteps(seed, steps, worldlySteps), 0)
  return world.commands
}

/** Plays the commands on a store that is empty; the hash covers every answer, every page, every record and the log. */
export async function replayHistory(
  commands: readonly Command[],
  store: StoreUnderTest,
): Promise<string> {
  const { epoch } = await store.pull(new Set(), firstRequest)
  const spoken: string[] = []
  for (const command of commands) {
    spoken.push(
      command.do === 'push'
        ? await replayPush(command, store)
        : await replayPull(command, store, epoch),
    )
  }
  const entries = (await store.entries()).map((entry) => textOf(entry)).sort()
  const log = (await store.log()).map(({ change, arrivedAt }) => textOf({ change, arrivedAt }))
  return sha256Hex([...spoken, ...entries, ...log].join('\n'))
}

const firstRequest: PullRequest = {
  epoch: null,
  cursors: {},
  surveys: [],
  limit: 1,
  deviceId: '00000000-0000-4000-8000-000000000000',
  deviceSeq: 0,
  waiting: [],
  sight: null,
}

async function replayPush(
  { now, batches }: Extract<Command, { do: 'push' }>,
  store: StoreUnderTest,
): Promise<string> {
  const answers = await store.transact({ now, changes: batches.flat() }, async (port) => {
    const engine: Engine = { port, gate: createGate(port, now), kindByName: caseKindByName }
    const given: BatchAnswer[] = []
    for (const batch of batches) given.push(await applyBatch(engine, batch))
    return given
  })
  return answers.map(({ answers: own, missing }) => textOf({ own, missing })).join()
}

async function replayPull(
  { staffId, request }: Extract<Command, { do: 'pull' }>,
  store: StoreUnderTest,
  epoch: string,
): Promise<string> {
  const readable = readableScopes(await store.entries(), staffId)
  const page = await store.pull(readable, {
    ...request,
    epoch: request.epoch === null ? null : epoch,
  })
  const { cursors, lost, entries, more, missing }: PullAnswer = page
  return textOf({
    cursors,
    lost: [...lost].sort(),
    entries: entries.map((entry) => textOf(entry)).sort(),
    more,
    missing,
  })
}

function textOf(value: object): string {
  const plain: Json = JSON.parse(JSON.stringify(value))
  return canonicalJson(plain)
}
