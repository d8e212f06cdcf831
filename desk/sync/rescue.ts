// A forgotten PIN that comes back to mind: the unsent changes of the older store move into the open one.
import { done, type Outcome, refusal } from '../../core/kit/outcome.ts'
import { connectStore, storeName, type Vault } from './database.ts'
import { keep } from './keep.ts'
import type { Replica } from './replica.ts'
import { isAbout } from './file-rows.ts'
import { openContent, openText, sealContent } from './seal.ts'
import { parseStored, type StoredItem } from './stored-parse.ts'
import type { SealedStoreCount } from './stage.ts'
import {
  countSealedUnsent,
  listVaults,
  type OpenVault,
  removeVault,
  unlockVaults,
} from './vaults.ts'

export async function listSealed(replica: Replica): Promise<readonly SealedStoreCount[]> {
  const retired = (await listVaults()).filter(
    (vault) => vault.retired && vault.staffId === replica.staffId,
  )
  return Promise.all(
    retired.map(async (vault) => ({ vault, unsent: await countSealedUnsent(vault) })),
  )
}

export interface Rescued {
  /** Changes and files that came over. */
  readonly count: number
  /** Changes that no key opens any more: they stay in the older store until the person throws it away. */
  readonly damaged: number
}

/** What comes over keeps its names and numbers, so that one sent before is known again. */
export async function rescueSealed(
  replica: Replica,
  oldPin: string,
  now: number,
): Promise<Outcome<Rescued>> {
  const opened = await unlockVaults(oldPin, now, true)
  if (!opened.ok) return opened
  const own = opened.value.filter(({ vault }) => vault.staffId === replica.staffId)
  let count = 0
  let damaged = 0
  for (const store of own) {
    const found = await readUnsent(store)
    const putItems = found.items
      .filter(({ change }) => replica.outbox.get(change.id) === undefined)
      .map((item) => refuseHalfBundle(item, found.items))
    await keep(replica, { putItems })
    const files = await moveFiles(store, replica)
    if (found.damaged.length === 0) await removeVault(store.vault)
    else await leaveOnly(store, found.damaged)
    count += found.items.length + files
    damaged += found.damaged.length
  }
  return done({ count, damaged })
}

interface Unsent {
  readonly items: readonly StoredItem[]
  /** The rows that do not open. */
  readonly damaged: readonly string[]
}

async function readUnsent({ vault, key }: OpenVault): Promise<Unsent> {
  const connection = connectStore(storeName(vault))
  try {
    const rows = await connection.use((database) => database.getAll('outbox'))
    const read = await Promise.all(
      rows.map((row) =>
        openText(key, `outbox/${row.row}`, row)
          .then((words) => ({ item: parseStored('outbox', words), row: row.row }))
          .catch(() => ({ item: null, row: row.row })),
      ),
    )
    return {
      items: read.flatMap(({ item }) => item ?? []),
      damaged: read.flatMap(({ item, row }) => (item === null ? row : [])),
    }
  } finally {
    await connection.close()
  }
}

/** A bundle is applied whole or not at all: one that lacks a damaged part would wait for ever, so it is shown to be written anew. */
function refuseHalfBundle(item: StoredItem, items: readonly StoredItem[]): StoredItem {
  const { bundle } = item.change
  if (bundle === null) return item
  const there = items.filter(({ change }) => change.bundle?.id === bundle.id).length
  return there === bundle.of
    ? item
    : { ...item, status: 'refused', refusal: refusal('BundleDamaged') }
}

/** What has come over leaves the older store; what is damaged is all that still counts there. */
async function leaveOnly({ vault }: OpenVault, rows: readonly string[]): Promise<void> {
  const connection = connectStore(storeName(vault))
  try {
    await connection.use(async (database) => {
      const writing = database.transaction(['outbox', 'files'], 'readwrite')
      const outbox = writing.objectStore('outbox')
      for (const row of await outbox.getAllKeys()) if (!rows.includes(row)) await outbox.delete(row)
      await writing.objectStore('files').clear()
      await writing.done
    })
  } finally {
    await connection.close()
  }
}

/** Part by part, each opened with the older key and sealed with this store's; answers how many files. */
async function moveFiles({ vault, key }: OpenVault, replica: Replica): Promise<number> {
  const connection = connectStore(storeName(vault))
  try {
    const rows = await connection.use((database) => database.getAllKeys('files'))
    for (const row of rows) {
      const sealed = await connection.use((database) => database.get('files', row))
      if (sealed === undefined) continue
      const place = `files/${row}`
      // What cannot be opened any more comes over as it is: it is shown as damaged, and keeps nothing else back.
      const anew = await openContent(key, place, sealed).then(
        (content) => sealContent(replica.key, place, content),
        () => sealed,
      )
      await replica.connection.use((database) => database.put('files', { ...anew, row }))
    }
    return rows.filter(isAbout).length
  } finally {
    await connection.close()
  }
}

/** The person has read how many changes are lost with it. */
export function dropSealed(vault: Vault): Promise<void> {
  return removeVault(vault)
}
