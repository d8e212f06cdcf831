// One person's store, opened: the sealed rows in memory, and one way to change both together.
import { learnZone } from '../kit/zone.ts'
import {
  type Connection,
  connectStore,
  everyStore,
  type SealedRow,
  storeName,
  type StoreDatabase,
} from './database.ts'
import type { OverlayItem } from '../../core/sync/device.ts'
import { openText } from './seal.ts'
import {
  type Feed,
  newFeed,
  newSettings,
  parseStored,
  type QueuedRead,
  type SentChange,
  type Settings,
  type StoredEntry,
  type StoredItem,
} from './stored-parse.ts'
import type { LoginAnswer } from './server-shapes.ts'
import type { OpenVault } from './vaults.ts'
import {
  byOrder,
  type ChangesByRecord,
  keyOfItem,
  makeChangesByRecord,
} from './changes-by-record.ts'
import { breathe, slicesOf } from './one-at-a-time.ts'
import { makeView, type View } from './view.ts'

const rowsPerReading = 2000

export interface Replica {
  readonly staffId: string
  readonly deviceId: string
  readonly generation: number
  readonly key: CryptoKey
  readonly connection: Connection
  readonly base: Map<string, StoredEntry>
  /** What the server has not applied. */
  readonly outbox: ChangesByRecord<StoredItem>
  /** What it has applied. */
  readonly sent: ChangesByRecord<SentChange>
  readonly reads: Map<string, QueuedRead>
  readonly values: {
    feed: Feed
    settings: Settings
    account: LoginAnswer | null
    sequence: number
    /** The disk as it stood after so many steps is what this memory holds. */
    writes: number
  }
  readonly view: View
  readonly listeners: Set<() => void>
}

/** Reads and decrypts everything once, at unlock. */
export async function openReplica(opened: OpenVault): Promise<Replica> {
  const replica = emptyReplica(opened)
  await readEverything(replica)
  return replica
}

function emptyReplica({ vault, key }: OpenVault): Replica {
  const base = new Map<string, StoredEntry>()
  const outbox = makeChangesByRecord<StoredItem>()
  const sent = makeChangesByRecord<SentChange>()
  return {
    staffId: vault.staffId,
    deviceId: vault.deviceId,
    generation: vault.generation,
    key,
    connection: connectStore(storeName(vault)),
    base,
    outbox,
    sent,
    reads: new Map(),
    values: { feed: newFeed, settings: newSettings, account: null, sequence: 0, writes: 0 },
    view: makeView({ base, itemsOf: (key) => itemsOver(outbox.ofRecord(key), sent.ofRecord(key)) }),
    listeners: new Set(),
  }
}

/** What is sent once more stands in the outbox and nowhere else. */
function itemsOver(
  unsent: readonly StoredItem[],
  sent: readonly SentChange[],
): readonly OverlayItem[] {
  const awaited = sent.filter(
    (item) => item.awaited && !unsent.some(({ change }) => change.id === item.change.id),
  )
  if (awaited.length === 0) return unsent
  const acknowledged = awaited.map(({ change }) => ({ change, status: 'sent' as const }))
  return [...acknowledged, ...unsent].sort(byOrder)
}

async function readEverything(replica: Replica): Promise<void> {
  const { rows, sequence, writes } = await replica.connection.use(readRows)
  const open = (store: Loaded, take: (row: string, text: string) => void) =>
    openRows(replica.key, store, rows[store], take)
  await open('entries', (row, text) => replica.base.set(row, parseStored('entries', text)))
  await open('outbox', (_row, text) => replica.outbox.set(parseStored('outbox', text)))
  await open('sent', (_row, text) => replica.sent.set(parseStored('sent', text)))
  await open('reads', (row, text) => replica.reads.set(row, parseStored('reads', text)))
  await open('meta', (row, text) => takeMeta(replica, row, text))
  replica.values.sequence = sequence
  replica.values.writes = writes
  // Nobody looks yet: the first screen opens when everything stands.
  for (const keys of slicesOf(shownKeys(replica))) {
    replica.view.refresh(keys)
    await breathe()
  }
}

/** A county's sheets opened all at once would hold the page for seconds. */
async function openRows(
  key: CryptoKey,
  store: Loaded,
  rows: readonly SealedRow[],
  take: (row: string, text: string) => void,
): Promise<void> {
  for (const slice of slicesOf(rows)) {
    const texts = await Promise.all(slice.map((row) => openText(key, `${store}/${row.row}`, row)))
    for (const [index, { row }] of slice.entries()) take(row, texts[index] ?? '')
    // What the crypto threads hand back goes before timers and taps.
    await breathe()
  }
}

function shownKeys({ base, outbox, sent }: Replica): readonly string[] {
  const awaited = sent.list().filter((item) => item.awaited)
  return [...base.keys(), ...outbox.list().map(keyOfItem), ...awaited.map(keyOfItem)]
}

export function takeMeta(replica: Replica, row: string, text: string): void {
  if (row === 'feed') replica.values.feed = parseStored('feed', text)
  if (row === 'settings') replica.values.settings = parseStored('settings', text)
  if (row === 'account') {
    replica.values.account = parseStored('account', text)
    learnZone(replica.values.account.zone)
  }
}

const loadedStores = ['entries', 'outbox', 'sent', 'reads', 'meta'] as const
type Loaded = (typeof loadedStores)[number]

/** All in one transaction: rows and counters of one moment. */
async function readRows(database: StoreDatabase) {
  const reading = database.transaction(everyStore)
  const rows: Record<Loaded, SealedRow[]> = {
    entries: [],
    outbox: [],
    sent: [],
    reads: [],
    meta: [],
  }
  for (const store of loadedStores) {
    const from = reading.objectStore(store)
    let found = await from.getAll(null, rowsPerReading)
    rows[store].push(...found)
    while (found.length === rowsPerReading) {
      const last = found.at(-1)?.row ?? ''
      found = await from.getAll(IDBKeyRange.lowerBound(last, true), rowsPerReading)
      rows[store].push(...found)
    }
  }
  const counter = reading.objectStore('counter')
  const [sequence, writes] = await Promise.all([counter.get('sequence'), counter.get('writes')])
  await reading.done
  return { rows, sequence: sequence ?? 0, writes: writes ?? 0 }
}

export function notify(replica: Replica): void {
  for (const listener of replica.listeners) listener()
}

/** Forgets everything decrypted. The sealed rows stay. */
export async function closeReplica(replica: Replica): Promise<void> {
  const keys = shownKeys(replica)
  replica.base.clear()
  replica.outbox.clear()
  replica.sent.clear()
  replica.reads.clear()
  replica.values.account = null
  replica.view.refresh(keys)
  await replica.connection.close()
}
