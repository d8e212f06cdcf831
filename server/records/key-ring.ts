import { createSecretKey, randomBytes } from 'node:crypto'
import type { Transaction } from '../database/sql.ts'
import { openRecords, type OpenedRecords } from './opened-records.ts'
import { openBytes, sealBytes, type SealKey } from './seal.ts'

const keyBytes = 32
const mostCached = 20_000

/** A key that was destroyed on purpose (an erased family): what it sealed can never be read again. */
export class KeyDestroyed extends Error {}

export interface KeyRing {
  /** The keys that sealed what is there already. One that is missing is our bug: another in its place would open nothing. */
  readonly keysToOpen: (
    transaction: Transaction,
    owners: readonly string[],
  ) => Promise<ReadonlyMap<string, SealKey>>
  /** The keys of these owners; those that do not exist yet are made, in the caller's transaction. */
  readonly keysFor: (
    transaction: Transaction,
    owners: readonly string[],
  ) => Promise<ReadonlyMap<string, SealKey>>
  readonly forget: (agencyId: string, owner: string) => void
  /** What the keys have opened lately. */
  readonly opened: OpenedRecords
}

interface KeyRow {
  readonly owner: string
  readonly wrapped: Buffer | null
}

export function createKeyRing(masterKey: Buffer): KeyRing {
  const cache = new KeyCache()
  const opened = openRecords()
  const read = (transaction: Transaction, owners: readonly string[]) =>
    readKeys(transaction, masterKey, owners)
  const findKeys = async (
    transaction: Transaction,
    owners: readonly string[],
  ): Promise<Map<string, SealKey>> => {
    const keys = cache.known(transaction, owners)
    const unknown = owners.filter((owner) => !keys.has(owner))
    for (const [owner, key] of await read(transaction, unknown)) {
      cache.keepStored(transaction, owner, key)
      keys.set(owner, key)
    }
    return keys
  }
  return {
    keysToOpen: async (transaction, owners) => {
      const keys = await findKeys(transaction, owners)
      const missing = owners.find((owner) => !keys.has(owner))
      if (missing !== undefined)
        throw new Error(`Bug: what ${missing} sealed is there, its key is not`)
      return keys
    },
    keysFor: async (transaction, owners) => {
      const keys = await findKeys(transaction, owners)
      const missing = owners.filter((owner) => !keys.has(owner))
      if (missing.length === 0) return keys
      cache.announce(transaction, missing)
      const [, made] = await Promise.all([
        makeMissing(transaction, masterKey, missing),
        read(transaction, missing),
      ])
      for (const [owner, key] of made) {
        cache.keepMade(transaction, owner, key)
        keys.set(owner, key)
      }
      return keys
    },
    forget: (agencyId, owner) => {
      cache.forget(agencyId, owner)
      opened.forget(agencyId, owner)
    },
    opened,
  }
}

/** A key that a transaction made is not remembered beyond it: if it rolls back, nothing may ever be sealed with it. */
class KeyCache {
  readonly #stored = new Map<string, SealKey>()
  /** null: being made at this moment. */
  readonly #made = new WeakMap<Transaction, Map<string, SealKey | null>>()

  known(transaction: Transaction, owners: readonly string[]): Map<string, SealKey> {
    const made = this.#made.get(transaction)
    const found = new Map<string, SealKey>()
    for (const owner of owners) {
      const stored = this.#stored.get(`${transaction.agencyId}|${owner}`)
      const key = made?.get(owner) ?? stored ?? null
      if (key !== null) found.set(owner, key)
    }
    return found
  }

  /** What was read as stored; another look of the same transaction may be making it at this moment. */
  keepStored(transaction: Transaction, owner: string, key: SealKey): void {
    if (this.#made.get(transaction)?.has(owner) === true) return
    if (this.#stored.size >= mostCached) this.#stored.clear()
    this.#stored.set(`${transaction.agencyId}|${owner}`, key)
  }

  announce(transaction: Transaction, owners: readonly string[]): void {
    const made = this.#made.get(transaction) ?? new Map<string, SealKey | null>()
    this.#made.set(transaction, made)
    for (const owner of owners) made.set(owner, made.get(owner) ?? null)
  }

  keepMade(transaction: Transaction, owner: string, key: SealKey): void {
    this.#made.get(transaction)?.set(owner, key)
  }

  forget(agencyId: string, owner: string): void {
    this.#stored.delete(`${agencyId}|${owner}`)
  }
}

async function readKeys(
  transaction: Transaction,
  masterKey: Buffer,
  owners: readonly string[],
): Promise<ReadonlyMap<string, SealKey>> {
  if (owners.length === 0) return new Map()
  const { agencyId } = transaction
  const rows = await transaction.rows<KeyRow>(
    'select owner, wrapped from seal_key where agency_id = $1 and owner = any($2)',
    [agencyId, owners],
  )
  return new Map(rows.map((row) => [row.owner, unwrap(masterKey, agencyId, row)]))
}

function unwrap(masterKey: Buffer, agencyId: string, { owner, wrapped }: KeyRow): SealKey {
  if (wrapped === null) throw new KeyDestroyed(`The key of ${owner} was destroyed`)
  return createSecretKey(openBytes(masterKey, wrapped, `key|${agencyId}|${owner}`))
}

async function makeMissing(
  transaction: Transaction,
  masterKey: Buffer,
  owners: readonly string[],
): Promise<void> {
  const { agencyId } = transaction
  const wrapped = owners.map((owner) =>
    sealBytes(masterKey, randomBytes(keyBytes), `key|${agencyId}|${owner}`),
  )
  await transaction.rows(
    'insert into seal_key (agency_id, owner, wrapped) select $1, owner, wrapped from unnest($2::text[], $3::bytea[]) as made (owner, wrapped) on conflict do nothing',
    [agencyId, owners, wrapped],
  )
}
