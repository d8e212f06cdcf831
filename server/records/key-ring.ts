import { createSecretKey, randomBytes } from 'node:crypto'
import type { Transaction } from '../database/sql.ts'
import { openRecords, type OpenedRecords } from './opened-records.ts'
import { openBytes, sealBytes, type SealKey } from './seal.ts'

const keyBytes = 32
const mostCached = 20_000

/** A key that was destroyed on purpose (an erased family): what it sealed can never be read again. */
export class KeyDestroyed extends Error {}

export interface KeyRing {
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
  const cache = new Map<string, SealKey>()
  const opened = openRecords()
  const remember = (agencyId: string, owner: string, key: SealKey): void => {
    if (cache.size >= mostCached) cache.clear()
    cache.set(`${agencyId}|${owner}`, key)
  }
  const unwrap = (agencyId: string, row: KeyRow): SealKey => {
    if (row.wrapped === null) throw new KeyDestroyed(`The key of ${row.owner} was destroyed`)
    return createSecretKey(openBytes(masterKey, row.wrapped, `key|${agencyId}|${row.owner}`))
  }
  const read = async (
    transaction: Transaction,
    owners: readonly string[],
    keep: boolean,
  ): Promise<readonly (readonly [string, SealKey])[]> => {
    if (owners.length === 0) return []
    const { agencyId } = transaction
    const rows = await transaction.rows<KeyRow>(
      'select owner, wrapped from seal_key where agency_id = $1 and owner = any($2)',
      [agencyId, owners],
    )
    return rows.map((row) => {
      const key = unwrap(agencyId, row)
      if (keep) remember(agencyId, row.owner, key)
      return [row.owner, key] as const
    })
  }
  return {
    keysFor: async (transaction, owners) => {
      const cached = (owner: string): SealKey | undefined =>
        cache.get(`${transaction.agencyId}|${owner}`)
      const keys = new Map(
        owners.flatMap((owner) => {
          const key = cached(owner)
          return key === undefined ? [] : [[owner, key] as const]
        }),
      )
      for (const [owner, key] of await read(
        transaction,
        owners.filter((owner) => !keys.has(owner)),
        true,
      ))
        keys.set(owner, key)
      const missing = owners.filter((owner) => !keys.has(owner))
      if (missing.length === 0) return keys
      await makeMissing(transaction, masterKey, missing)
      // A key made in this transaction is not remembered: if it rolls back, nothing may ever be sealed with it.
      for (const [owner, key] of await read(transaction, missing, false)) keys.set(owner, key)
      return keys
    },
    forget: (agencyId, owner) => {
      cache.delete(`${agencyId}|${owner}`)
      opened.forget(agencyId, owner)
    },
    opened,
  }
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
