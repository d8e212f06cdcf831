// The device's databases: one that knows which sealed stores exist, and one sealed store per person and generation.
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { PinCost } from './pin.ts'
import type { Sealed, WrappedKey } from './seal.ts'

export interface SealedRow extends Sealed {
  readonly row: string
}

/** Only sealed bytes, opaque ids and the counter rest here. */
export interface StoreSchema extends DBSchema {
  entries: { key: string; value: SealedRow }
  outbox: { key: string; value: SealedRow }
  sent: { key: string; value: SealedRow }
  reads: { key: string; value: SealedRow }
  drafts: { key: string; value: SealedRow }
  /** Files that wait to be sent, in parts. */
  files: { key: string; value: SealedRow }
  meta: { key: string; value: SealedRow }
  counter: { key: string; value: number }
}
export const sealedStores = [
  'entries',
  'outbox',
  'sent',
  'reads',
  'drafts',
  'files',
  'meta',
] as const
export const everyStore = [...sealedStores, 'counter'] as const
export type SealedStore = (typeof sealedStores)[number]
export type StoreDatabase = IDBPDatabase<StoreSchema>

/** What may be read without a PIN: that a store exists, never whose it is by name. */
export interface Vault {
  readonly staffId: string
  readonly generation: number
  readonly deviceId: string
  readonly wrapped: WrappedKey
  /** The wrapped key is sealed once more with this browser's own key, which no script can read out. */
  readonly bound?: boolean
  /** A newer generation took its place because the PIN was forgotten. */
  readonly retired: boolean
  /** Its person signed out: the PIN opens it again after the password only. */
  readonly signedOut?: boolean
}

export interface DeviceRow {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly cost: PinCost
  /** Made here and not extractable: what a script, an extension or a tool copies out of the store opens nowhere else. */
  readonly own?: CryptoKey
  readonly wrongTries: number
  readonly waitUntil: number
}

export interface DeviceSchema extends DBSchema {
  vaults: { key: string; value: Vault }
  device: { key: string; value: DeviceRow }
}
export type DeviceDatabase = IDBPDatabase<DeviceSchema>

export function openDeviceDatabase(): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>('kiteline-device', 1, {
    upgrade: (database) => {
      database.createObjectStore('vaults')
      database.createObjectStore('device')
    },
  })
}

export function storeName(vault: Pick<Vault, 'staffId' | 'generation'>): string {
  return `kiteline-${vault.staffId}-${vault.generation}`
}

/** Phones close databases in their sleep: `onLost` tells, and the next use opens it again. */
export function openStoreDatabase(name: string, onLost: () => void): Promise<StoreDatabase> {
  return openDB<StoreSchema>(name, 2, {
    upgrade: (database) => {
      // A store from before has some of them already.
      const there = [...database.objectStoreNames]
      for (const store of sealedStores)
        if (!there.includes(store)) database.createObjectStore(store, { keyPath: 'row' })
      if (!there.includes('counter')) database.createObjectStore('counter')
    },
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      onLost()
    },
    terminated: onLost,
  })
}

export async function deleteStoreDatabase(name: string): Promise<void> {
  await deleteDB(name)
}

/** Keeps one open connection and opens a new one when the device has closed it. */
export interface Connection {
  readonly use: <Value>(run: (database: StoreDatabase) => Promise<Value>) => Promise<Value>
  readonly close: () => Promise<void>
}

export function connectStore(name: string): Connection {
  let open: Promise<StoreDatabase> | null = null
  const forget = () => {
    open = null
  }
  const database = () => {
    open ??= openStoreDatabase(name, forget)
    return open
  }
  return {
    use: async (run) => {
      try {
        return await run(await database())
      } catch (trouble) {
        if (!(trouble instanceof DOMException) || trouble.name !== 'InvalidStateError')
          throw trouble
        forget()
        return run(await database())
      }
    },
    close: async () => {
      const present = open
      forget()
      if (present !== null) (await present).close()
    },
  }
}
