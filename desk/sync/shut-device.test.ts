import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { staff } from '../../core/access/staff.ts'
import { actOn } from './act.ts'
import { openDevice, openVillage, pin, testClock, workerId } from './cases/village.ts'
import { runCycle } from './cycle.ts'
import { connectStore, storeName } from './database.ts'
import { makeDesk, unlock } from './desk.ts'
import { writeDraft } from './drafts.ts'
import { keep } from './keep.ts'
import { lock } from './open-desk.ts'
import { closeReplica, openReplica } from './replica.ts'
import { openText } from './seal.ts'
import { shutEndedVaults } from './shut-device.ts'
import { listOpenable, listVaults, unlockVaults } from './vaults.ts'

const account = {
  staff: { id: workerId, name: '王静', roles: ['socialWorker'], language: 'zh-CN' as const },
  agency: { id: workerId, name: '测试社工站', sample: false },
  endsAt: '2030-01-01T00:00:00.000Z',
  zone: 'Asia/Shanghai',
}

/** The server answers that every device it is asked about is ended, or none. */
function serverSays(ended: boolean): void {
  vi.stubGlobal('fetch', (_path: string, { body = '{}' }: { readonly body?: string }) => {
    const asked: unknown = JSON.parse(body)
    const ids = typeof asked === 'object' && asked !== null ? Reflect.get(asked, 'deviceIds') : []
    return Promise.resolve(Response.json({ shut: ended ? ids : [] }))
  })
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  const village = openVillage()
  const { replica } = await openDevice()
  await runCycle(replica, village.line, testClock.now())
  const draft = { kind: staff, recordId: workerId, verb: 'edit', input: {} }
  const made = await actOn(replica, [{ ...draft, fields: { name: '王小静' } }], testClock)
  if (!made.ok) throw new Error(made.refusal.id)
  await closeReplica(replica)
})
afterEach(() => vi.unstubAllGlobals())

async function countRows(): Promise<Record<string, number>> {
  const [vault] = await listVaults()
  if (vault === undefined) throw new Error('no store')
  const connection = connectStore(storeName(vault))
  const counts = await connection.use(async (database) => ({
    entries: await database.count('entries'),
    outbox: await database.count('outbox'),
  }))
  await connection.close()
  return counts
}

it('an ended device drops its copies, keeps what is unsent sealed, and opens with the PIN alone no more [S24]', async () => {
  const before = await countRows()
  expect(before['entries']).toBeGreaterThan(0)
  expect(before['outbox']).toBe(1)
  serverSays(true)
  expect(await shutEndedVaults()).toHaveLength(1)
  expect(await countRows()).toEqual({ entries: 0, outbox: 1 })
  expect(await listOpenable()).toEqual([])
  const desk = makeDesk(testClock)
  expect(await unlock(desk, pin, null)).toMatchObject({ refusal: { id: 'PasswordFirst' } })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await unlock(desk, pin, account)).toEqual({ ok: true, value: null })
  await lock(desk)
})

function textOf(value: unknown): string {
  const bytes = ArrayBuffer.isView(value) ? value.buffer : value
  if (!(bytes instanceof ArrayBuffer)) return JSON.stringify(value) ?? ''
  return Buffer.from(bytes).toString('utf8') + Buffer.from(bytes).toString('utf16le')
}

/** Every byte that rests in this browser's databases, as text of both widths. */
async function dumpStores(): Promise<string> {
  const parts: string[] = []
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const database = await openDB(name)
    for (const store of database.objectStoreNames)
      for (const row of await database.getAll(store))
        parts.push(...[row, ...Object.values(Object(row))].map(textOf))
    database.close()
  }
  return parts.join('\n')
}

it('after it was shut no name, word or agency rests in the browser, and the unsent change and the half-written text are still sealed there [S04] [ACC-30]', async () => {
  const opened = await unlockVaults(pin, testClock.now())
  const [vault] = opened.ok ? opened.value : []
  if (vault === undefined) throw new Error('not opened')
  const replica = await openReplica(vault)
  await keep(replica, { account })
  await writeDraft(replica, 'meetingRecord:half', '金丝雀写到一半')
  await closeReplica(replica)
  serverSays(true)
  await shutEndedVaults()
  const dump = await dumpStores()
  expect(dump.length).toBeGreaterThan(200)
  for (const canary of ['王静', '王小静', '测试社工站', '金丝雀', 'Station', 'socialWorker'])
    expect(dump.includes(canary), canary).toBe(false)
  expect((await countRows())['outbox']).toBe(1)
  const again = await openReplica(vault)
  expect(again.outbox.list()).toHaveLength(1)
  const [draft] = await again.connection.use((database) => database.getAll('drafts'))
  if (draft === undefined) throw new Error('the half-written text is gone')
  expect(await openText(again.key, `drafts/${draft.row}`, draft)).toContain('金丝雀写到一半')
  await closeReplica(again)
})

it('after its owner has signed in again everything is fetched anew and the unsent change is sent [S04]', async () => {
  serverSays(true)
  await shutEndedVaults()
  const opened = await unlockVaults(pin, testClock.now())
  const [vault] = opened.ok ? opened.value : []
  if (vault === undefined) throw new Error('not opened')
  const replica = await openReplica(vault)
  expect(replica.values.feed.complete).toBe(false)
  expect(replica.outbox.list()).toHaveLength(1)
  const village = openVillage()
  await runCycle(replica, village.line, testClock.now())
  expect(replica.outbox.list()).toEqual([])
  expect(replica.base.size).toBeGreaterThan(0)
  await closeReplica(replica)
})

it('a device that is not ended, or that hears nothing, stays as it is', async () => {
  const before = await countRows()
  serverSays(false)
  expect(await shutEndedVaults()).toEqual([])
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await shutEndedVaults()).toEqual([])
  expect(await countRows()).toEqual(before)
  expect(await listOpenable()).toHaveLength(1)
})
