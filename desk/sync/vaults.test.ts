import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { family } from '../../core/families/family.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { actOn } from './act.ts'
import { type Device, openDevice, openVillage, pin, testClock, workerId } from './cases/village.ts'
import { runCycle } from './cycle.ts'
import { refusePin, waitAfter } from './pin.ts'
import { type DeviceRow, openDeviceDatabase, type Vault } from './database.ts'
import { openReplica } from './replica.ts'
import { listSealed, rescueSealed } from './rescue.ts'
import { unbindKey } from './seal.ts'
import { createVault, listVaults, unlockVaults } from './vaults.ts'

const now = testClock.now()
let device: Device

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  device = await openDevice()
})

/** One family, or several in one step. */
async function registerFamily(count = 1): Promise<void> {
  const fields = fieldsAsJson(
    family.read({ code: 'Z-001', staff: [workerId], registeredOn: '2026-03-01' }),
  )
  const drafts = Array.from({ length: count }, () => ({
    ...{ kind: family, recordId: testClock.newId(), verb: 'create', input: {}, fields },
  }))
  expect(await actOn(device.replica, drafts, testClock)).toMatchObject({ ok: true })
}

describe('a PIN', () => {
  it('is refused when it is short or the first that everybody tries', () => {
    expect(refusePin('12345')).toMatchObject({ id: 'PinTooShort' })
    for (const simple of ['123456', '654321', '888888', '121212', 'abcdef']) {
      expect(refusePin(simple), simple).toMatchObject({ id: 'PinTooSimple' })
    }
    for (const fit of ['748291', '山边一只红风筝', 'kite-7']) expect(refusePin(fit), fit).toBeNull()
  })

  it('makes the next try wait, longer and longer, but never for ever', () => {
    expect([1, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 5_000, 10_000, 20_000])
    expect(waitAfter(60)).toBe(15 * 60_000)
  })

  it('is not even tried while the device waits', async () => {
    for (let wrong = 0; wrong < 3; wrong += 1) {
      expect(await unlockVaults('wrong-742', now)).toMatchObject({ refusal: { id: 'PinWrong' } })
    }
    const early = await unlockVaults(pin, now + 4_000)
    expect(early).toMatchObject({ refusal: { id: 'PinMustWait', details: { seconds: 1 } } })
    expect((await unlockVaults(pin, now + 5_000)).ok).toBe(true)
  })

  it('does not lock a device for ever whose clock once stood in 2099', async () => {
    for (let wrong = 0; wrong < 3; wrong += 1) {
      await unlockVaults('wrong-742', Date.parse('2099-01-01') + wrong)
    }
    const answer = await unlockVaults(pin, now)
    expect(answer).toMatchObject({ refusal: { details: { seconds: 5 } } })
  })
})

describe('a forgotten PIN', () => {
  it('begins a new store and leaves the old one sealed, with its unsent changes counted', async () => {
    await registerFamily()
    const made = await createVault(workerId, 'fresh-PIN-9', testClock.newId())
    expect(made.ok).toBe(true)
    if (!made.ok) return
    const fresh = await openReplica(made.value)
    expect(fresh.outbox.list()).toEqual([])
    expect(await listSealed(fresh)).toMatchObject([{ unsent: 1, vault: { retired: true } }])
    expect(await unlockVaults(pin, now)).toMatchObject({ refusal: { id: 'PinWrong' } })
  })

  it('loses nothing that the server has: with the password and a new PIN all of it comes back [S04]', async () => {
    const village = openVillage()
    await registerFamily()
    const [made] = device.replica.outbox.list()
    await runCycle(device.replica, village.line, now)
    expect(device.replica.outbox.list()).toEqual([])
    village.visible.add(`family:${made?.change.recordId}`)
    await runCycle(device.replica, village.line, now)
    const held = [...device.replica.base.keys()].toSorted()
    expect(held).toContain(`family:${made?.change.recordId}`)
    const again = await createVault(workerId, 'fresh-PIN-9', testClock.newId())
    if (!again.ok) throw new Error(again.refusal.id)
    const fresh = await openReplica(again.value)
    await runCycle(fresh, village.line, now)
    expect([...fresh.base.keys()].toSorted()).toEqual(held)
    expect(await listSealed(fresh)).toMatchObject([{ unsent: 0 }])
  })

  it('that comes back to mind rescues the unsent changes under their own names', async () => {
    await registerFamily()
    const unsent = device.replica.outbox.list().map(({ change }) => change)
    const made = await createVault(workerId, 'fresh-PIN-9', testClock.newId())
    if (!made.ok) throw new Error(made.refusal.id)
    const fresh = await openReplica(made.value)
    expect(await rescueSealed(fresh, pin, now)).toEqual({
      ok: true,
      value: { count: 1, damaged: 0 },
    })
    expect(fresh.outbox.list().map(({ change }) => change)).toEqual(unsent)
    expect(await listVaults()).toHaveLength(1)
  })

  it('rescues all the others when one of them is damaged, and says how many are lost [S04] [S19]', async () => {
    for (let nth = 0; nth < 3; nth += 1) await registerFamily()
    const [first, second, third] = device.replica.outbox.list()
    await damage(second?.change.id ?? '')
    const made = await createVault(workerId, 'fresh-PIN-9', testClock.newId())
    if (!made.ok) throw new Error(made.refusal.id)
    const fresh = await openReplica(made.value)
    const rescued = await rescueSealed(fresh, pin, now)
    expect(rescued).toEqual({ ok: true, value: { count: 2, damaged: 1 } })
    expect(fresh.outbox.list()).toEqual([first, third])
    // The damaged one still counts, until the person throws it away.
    expect(await listSealed(fresh)).toMatchObject([{ unsent: 1 }])
    const again = await rescueSealed(fresh, pin, now)
    expect(again).toEqual({ ok: true, value: { count: 0, damaged: 1 } })
    expect(fresh.outbox.list()).toHaveLength(2)
  })

  it('shows what was saved together with a damaged one, to be written anew: half of it never goes [S09] [S19]', async () => {
    await registerFamily(2)
    const [first, second] = device.replica.outbox.list()
    await damage(second?.change.id ?? '')
    const made = await createVault(workerId, 'fresh-PIN-9', testClock.newId())
    if (!made.ok) throw new Error(made.refusal.id)
    const fresh = await openReplica(made.value)
    await rescueSealed(fresh, pin, now)
    expect(fresh.outbox.list()).toMatchObject([
      { change: first?.change, status: 'refused', refusal: { id: 'BundleDamaged' } },
    ])
  })
})

