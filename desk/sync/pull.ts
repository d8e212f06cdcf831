import type { Outcome } from '../../core/kit/outcome.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import { newItem } from './act.ts'
import { startEpoch, takesOver } from './epoch.ts'
import { keep } from './keep.ts'
import { missingAfter } from './push.ts'
import type { Replica } from './replica.ts'
import type { Feed } from './stored-parse.ts'
import { entryKey } from './view.ts'

export type AskForEntries = (request: PullRequest) => Promise<Outcome<PullAnswer>>

const entriesPerPage = 500
/** A server that never says "that was all" is a broken one. */
const mostPages = 2000

/** Pages that have come and are not kept yet. */
interface Staged {
  readonly cursors: Feed['cursors']
  readonly entries: readonly Entry[]
  readonly lost: readonly string[]
}

function requestOf(replica: Replica, cursors: Feed['cursors']): PullRequest {
  const { feed, sequence } = replica.values
  const asked = Object.entries(cursors).filter(
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

/**
 * Page after page until the server says that was all. Afterwards all pages are kept in one step: half of them could
 * show half a bundle (S09). Only the very first copy is kept page by page, with its cursors, so that a weak line
 * need not begin anew; until it is whole the desk says that it is not.
 */
export async function pullAll(
  replica: Replica,
  ask: AskForEntries,
  now: number,
  onReceived: (count: number) => void = () => {},
): Promise<Outcome<number>> {
  const settling = replica.outbox
    .list()
    .flatMap(({ change, settling }) => (settling ? [change.id] : []))
  let staged: Staged = { cursors: replica.values.feed.cursors, entries: [], lost: [] }
  let received = 0
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(requestOf(replica, staged.cursors))
    if (!answer.ok) return answer
    const { epoch, more, missing } = answer.value
    if (replica.values.feed.epoch !== null && replica.values.feed.epoch !== epoch) {
      await startEpoch(replica, epoch)
      staged = { cursors: {}, entries: [], lost: [] }
      continue
    }
    staged = withPage(staged, answer.value)
    received += answer.value.entries.length
    onReceived(received)
    if (more && replica.values.feed.complete) continue
    await keepPages(replica, staged, { epoch, more, missing, now, settled: more ? [] : settling })
    if (!more) return { ok: true, value: received }
    staged = { ...staged, entries: [], lost: [] }
  }
  throw new Error('Bug: the feed has no end')
}

function withPage(staged: Staged, page: PullAnswer): Staged {
  const lost = [...new Set([...staged.lost, ...page.lost])]
  const cursors = Object.entries({ ...staged.cursors, ...page.cursors })
  return {
    cursors: Object.fromEntries(cursors.filter(([scope]) => !lost.includes(scope))),
    entries: [...staged.entries, ...page.entries],
    lost,
  }
}

async function keepPages(
  replica: Replica,
  staged: Staged,
  pull: {
    readonly epoch: string
    readonly more: boolean
    readonly missing: readonly number[]
    readonly now: number
    readonly settled: readonly string[]
  },
): Promise<void> {
  const { feed } = replica.values
  const { epoch, more } = pull
  const latest = new Map(staged.entries.map((entry) => [entryKey(entry.kind, entry.id), entry]))
  const missing = missingAfter(replica, pull.missing)
  // Leaving a scope takes acknowledged records only; what is unsent stays in the outbox (S10).
  const dropEntries = [...replica.base]
    .filter(
      ([key, held]) =>
        staged.lost.includes(held.entry.scope) ||
        (!more && held.epoch !== epoch && !latest.has(key)),
    )
    .map(([key]) => key)
  await keep(replica, {
    dropEntries,
    putEntries: [...latest.values()]
      .filter((entry) => !staged.lost.includes(entry.scope) && takesOver(replica, entry, epoch))
      .map((entry) => ({ entry, epoch })),
    putItems: missing.resend.map(newItem),
    dropItems: pull.settled.filter((id) => replica.outbox.get(id)?.settling === true),
    feed: {
      ...feed,
      epoch,
      cursors: staged.cursors,
      missing: missing.lost,
      complete: feed.complete || !more,
      pulledAt: more ? feed.pulledAt : new Date(pull.now).toISOString(),
    },
  })
}
