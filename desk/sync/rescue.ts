// A forgotten PIN that comes back to mind: the unsent changes of the older store move into the open one.
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { connectStore, storeName, type Vault } from './database.ts'
import { keep } from './keep.ts'
import type { Replica } from './replica.ts'
import { openText } from './seal.ts'
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

/** Answers how many changes came over. They keep their names and numbers, so that one sent before is known again. */
export async function rescueSealed(
  replica: Replica,
  oldPin: string,
  now: number,
): Promise<Outcome<number>> {
  const opened = await unlockVaults(oldPin, now, true)
  if (!opened.ok) return opened
  const own = opened.value.filter(({ vault }) => vault.staffId === replica.staffId)
  let count = 0
  for (const store of own) {
    const items = await readUnsent(store)
    await keep(replica, {
      putItems: items.filter(({ change }) => replica.outbox.get(change.id) === undefined),
    })
    await removeVault(store.vault)
    count += items.length
  }
  return done(count)
}

async function readUnsent({ vault, key }: OpenVault): Promise<readonly StoredItem[]> {
  const connection = connectStore(storeName(vault))
  try {
    const rows = await connection.use((database) => database.getAll('outbox'))
    const texts = await Promise.all(rows.map((row) => openText(key, `outbox/${row.row}`, row)))
    return texts.map((one) => parseStored('outbox', one))
  } finally {
    await connection.close()
  }
}

/** The person has read how many changes are lost with it. */
export function dropSealed(vault: Vault): Promise<void> {
  return removeVault(vault)
}