/** One byte of a row in the outbox is turned, as a failing disk would. */
async function damage(row: string): Promise<void> {
  const { connection } = device.replica
  await connection.use(async (database) => {
    const kept = await database.get('outbox', row)
    if (kept === undefined) throw new Error(`no row ${row}`)
    const bytes = new Uint8Array(kept.bytes.slice(0))
    bytes[0] = (bytes[0] ?? 0) ^ 1
    await database.put('outbox', { ...kept, bytes: bytes.buffer })
  })
}

/** What a copy of the databases holds, put into a browser that is another one. */
async function carryElsewhere(change: (row: DeviceRow, vaults: readonly Vault[]) => void) {
  const database = await openDeviceDatabase()
  const row = await database.get('device', 'device')
  const vaults = await database.getAll('vaults')
  if (row !== undefined) change(row, vaults)
  database.close()
}

describe('the browser’s own key', () => {
  it('cannot be read out, and a store carried elsewhere without it opens with no PIN [A081]', async () => {
    const seen: { row?: DeviceRow; vaults?: readonly Vault[] } = {}
    await carryElsewhere((row, vaults) => Object.assign(seen, { row, vaults }))
    const { row, vaults = [] } = seen
    expect(row?.own?.extractable).toBe(false)
    if (row?.own === undefined) throw new Error('no key of its own')
    await expect(crypto.subtle.exportKey('raw', row.own)).rejects.toThrow()
    globalThis.indexedDB = new IDBFactory()
    const elsewhere = await openDeviceDatabase()
    const { own: _own, ...copied } = row
    await elsewhere.put('device', copied, 'device')
    for (const vault of vaults) await elsewhere.put('vaults', vault, `${vault.staffId}:1`)
    elsewhere.close()
    expect(await unlockVaults(pin, now)).toMatchObject({ refusal: { id: 'PinWrong' } })
  })

  it('binds a store from before it, when its PIN opens that, and keeps salt and wrong tries', async () => {
    const database = await openDeviceDatabase()
    const row = await database.get('device', 'device')
    const [vault] = await database.getAll('vaults')
    if (row?.own === undefined || vault === undefined) throw new Error('no device')
    const { own, ...older } = row
    const { bound: _bound, ...loose } = vault
    await database.put('device', { ...older, wrongTries: 2 }, 'device')
    const wrapped = await unbindKey(own, vault.wrapped)
    await database.put('vaults', { ...loose, wrapped }, `${vault.staffId}:1`)
    expect(await unlockVaults('wrong-742', now)).toMatchObject({ refusal: { id: 'PinWrong' } })
    expect(await unlockVaults(pin, now)).toMatchObject({ refusal: { id: 'PinMustWait' } })
    expect((await unlockVaults(pin, now + 60_000)).ok).toBe(true)
    expect(await database.getAll('vaults')).toMatchObject([{ bound: true }])
    database.close()
    expect((await unlockVaults(pin, now)).ok).toBe(true)
  })
})

describe('a shared laptop', () => {
  it('finds each person’s own store by the PIN and writes nobody’s name in clear', async () => {
    const colleague = testClock.newId()
    await createVault(colleague, 'colleague-5', testClock.newId())
    const opened = await unlockVaults('colleague-5', now)
    expect(opened).toMatchObject({ ok: true, value: [{ vault: { staffId: colleague } }] })
    const mine = await unlockVaults(pin, now)
    expect(mine).toMatchObject({ ok: true, value: [{ vault: { staffId: workerId } }] })
  })
})
