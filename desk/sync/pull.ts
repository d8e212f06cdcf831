import type { Outcome } from '../../core/kit/outcome.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import { newItem } from './act.ts'
import { startEpoch, takesOver } from './epoch.ts'
import { keep } from './keep.ts'
import { missingAfter } from './push.ts'
import type { Replica } from './replica.ts'

export type AskForEntries = (request: PullRequest) => Promise<Outcome<PullAnswer>>

const entriesPerPage = 500
/** A server that never says "that was all" is a broken one. */
const mostPages = 2000

function requestOf(replica: Replica): PullRequest {
  const { feed, sequence } = replica.values
  const asked = Object.entries(feed.cursors).filter(
    ([scope]) => !scope.startsWith('survey:') || feed.surveys.includes(scope.slice(7)),
  )
  return {
    epoch: feed.epoch,
    cursors: Object.fromEntries(asked),
    surveys: [...feed.surveys],
    limit: entriesPerPage,
    deviceId: replica.deviceId,
    deviceSeq: sequence,
  }
}

/** Page after page until the server says that was all. Every page is kept with its cursors in one step. */
export async function pullAll(
  replica: Replica,
  ask: AskForEntries,
  now: number,
  onReceived: (count: number) => void = () => {},
): Promise<Outcome<number>> {
  const settling = replica.outbox.list().filter((item) => item.settling)
  let received = 0
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(requestOf(replica))
    if (!answer.ok) return answer
    const { feed } = replica.values
    if (feed.epoch !== null && feed.epoch !== answer.value.epoch) {
      await startEpoch(replica, answer.value.epoch)
      continue
    }
    const settled = settling.map(({ change }) => change.id)
    await keepPage(replica, answer.value, answer.value.more ? [] : settled, now)
    received += answer.value.entries.length
    onReceived(received)
    if (!answer.value.more) return { ok: true, value: received }
  }
  throw new Error('Bug: the feed has no end')
}

async function keepPage(
  replica: Replica,
  answer: PullAnswer,
  settled: readonly string[],
  now: number,
): Promise<void> {
  const { feed } = replica.values
  const { epoch, more } = answer
  const lost = new Set(answer.lost)
  const arriving = new Set(answer.entries.map((entry) => `${entry.kind}:${entry.id}`))
  const cursors = Object.entries({ ...feed.cursors, ...answer.cursors }).filter(
    ([scope]) => !lost.has(scope),
  )
  const missing = missingAfter(replica, answer.missing)
  // Leaving a scope takes acknowledged records only; what is unsent stays in the outbox (S10).
  const dropEntries = [...replica.base]
    .filter(
      ([key, held]) =>
        lost.has(held.entry.scope) || (!more && held.epoch !== epoch && !arriving.has(key)),
    )
    .map(([key]) => key)
  await keep(replica, {
    putEntries: answer.entries
      .filter((entry) => !lost.has(entry.scope) && takesOver(replica, entry, epoch))
      .map((entry) => ({ entry, epoch })),
    dropEntries,
    putItems: missing.resend.map(newItem),
    dropItems: settled.filter((id) => replica.outbox.get(id)?.settling === true),
    feed: {
      ...feed,
      epoch,
      cursors: Object.fromEntries(cursors),
      missing: missing.lost,
      complete: feed.complete || !more,
      pulledAt: more ? feed.pulledAt : new Date(now).toISOString(),
    },
  })
}
