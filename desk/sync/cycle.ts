// One round: reads made offline, then what is only here, then what is new there.
import type { Outcome } from '../../core/kit/outcome.ts'
import { pullAnswerShape } from '../../core/sync/pull.ts'
import { keep } from './keep.ts'
import { takeOutbox } from './take-rows.ts'
import { forgetOldSent } from './forget.ts'
import { type AskForEntries, pullAll } from './pull.ts'
import { pushAll, type SendChanges, sendable } from './push.ts'
import type { Replica } from './replica.ts'
import { equalJson } from '../../core/kit/json.ts'
import { askServer, callServer, ServerTrouble } from './server.ts'
import {
  type LoginAnswer,
  loginAnswerShape,
  nothingShape,
  pushAnswerShape,
} from './server-shapes.ts'
import type { QueuedRead } from './stored-parse.ts'

export interface Line {
  /** Whose session it is: on a shared laptop somebody else may have signed in meanwhile. */
  readonly who: () => Promise<Outcome<LoginAnswer>>
  readonly push: SendChanges
  readonly pull: AskForEntries
  readonly reads: (reads: readonly Omit<QueuedRead, 'row'>[]) => Promise<Outcome<unknown>>
}

export const serverLine: Line = {
  who: () => askServer('/api/me', loginAnswerShape),
  push: (changes) =>
    callServer('/api/sync/push', { changes, echo: false }, pushAnswerShape, {
      timeoutSeconds: 120,
    }),
  pull: (request) =>
    callServer('/api/sync/pull', request, pullAnswerShape, { timeoutSeconds: 120 }),
  reads: (reads) => callServer('/api/reads', { reads }, nothingShape),
}

/** A restored server is noticed in the middle of a round; then what was acknowledged goes again at once. */
const mostRounds = 3

export async function runCycle(
  replica: Replica,
  line: Line,
  now: number,
  onReceived: (count: number) => void = () => {},
): Promise<Outcome<number>> {
  await takeOutbox(replica)
  const own = await checkSession(replica, line)
  if (!own.ok) return own
  const read = await sendReads(replica, line)
  if (!read.ok) return read
  for (let round = 1; ; round += 1) {
    const epoch = replica.values.feed.epoch
    const pushed = await pushAll(replica, line.push, now)
    if (!pushed.ok) return pushed
    const pulled = await pullAll(replica, line.pull, now, onReceived)
    if (!pulled.ok) return pulled
    const restored = epoch !== null && epoch !== replica.values.feed.epoch
    if (!restored || round === mostRounds || sendable(replica).length === 0) {
      await forgetOldSent(replica, now)
      return pulled
    }
  }
}

/** Nothing is sent in another person's session, and nothing of theirs is taken into this store. */
async function checkSession(replica: Replica, line: Line): Promise<Outcome<null>> {
  const answer = await line.who()
  if (!answer.ok) return answer
  if (answer.value.staff.id !== replica.staffId) throw new ServerTrouble('SessionEnded')
  const { account } = replica.values
  if (account === null || !equalJson(account, answer.value)) {
    await keep(replica, { account: answer.value })
  }
  return { ok: true, value: null }
}

const readsPerCall = 200

async function sendReads(replica: Replica, line: Line): Promise<Outcome<unknown>> {
  const queued = [...replica.reads.values()]
  for (let from = 0; from < queued.length; from += readsPerCall) {
    const part = queued.slice(from, from + readsPerCall)
    const answer = await line.reads(part.map(({ row: _row, ...read }) => read))
    if (!answer.ok) return answer
    await keep(replica, { dropReads: part.map(({ row }) => row) })
  }
  return { ok: true, value: null }
}
