import { createSecretKey, randomBytes } from 'node:crypto'
import type { Transaction } from '../database/sql.ts'
import { openRecords, type OpenedRecords } from './opened-records.ts'
import { holdKeys, masterKeyLock, readGenerations, wrapPlace } from './key-locks.ts'
import { openBytes, OwnerKey, sealBytes, type SealKey } from './seal.ts'

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
  readonly findMaster: FindMasterKey
}

/** The master key by its id: another process may have changed it meanwhile. Null: the one at hand. */
export type FindMasterKey = (id: string | null) => Buffer

interface KeyRow {
  readonly owner: string
  readonly wrapped: Buffer | null
  readonly generation: number
  readonly earlier: Buffer | null
  readonly master: string | null
}

export function createKeyRing(master: Buffer | FindMasterKey): KeyRing {
  const findMaster: FindMasterKey = typeof master === 'function' ? master : () => master
  const cache = new KeyCache()
  const opened = openRecords()
  const read = (transaction: Transaction, owners: readonly string[]) =>
    readKeys(transaction, findMaster, owners)
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
      const wanted = cache.notYetHeld(transaction, owners)
      if (wanted.length > 0) {
        // Sent together; the numbers are read when the locks are held, so nothing is sealed with a key that was replaced.
        const [, stored] = await Promise.all([
          holdKeys(transaction, wanted),
          readGenerations(transaction, wanted),
        ])
        cache.holdTo(transaction, wanted, stored)
      }
      const keys = await findKeys(transaction, owners)
      const missing = owners.filter((owner) => !keys.has(owner))
      if (missing.length === 0) return keys
      cache.announce(transaction, missing)
      await makeMissing(transaction, findMaster, missing)
      for (const [owner, key] of await read(transaction, missing)) {
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
    findMaster,
  }
}

/** A key that a transaction made is not remembered beyond it: if it rolls back, nothing may ever be sealed with it. */
class KeyCache {
  readonly #stored = new Map<string, OwnerKey>()
  /** Whose keys a transaction holds as they are until it ends. */
  readonly #held = new WeakMap<Transaction, Set<string>>()
  /** null: being made at this moment. */
  readonly #made = new WeakMap<Transaction, Map<string, OwnerKey | null>>()

  known(transaction: Transaction, owners: readonly string[]): Map<string, SealKey> {
    const made = this.#made.get(transaction)
    const found = new Map<string, SealKey>()
    for (const owner of owners) {
      const stored = this.#stored.get(`${transaction.agencyId}|${owner}`)
      const key = made?.get(owner) ?? stored ?? null
      if (key !== null && !key.outdated) found.set(owner, key)
    }
    return found
  }

  /** What was read as stored; another look of the same transaction may be making it at this moment. */
  keepStored(transaction: Transaction, owner: string, key: OwnerKey): void {
    if (this.#made.get(transaction)?.has(owner) === true) return
    if (this.#stored.size >= mostCached) this.#stored.clear()
    this.#stored.set(`${transaction.agencyId}|${owner}`, key)
  }

  notYetHeld(transaction: Transaction, owners: readonly string[]): readonly string[] {
    const held = this.#held.get(transaction)
    return owners.filter((owner) => held?.has(owner) !== true)
  }

  /** What is remembered of these owners and stored no longer goes: another process changed or destroyed it. */
  holdTo(
    transaction: Transaction,
    owners: readonly string[],
    stored: ReadonlyMap<string, number>,
  ): void {
    const held = this.#held.get(transaction) ?? new Set<string>()
    this.#held.set(transaction, held)
    for (const owner of owners) {
      held.add(owner)
      const known = this.#stored.get(`${transaction.agencyId}|${owner}`)
      if (known !== undefined && known.generation !== stored.get(owner))
        this.forget(transaction.agencyId, owner)
    }
  }

  announce(transaction: Transaction, owners: readonly string[]): void {
    const made = this.#made.get(transaction) ?? new Map<string, OwnerKey | null>()
    this.#made.set(transaction, made)
    for (const owner of owners) made.set(owner, made.get(owner) ?? null)
  }

  keepMade(transaction: Transaction, owner: string, key: OwnerKey): void {
    this.#made.get(transaction)?.set(owner, key)
  }

  forget(agencyId: string, owner: string): void {
    this.#stored.delete(`${agencyId}|${owner}`)
  }
}

async function readKeys(
  transaction: Transaction,
  findMaster: FindMasterKey,
  owners: readonly string[],
): Promise<ReadonlyMap<string, OwnerKey>> {
  if (owners.length === 0) return new Map()
  const { agencyId } = transaction
  const rows = await transaction.rows<KeyRow>(
    `select owner, wrapped, generation, earlier, (select id from master_key) as master
     from seal_key where agency_id = $1 and owner = any($2)`,
    [agencyId, owners],
  )
  return new Map(rows.map((row) => [row.owner, unwrap(findMaster(row.master), agencyId, row)]))
}

function unwrap(masterKey: Buffer, agencyId: string, row: KeyRow): OwnerKey {
  const { owner, wrapped, generation, earlier } = row
  if (wrapped === null) throw new KeyDestroyed(`The key of ${owner} was destroyed`)
  const open = (one: Buffer, number: number) =>
    createSecretKey(openBytes(masterKey, one, wrapPlace(agencyId, owner, number)))
  return new OwnerKey(
    generation,
    open(wrapped, generation),
    earlier === null ? null : open(earlier, generation - 1),
  )
}

/** Wrapped with the master key that is in force: it is not changed while this transaction lasts. */
async function makeMissing(
  transaction: Transaction,
  findMaster: FindMasterKey,
  owners: readonly string[],
): Promise<void> {
  const { agencyId } = transaction
  const [, [inForce]] = await Promise.all([
    transaction.prepared('hold master key', 'select pg_advisory_xact_lock_shared($1)', [
      masterKeyLock,
    ]),
    transaction.prepared<{ id: string }>('master key', 'select id from master_key', []),
  ])
  const masterKey = findMaster(inForce?.id ?? null)
  const wrapped = owners.map((owner) =>
    sealBytes(masterKey, randomBytes(keyBytes), wrapPlace(agencyId, owner, 1)),
  )
  await transaction.rows(
    'insert into seal_key (agency_id, owner, wrapped) select $1, owner, wrapped from unnest($2::text[], $3::bytea[]) as made (owner, wrapped) on conflict do nothing',
    [agencyId, owners, wrapped],
  )
}
