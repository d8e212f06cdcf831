// Batches from devices. Those that arrive while a transaction of the agency is under way share the next one:
// each keeps its own answer, all pay for one commit.
import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import { hideAuthors } from '../../core/access/hide-authors.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { applyBatch } from '../../core/sync/apply.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import { kindByName } from '../../core/kinds.ts'
import { transact } from '../database/transact.ts'
import { openGate } from './gate.ts'
import { readEpoch } from './epoch.ts'
import type { KeyRing } from './key-ring.ts'
import { ownerOfFile } from './stored-files.ts'
import { openUnitOfWork } from './unit-of-work.ts'

const mostChangesTogether = 2_000
const mostUnsent = 50
const nobody = { staffId: '', roles: [] }

export interface Batch {
  readonly changes: readonly Change[]
  /** Whether the answer shows the records as they stand; who keeps a copy need not carry them home. */
  readonly echo: boolean
}

interface Waiting extends Batch {
  readonly resolve: (answer: PushAnswer) => void
  readonly reject: (trouble: unknown) => void
}

export interface PushDeps {
  readonly pool: Pool
  readonly keyRing: KeyRing
  readonly now: () => string
  readonly today: () => string
}

export interface PushAnswer extends BatchAnswer {
  /** The history of the database in which the batch was committed. */
  readonly epoch: string
}

export interface PushQueue {
  /** Applies a batch; resolves after the commit, never before. */
  readonly push: (
    agencyId: string,
    changes: readonly Change[],
    echo?: boolean,
  ) => Promise<PushAnswer>
}

export function createPushQueue(deps: PushDeps): PushQueue {
  const queues = new Map<string, Waiting[]>()
  const busy = new Set<string>()

  const drain = async (agencyId: string): Promise<void> => {
    if (busy.has(agencyId)) return
    busy.add(agencyId)
    try {
      // Those whose requests have been read in the same turn share the first transaction too.
      await setImmediate()
      for (
        let batch = takeBatch(queues, agencyId);
        batch.length > 0;
        batch = takeBatch(queues, agencyId)
      ) {
        await applyTogether(deps, agencyId, batch)
      }
    } finally {
      busy.delete(agencyId)
    }
  }

  return {
    push: (agencyId, changes, echo = true) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(agencyId) ?? []
        queues.set(agencyId, queue)
        queue.push({ changes, echo, resolve, reject })
        void drain(agencyId)
      }),
  }
}

function takeBatch(queues: Map<string, Waiting[]>, agencyId: string): readonly Waiting[] {
  const queue = queues.get(agencyId) ?? []
  const batch: Waiting[] = []
  let size = 0
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    if (batch.length > 0 && size + next.changes.length > mostChangesTogether) break
    size += next.changes.length
    batch.push(next)
    queue.shift()
  }
  if (queue.length === 0) queues.delete(agencyId)
  return batch
}

/** One client's trouble must not become another's: if the shared transaction fails, each is tried alone. */
async function applyTogether(
  deps: PushDeps,
  agencyId: string,
  batch: readonly Waiting[],
): Promise<void> {
  try {
    const answers = await applyBatches(deps, agencyId, batch)
    batch.forEach((waiting, index) => {
      const answer = answers[index]
      if (answer === undefined) waiting.reject(new Error('Bug: a batch without an answer'))
      else waiting.resolve(answer)
    })
  } catch (trouble) {
    const [only] = batch
    if (only !== undefined && batch.length === 1) {
      only.reject(trouble)
      return
    }
    for (const waiting of batch) await applyTogether(deps, agencyId, [waiting])
  }
}

/** Applies batches, one after the other, in one transaction. */
export async function applyBatches(
  deps: PushDeps,
  agencyId: string,
  batches: readonly Batch[],
): Promise<readonly PushAnswer[]> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const now = deps.now()
    const port = openUnitOfWork(transaction, deps.keyRing, now)
    const [epoch] = await Promise.all([
      readEpoch(transaction),
      port.prepare(batches.flatMap(({ changes }) => changes)),
    ])
    const engine = {
      port,
      gate: openGate(agencyId, port, { now, today: deps.today() }, ownerOfFile(transaction)),
      kindByName,
      hashText: (text: string) => hash('sha256', text),
    }
    const answers: BatchAnswer[] = []
    const authors: (Actor | null)[] = []
    const flushes: Promise<void>[] = []
    for (const { changes, echo } of batches) {
      answers.push(await applyBatch(engine, changes, echo))
      const [first] = changes
      authors.push(first === undefined ? null : await engine.gate.actorOf(first.actorId))
      if (port.unsent() < mostUnsent) continue
      // While the database writes these, the next batches are decided.
      const flush = port.flush()
      flush.catch(() => undefined)
      flushes.push(flush)
      await setImmediate()
    }
    await Promise.all([...flushes, port.flush()])
    return answers.map((answer, index) => ({
      ...answer,
      epoch,
      entries: answer.entries
        .map(port.placed)
        .map((entry) => hideAuthors(entry, authors[index] ?? nobody)),
    }))
  })
}
