import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { family } from '../../core/families/family.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { actOn } from './act.ts'
import { type Device, openDevice, pin, testClock, workerId } from './cases/village.ts'
import { refusePin, waitAfter } from './pin.ts'
import { openReplica } from './replica.ts'
import { listSealed, rescueSealed } from './rescue.ts'
import { createVault, listVaults, unlockVaults } from './vaults.ts'

const now = testClock.now()
let device: Device

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  device = await openDevice()
})

async function registerFamily(): Promise<void> {
  const fields = fieldsAsJson(
    family.read({ code: 'Z-001', staff: [workerId], registeredOn: '2026-03-01' }),
  )
  const draft = { kind: family, recordId: testClock.newId(), verb: 'create', input: {}, fields }
  expect(await actOn(device.replica, [draft], testClock)).toMatchObject({ ok: true })
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

  it('that comes back to mind rescues the unsent changes under their own names', async () => {
    await registerFamily()
    const unsent = device.replica.outbox.list().map(({ change }) => change)
    const made = await createVault(workerId, 'fresh-PIN-9', testClock.newId())
    if (!made.ok) throw new Error(made.refusal.id)
    const fresh = await openReplica(made.value)
    expect(await rescueSealed(fresh, pin, now)).toEqual({ ok: true, value: 1 })
    expect(fresh.outbox.list().map(({ change }) => change)).toEqual(unsent)
    expect(await listVaults()).toHaveLength(1)
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
