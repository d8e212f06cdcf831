// What another tab of this device wrote, taken into this one's memory.
import type { Change } from '../../core/sync/change.ts'
import { everyStore, type SealedStore } from './database.ts'
import type { ChangedRows } from './keep.ts'
import { keyOfItem } from './changes-by-record.ts'
import { slicesOf, takeTurn } from './one-at-a-time.ts'
import { notify, type Replica, takeMeta } from './replica.ts'
import { openText } from './seal.ts'
import { parseStored } from './stored-parse.ts'

/** Takes over what another tab wrote. */
export async function takeRows(replica: Replica, changed: readonly ChangedRows[]): Promise<void> {
  for (const slice of slicesOf(changed)) await takeTurn(replica, () => takeSlice(replica, slice))
  notify(replica)
}

async function takeSlice(replica: Replica, changed: readonly ChangedRows[]): Promise<void> {
  const { rows, sequence } = await replica.connection.use(async (database) => {
    const reading = database.transaction(everyStore)
    const [found, count] = await Promise.all([
      Promise.all(changed.map(({ store, row }) => reading.objectStore(store).get(row))),
      reading.objectStore('counter').get('sequence'),
    ])
    await reading.done
    return { rows: found, sequence: count ?? 0 }
  })
  const texts = await Promise.all(
    changed.map(({ store, row }, index) => {
      const sealed = rows[index]
      return sealed === undefined ? null : openText(replica.key, `${store}/${row}`, sealed)
    }),
  )
  const touched = new Set<string>()
  for (const [index, { store, row }] of changed.entries())
    for (const key of takeRow(replica, store, row, texts[index] ?? null)) touched.add(key)
  replica.values.sequence = sequence
  if (touched.size > 0) replica.view.refresh(touched)
}

function takeRow(
  replica: Replica,
  store: SealedStore,
  row: string,
  text: string | null,
): readonly string[] {
  switch (store) {
    case 'entries':
      if (text === null) replica.base.delete(row)
      else replica.base.set(row, parseStored('entries', text))
      return [row]
    case 'outbox': {
      const before = replica.outbox.get(row)
      if (text === null) replica.outbox.delete(row)
      else replica.outbox.set(parseStored('outbox', text))
      return keysOf(before, replica.outbox.get(row))
    }
    case 'sent': {
      const before = replica.sent.get(row)
      if (text === null) replica.sent.delete(row)
      else replica.sent.set(parseStored('sent', text))
      return keysOf(before, replica.sent.get(row))
    }
    case 'reads':
      if (text === null) replica.reads.delete(row)
      else replica.reads.set(row, parseStored('reads', text))
      return []
    case 'meta':
      if (text !== null) takeMeta(replica, row, text)
      return []
    case 'drafts':
    case 'files':
      return []
  }
}

function keysOf(...items: readonly ({ readonly change: Change } | undefined)[]): readonly string[] {
  return items.flatMap((item) => (item === undefined ? [] : [keyOfItem(item)]))
}

/** Before one tab sends for all: what the disk says now, whoever wrote it. */
export async function takeOutbox(replica: Replica): Promise<void> {
  const writes = await replica.connection.use(
    async (database) => (await database.get('counter', 'writes')) ?? 0,
  )
  // Nobody else has written here: an import's thousands need not be read again with every round.
  if (writes === replica.values.writes) return
  const stores = ['outbox', 'sent', 'reads', 'meta'] as const
  const changed: ChangedRows[] = []
  for (const store of stores) {
    const rows = await replica.connection.use((database) => database.getAllKeys(store))
    changed.push(...rows.map((row) => ({ store, row })))
  }
  const present = new Set(changed.map(({ store, row }) => `${store}/${row}`))
  const gone = (['outbox', 'sent'] as const).flatMap((store) =>
    replica[store]
      .ids()
      .filter((row) => !present.has(`${store}/${row}`))
      .map((row) => ({ store, row })),
  )
  // What a pull has brought back does not change any more.
  const fresh = changed.filter(
    ({ store, row }) => store !== 'sent' || replica.sent.get(row)?.awaited !== false,
  )
  await takeRows(replica, [...gone, ...fresh])
  replica.values.writes = writes
}
