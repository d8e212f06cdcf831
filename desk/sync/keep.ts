// The one way to write: everything of one step is sealed first, written in one transaction, and only then shown and told to the other tabs.
import { learnZone } from '../kit/zone.ts'
import { everyStore, sealedStores, type SealedRow, type SealedStore } from './database.ts'
import type { LoginAnswer } from './server-shapes.ts'
import { sealText } from './seal.ts'
import { keyOfItem } from './changes-by-record.ts'
import { slicesOf, takeTurn } from './one-at-a-time.ts'
import { notify, type Replica } from './replica.ts'
import type {
  Feed,
  QueuedRead,
  SentChange,
  Settings,
  StoredEntry,
  StoredItem,
} from './stored-parse.ts'
import { entryKey } from './view.ts'

export interface Step {
  readonly putEntries?: readonly StoredEntry[]
  readonly dropEntries?: readonly string[]
  readonly putItems?: readonly StoredItem[]
  readonly dropItems?: readonly string[]
  readonly putSent?: readonly SentChange[]
  readonly dropSent?: readonly string[]
  readonly putReads?: readonly QueuedRead[]
  readonly dropReads?: readonly string[]
  readonly dropDrafts?: readonly string[]
  readonly dropFiles?: readonly string[]
  readonly feed?: Feed
  readonly settings?: Settings
  readonly account?: LoginAnswer
  /** The device's count must still stand at `from`: otherwise another tab was first and nothing is written. */
  readonly sequence?: { readonly from: number; readonly to: number }
}

export type Kept = 'kept' | 'sequenceTaken'

type Rows = Record<SealedStore, { put: SealedRow[]; drop: readonly string[] }>

/** Told to the other tabs of this device: which rows changed, never what is in them. */
export interface ChangedRows {
  readonly store: SealedStore
  readonly row: string
}

type Told = (rows: readonly ChangedRows[]) => void
const tellers = new WeakMap<Replica, Told>()
export function tellTabs(replica: Replica, told: Told): void {
  tellers.set(replica, told)
}

/** Resolves when the device has the step on its disk; only then may a screen say "saved". */
export async function keep(replica: Replica, step: Step): Promise<Kept> {
  const rows = await sealStep(replica, step)
  const kept = await takeTurn(replica, async () => {
    const { kept: outcome, writes } = await writeRows(replica, rows, step.sequence)
    if (outcome === 'sequenceTaken') return outcome
    // Another tab's write in between leaves this memory behind, until it has looked (`takeOutbox`).
    if (writes === replica.values.writes + 1) replica.values.writes = writes
    showStep(replica, step)
    return outcome
  })
  if (kept === 'sequenceTaken') return kept
  const changed = sealedStores.flatMap((store) =>
    [...rows[store].put.map((row) => row.row), ...rows[store].drop].map((row) => ({ store, row })),
  )
  tellers.get(replica)?.(changed)
  return kept
}

async function sealStep(replica: Replica, step: Step): Promise<Rows> {
  const seal = (store: SealedStore, row: string, value: unknown): Promise<SealedRow> =>
    sealText(replica.key, `${store}/${row}`, JSON.stringify(value)).then((sealed) => ({
      row,
      ...sealed,
    }))
  const all = async <Value>(
    store: SealedStore,
    values: readonly Value[] | undefined,
    rowOf: (value: Value) => string,
  ) => {
    const sealed: SealedRow[] = []
    for (const slice of slicesOf(values ?? []))
      sealed.push(...(await Promise.all(slice.map((value) => seal(store, rowOf(value), value)))))
    return sealed
  }
  const meta = [
    ...(step.feed === undefined ? [] : [seal('meta', 'feed', step.feed)]),
    ...(step.settings === undefined ? [] : [seal('meta', 'settings', step.settings)]),
    ...(step.account === undefined ? [] : [seal('meta', 'account', step.account)]),
  ]
  return {
    entries: {
      put: await all('entries', step.putEntries, ({ entry }) => entryKey(entry.kind, entry.id)),
      drop: step.dropEntries ?? [],
    },
    outbox: {
      put: await all('outbox', step.putItems, (item) => item.change.id),
      drop: step.dropItems ?? [],
    },
    sent: {
      put: await all('sent', step.putSent, (item) => item.change.id),
      drop: step.dropSent ?? [],
    },
    reads: {
      put: await all('reads', step.putReads, (read) => read.row),
      drop: step.dropReads ?? [],
    },
    drafts: { put: [], drop: step.dropDrafts ?? [] },
    files: { put: [], drop: step.dropFiles ?? [] },
    meta: { put: await Promise.all(meta), drop: [] },
  }
}

/** `writes`: how many steps this device's disk has seen, from whichever tab. */
async function writeRows(
  replica: Replica,
  rows: Rows,
  sequence: Step['sequence'],
): Promise<{ readonly kept: Kept; readonly writes: number }> {
  return replica.connection.use(async (database) => {
    const writing = database.transaction(everyStore, 'readwrite', {
      durability: 'strict',
    })
    const written = writing.done.then(
      () => null,
      (trouble: unknown) => trouble,
    )
    const counter = writing.objectStore('counter')
    if (sequence !== undefined) {
      if (((await counter.get('sequence')) ?? 0) !== sequence.from) {
        writing.abort()
        await written
        return { kept: 'sequenceTaken', writes: 0 }
      }
      await counter.put(sequence.to, 'sequence')
    }
    const writes = ((await counter.get('writes')) ?? 0) + 1
    await counter.put(writes, 'writes')
    const requests = sealedStores.flatMap((store) => [
      ...rows[store].drop.map((row) => async () => writing.objectStore(store).delete(row)),
      ...rows[store].put.map((row) => async () => writing.objectStore(store).put(row)),
    ])
    for (const slice of slicesOf(requests)) await Promise.allSettled(slice.map((ask) => ask()))
    const trouble = await written
    if (trouble !== null) throw trouble
    return { kept: 'kept', writes }
  })
}

function showStep(replica: Replica, step: Step): void {
  const touched = new Set<string>()
  for (const stored of step.putEntries ?? []) {
    const key = entryKey(stored.entry.kind, stored.entry.id)
    replica.base.set(key, stored)
    touched.add(key)
  }
  for (const key of step.dropEntries ?? []) {
    replica.base.delete(key)
    touched.add(key)
  }
  for (const id of step.dropItems ?? []) {
    const item = replica.outbox.get(id)
    if (item !== undefined) touched.add(keyOfItem(item))
    replica.outbox.delete(id)
  }
  for (const item of step.putItems ?? []) {
    replica.outbox.set(item)
    touched.add(keyOfItem(item))
  }
  for (const id of step.dropSent ?? []) {
    const item = replica.sent.get(id)
    if (item?.awaited === true) touched.add(keyOfItem(item))
    replica.sent.delete(id)
  }
  for (const item of step.putSent ?? []) {
    replica.sent.set(item)
    touched.add(keyOfItem(item))
  }
  for (const row of step.dropReads ?? []) replica.reads.delete(row)
  for (const read of step.putReads ?? []) replica.reads.set(read.row, read)
  if (step.feed !== undefined) replica.values.feed = step.feed
  if (step.settings !== undefined) replica.values.settings = step.settings
  if (step.account !== undefined) {
    replica.values.account = step.account
    learnZone(step.account.zone)
  }
  if (step.sequence !== undefined) replica.values.sequence = step.sequence.to
  if (touched.size > 0) replica.view.refresh(touched)
  notify(replica)
}
