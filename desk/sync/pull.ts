import type { Outcome } from '../../core/kit/outcome.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import { newItem } from './act.ts'
import { startEpoch, takesOver } from './epoch.ts'
import { findErasedCopies } from './erase-copies.ts'
import { draftsOutOfReach, sentOutOfReach } from './forget.ts'
import { keep, type Step } from './keep.ts'
import { missingAfter } from './push.ts'
import type { Replica } from './replica.ts'
import type { Feed, SentChange } from './stored-parse.ts'
import { entryKey } from './view.ts'
import { waitingNumbers } from './waiting-numbers.ts'

export type AskForEntries = (request: PullRequest) => Promise<Outcome<PullAnswer>>

const entriesPerPage = 500
/** A server that never says "that was all" is a broken one. */
const mostPages = 2000

/** Pages that have come and are not kept yet. */
interface Staged {
  readonly cursors: Feed['cursors']
  readonly sight: string | null
  readonly entries: readonly Entry[]
  readonly lost: readonly string[]
  readonly afresh: readonly string[]
  readonly erased: readonly string[]
}

const nothingStaged: Staged = {
  cursors: {},
  sight: null,
  entries: [],
  lost: [],
  afresh: [],
  erased: [],
}

function requestOf(replica: Replica, { cursors, sight }: Staged): PullRequest {
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
    waiting: waitingNumbers(replica),
    sight,
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
  const { cursors, sight } = replica.values.feed
  const acknowledged = replica.sent.list()
  let staged: Staged = { ...nothingStaged, cursors, sight }
  let received = 0
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(requestOf(replica, staged))
    if (!answer.ok) return answer
    const { epoch, more } = answer.value
    if (replica.values.feed.epoch !== null && replica.values.feed.epoch !== epoch) {
      await startEpoch(replica, epoch)
      staged = nothingStaged
      continue
    }
    staged = withPage(staged, answer.value)
    received += answer.value.entries.length
    onReceived(received)
    if (more && (replica.values.feed.complete || staged.afresh.length > 0)) continue
    await keepPages(replica, staged, { answer: answer.value, now, acknowledged })
    if (!more) {
      await countOn(replica, answer.value.counted)
      return { ok: true, value: received }
    }
    staged = { ...staged, entries: [], lost: [], erased: [] }
  }
  throw new Error('Bug: the feed has no end')
}

function withPage(staged: Staged, page: PullAnswer): Staged {
  const lost = [...new Set([...staged.lost, ...page.lost])]
  const cursors = Object.entries({ ...staged.cursors, ...page.cursors })
  return {
    cursors: Object.fromEntries(cursors.filter(([scope]) => !lost.includes(scope))),
    sight: page.sight,
    // What came under rights that have changed meanwhile comes once more, or not at all.
    entries: [
      ...staged.entries.filter(({ scope }) => !page.afresh.includes(scope)),
      ...page.entries,
    ],
    lost,
    afresh: [...new Set([...staged.afresh, ...page.afresh])],
    erased: [...new Set([...staged.erased, ...page.erased])],
  }
}

interface Pulled {
  readonly answer: PullAnswer
  readonly now: number
  /** Sent before the pull began: what it has not brought lies out of reach. */
  readonly acknowledged: readonly SentChange[]
}

async function keepPages(replica: Replica, staged: Staged, pulled: Pulled): Promise<void> {
  const { feed } = replica.values
  const { epoch, more } = pulled.answer
  const latest = new Map(
    staged.entries
      .filter((entry) => !staged.lost.includes(entry.scope))
      .map((entry) => [entryKey(entry.kind, entry.id), entry]),
  )
  const isOutOfReach = (key: string, scope: string) =>
    staged.lost.includes(scope) || (staged.afresh.includes(scope) && !latest.has(key))
  const outOfReach = [...replica.base]
    .filter(([key, { entry }]) => isOutOfReach(key, entry.scope))
    .map(([key]) => key)
  const undone = [...replica.base]
    .filter(([key, held]) => !more && held.epoch !== epoch && !latest.has(key))
    .map(([key]) => key)
  const erased = await findErasedCopies(replica, staged.erased)
  const dropEntries = [...new Set([...outOfReach, ...undone, ...erased.dropEntries])]
  const missing = missingAfter(replica, pulled.answer.missing)
  await keep(replica, {
    ...settleSent(replica, pulled, latest, { dropEntries, dropSent: erased.dropSent }),
    dropEntries,
    dropItems: erased.dropItems,
    dropFiles: erased.dropFiles,
    dropDrafts: [
      ...(await draftsOutOfReach(replica, outOfReach, staged.lost)),
      ...erased.dropDrafts,
    ],
    putEntries: [...latest.values()]
      .filter((entry) => takesOver(replica, entry, epoch))
      .map((entry) => ({ entry, epoch })),
    putItems: [...missing.resend.map(newItem), ...erased.putItems],
    feed: {
      ...feed,
      epoch,
      cursors: staged.cursors,
      sight: staged.sight,
      missing: missing.lost,
      complete: feed.complete || !more,
      pulledAt: more ? feed.pulledAt : new Date(pulled.now).toISOString(),
    },
  })
}

/**
 * The records now hold what had been sent before. Leaving a scope takes what was acknowledged about it too; what is
 * unsent stays in the outbox (S10).
 */
function settleSent(
  replica: Replica,
  { acknowledged, answer }: Pulled,
  latest: ReadonlyMap<string, Entry>,
  leaving: Required<Pick<Step, 'dropEntries' | 'dropSent'>>,
): Pick<Step, 'putSent' | 'dropSent'> {
  if (answer.more) return { dropSent: leaving.dropSent }
  const dropped = new Set(leaving.dropEntries)
  const isHeld = (key: string) => latest.has(key) || (replica.base.has(key) && !dropped.has(key))
  const gone = sentOutOfReach(acknowledged, isHeld, (key) => dropped.has(key))
  const dropSent = new Set([...gone.map(({ change }) => change.id), ...leaving.dropSent])
  return {
    dropSent: [...dropSent],
    putSent: acknowledged
      .filter(({ change, awaited }) => awaited && !dropSent.has(change.id))
      .map((item) => ({ ...item, awaited: false })),
  }
}

/** No device is further ahead of its own count than this; a number out of all reason comes from somebody else's hand. */
const mostAhead = 1_000_000

/** A device that has lost its store goes on counting where it had been: a new change under an old number would hide a lost one (S25). */
async function countOn(replica: Replica, counted: number): Promise<void> {
  const { sequence } = replica.values
  if (counted > sequence && counted <= sequence + mostAhead)
    await keep(replica, { sequence: { from: sequence, to: counted } })
}
