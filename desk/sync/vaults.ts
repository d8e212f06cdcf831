// One PIN opens one person's store. The salt and the count of wrong tries belong to the device, so that
// nothing has to say in the clear whose stores these are: the PIN finds its own.
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import {
  connectStore,
  deleteStoreDatabase,
  type DeviceDatabase,
  type DeviceRow,
  openDeviceDatabase,
  storeName,
  type Vault,
} from './database.ts'
import { fileRows } from './file-rows.ts'
import { deriveWrapKey, pinCost, refusePin, waitAfter } from './pin.ts'
import { bindKey, makeDataKey, makeOwnKey, unbindKey, unwrapDataKey } from './seal.ts'

export interface OpenVault {
  readonly vault: Vault
  readonly key: CryptoKey
}

const strict = { durability: 'strict' } as const

async function withDevice<Value>(
  run: (database: DeviceDatabase) => Promise<Value>,
): Promise<Value> {
  const database = await openDeviceDatabase()
  try {
    return await run(database)
  } finally {
    database.close()
  }
}

function vaultKey(vault: Pick<Vault, 'staffId' | 'generation'>): string {
  return `${vault.staffId}:${vault.generation}`
}

interface OwnedRow extends DeviceRow {
  readonly own: CryptoKey
}

const hasOwn = (row: DeviceRow | undefined): row is OwnedRow => row?.own !== undefined

async function readDevice(database: DeviceDatabase): Promise<OwnedRow> {
  const present = await database.get('device', 'device')
  if (hasOwn(present)) return present
  const fresh: OwnedRow = {
    own: await makeOwnKey(),
    salt: crypto.getRandomValues(new Uint8Array(16)),
    cost: pinCost,
    wrongTries: 0,
    waitUntil: 0,
  }
  const writing = database.transaction('device', 'readwrite', strict)
  const raced = await writing.store.get('device')
  // A device from before browsers had a key of their own keeps its salt and its count.
  const row: OwnedRow = hasOwn(raced) ? raced : { ...fresh, ...raced, own: fresh.own }
  if (row !== raced) await writing.store.put(row, 'device')
  await writing.done
  return row
}

export function listVaults(): Promise<readonly Vault[]> {
  return withDevice((database) => database.getAll('vaults'))
}

/** A first PIN, or a new one after the old was forgotten: the older store stays as it is, sealed. */
export async function createVault(
  staffId: string,
  pin: string,
  deviceId: string,
): Promise<Outcome<OpenVault>> {
  const broken = refusePin(pin)
  if (broken !== null) return { ok: false, refusal: broken }
  return withDevice(async (database) => {
    const { salt, cost, own: ownKey } = await readDevice(database)
    const { key, wrapped } = await makeDataKey(await deriveWrapKey(pin, salt, cost))
    const bound = await bindKey(ownKey, wrapped)
    const writing = database.transaction('vaults', 'readwrite', strict)
    const own = (await writing.store.getAll()).filter((vault) => vault.staffId === staffId)
    for (const older of own) await writing.store.put({ ...older, retired: true }, vaultKey(older))
    const generation = Math.max(0, ...own.map((vault) => vault.generation)) + 1
    const vault: Vault = {
      staffId,
      generation,
      deviceId,
      wrapped: bound,
      bound: true,
      retired: false,
    }
    await writing.store.put(vault, vaultKey(vault))
    await writing.done
    return done({ vault, key })
  })
}

/** Every store that this PIN opens: usually one. Wrong PINs make the next try wait. */
export async function unlockVaults(
  pin: string,
  now: number,
  retired = false,
): Promise<Outcome<readonly OpenVault[]>> {
  return withDevice(async (database) => {
    const device = await readDevice(database)
    const wait = Math.min(device.waitUntil - now, waitAfter(device.wrongTries))
    if (wait > 0) return refuse('PinMustWait', { seconds: Math.ceil(wait / 1000) })
    // Counted before it is tried: a killed tab saves nobody a try.
    const wrongTries = device.wrongTries + 1
    const counted = { ...device, wrongTries, waitUntil: now + waitAfter(wrongTries) }
    await database.put('device', counted, 'device')
    const wrapKey = await deriveWrapKey(pin, device.salt, device.cost)
    const vaults = (await database.getAll('vaults')).filter((vault) => vault.retired === retired)
    const tried = await Promise.all(vaults.map((vault) => tryVault(vault, wrapKey, device.own)))
    const opened = tried.filter((vault) => vault !== null)
    if (opened.length === 0) return refuse('PinWrong')
    await database.put('device', { ...counted, wrongTries: 0, waitUntil: 0 }, 'device')
    for (const { vault } of opened) await bindOlder(database, vault, device.own)
    return done(opened)
  })
}

/** A store from before is bound to this browser when its PIN opens it. */
async function bindOlder(database: DeviceDatabase, vault: Vault, own: CryptoKey): Promise<void> {
  if (vault.bound === true) return
  const wrapped = await bindKey(own, vault.wrapped)
  const writing = database.transaction('vaults', 'readwrite', strict)
  const present = await writing.store.get(vaultKey(vault))
  if (present !== undefined && present.bound !== true)
    await writing.store.put({ ...present, wrapped, bound: true }, vaultKey(vault))
  await writing.done
}

async function tryVault(
  vault: Vault,
  wrapKey: CryptoKey,
  own: CryptoKey,
): Promise<OpenVault | null> {
  try {
    const wrapped = vault.bound === true ? await unbindKey(own, vault.wrapped) : vault.wrapped
    return { vault, key: await unwrapDataKey(wrapKey, wrapped) }
  } catch {
    return null
  }
}

/** Signing out is more than locking: until the person signs in again with the password, the PIN opens nothing. */
export async function noteSignedOut(
  vault: Pick<Vault, 'staffId' | 'generation'>,
  signedOut: boolean,
): Promise<void> {
  await withDevice(async (database) => {
    const writing = database.transaction('vaults', 'readwrite', strict)
    const present = await writing.store.get(vaultKey(vault))
    if (present !== undefined) await writing.store.put({ ...present, signedOut }, vaultKey(present))
    await writing.done
  })
}

/** Stores that a PIN alone opens. */
export async function listOpenable(): Promise<readonly Vault[]> {
  return (await listVaults()).filter((vault) => !vault.retired && vault.signedOut !== true)
}

/** How many changes and files lie unsent in a store, counted without opening it. */
export async function countSealedUnsent(vault: Vault): Promise<number> {
  const connection = connectStore(storeName(vault))
  try {
    return await connection.use(
      async (database) =>
        (await database.count('outbox')) + (await database.count('files', fileRows())),
    )
  } finally {
    await connection.close()
  }
}

/** Takes a store off this device for good. The caller has asked the person and named what is lost. */
export async function removeVault(vault: Vault): Promise<void> {
  await deleteStoreDatabase(storeName(vault))
  await withDevice((database) => database.delete('vaults', vaultKey(vault)))
}
