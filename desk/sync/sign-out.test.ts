import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDevice, pin, testClock, workerId } from './cases/village.ts'
import { type Desk, makeDesk, signOut, unlock } from './desk.ts'
import { lock, openDesk } from './open-desk.ts'
import { listOpenable, listVaults, unlockVaults } from './vaults.ts'

const account = {
  staff: { id: workerId, name: '王静', roles: ['socialWorker'], language: 'zh-CN' as const },
  agency: { id: workerId, name: '测试社工站', sample: false },
  endsAt: '2030-01-01T00:00:00.000Z',
  zone: 'Asia/Shanghai',
}
const noNetwork = () => Promise.reject(new TypeError('no network'))
let desk: Desk

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.stubGlobal('fetch', noNetwork)
  await openDevice()
})
afterEach(async () => {
  await lock(desk)
  vi.unstubAllGlobals()
})

async function comeIn(sample = false): Promise<void> {
  desk = makeDesk(testClock)
  const opened = await unlockVaults(pin, testClock.now())
  const [vault] = opened.ok ? opened.value : []
  if (vault === undefined) throw new Error('the village has no device')
  await openDesk(desk, vault, { ...account, agency: { ...account.agency, sample } })
}

it('locking is not signing out: the PIN opens it again without a network', async () => {
  await comeIn()
  await lock(desk)
  expect(desk.stage().at).toBe('unlock')
  expect(await unlock(desk, pin, null)).toEqual({ ok: true, value: null })
  expect(desk.stage().at).toBe('open')
})

it('after signing out, also without a network, the PIN alone opens nothing; with the password before it, it does', async () => {
  await comeIn()
  await signOut(desk)
  expect(desk.stage()).toEqual({ at: 'signIn', vaults: 0 })
  expect(await unlock(desk, pin, null)).toMatchObject({ refusal: { id: 'PasswordFirst' } })
  expect(await listVaults()).toHaveLength(1)
  expect(await unlock(desk, pin, account)).toEqual({ ok: true, value: null })
  expect(await listOpenable()).toHaveLength(1)
  await lock(desk)
  expect((await unlock(desk, pin, null)).ok).toBe(true)
})

it('the sample village, whose password nobody has, opens again with the PIN after signing out', async () => {
  await comeIn(true)
  await signOut(desk)
  expect(await unlock(desk, pin, null)).toEqual({ ok: true, value: null })
})
