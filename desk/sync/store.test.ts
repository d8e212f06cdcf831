import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { actOn, discardRefused, retryRefused } from './act.ts'
import {
  type Device,
  entryOf,
  openDevice,
  openVillage,
  pin,
  testClock,
  type Village,
  workerId,
} from './cases/village.ts'
import { type Line, runCycle } from './cycle.ts'
import { writeDraft } from './drafts.ts'
import { keep } from './keep.ts'
import { closeReplica, openReplica } from './replica.ts'
import { takeOutbox } from './take-rows.ts'
import { unlockVaults } from './vaults.ts'

let village: Village
let device: Device
const now = testClock.now()

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  village = openVillage()
  device = await openDevice()
})

const familyFields = (code: string, notes = '') =>
  fieldsAsJson(family.read({ code, staff: [workerId], registeredOn: '2026-03-01', notes }))
const register = (recordId: string, code: string, notes = '') => ({
  kind: family,
  recordId,
  verb: 'create',
  input: {},
  fields: familyFields(code, notes),
})
const edit = (recordId: string, fields: Record<string, string>) => ({
  kind: family,
  recordId,
  verb: 'edit',
  input: {},
  fields,
})

async function make(code = 'Z-001', notes = ''): Promise<string> {
  const id = testClock.newId()
  village.visible.add(`family:${id}`)
  const outcome = await actOn(device.replica, [register(id, code, notes)], testClock)
  expect(outcome).toMatchObject({ ok: true })
  return id
}
const cycle = (of = device) => runCycle(of.replica, village.line, now)

describe('what a person saves', () => {
  it('is shown at once, marked as being only here', async () => {
    const id = await make()
    expect(device.replica.view.entry('family', id)).toMatchObject({
      unsent: true,
      fields: { code: 'Z-001' },
    })
  })

  it('is on the disk before the act resolves: a killed tab loses nothing', async () => {
    const id = await make()
    const again = await openReplica(device.opened)
    expect(again.view.entry('family', id)).toMatchObject({ unsent: true })
    expect(again.values.sequence).toBe(1)
  })

  it('is refused here already when the rules refuse it, and nothing is kept', async () => {
    const future = {
      ...register(testClock.newId(), 'Z-002'),
      fields: { ...familyFields('Z-002'), registeredOn: '2026-03-02' },
    }
    expect(await actOn(device.replica, [future], testClock)).toMatchObject({
      ok: false,
      refusal: { id: 'DateInFuture' },
    })
    expect(device.replica.outbox.list()).toEqual([])
    expect(device.replica.values.sequence).toBe(0)
  })

  it('is one bundle when it is several records, and later ones see the earlier', async () => {
    const familyId = testClock.newId()
    const child = fieldsAsJson(person.read({ familyId, name: 'Xiao Yan', role: 'child' }))
    const drafts = [
      register(familyId, 'Z-003'),
      { kind: person, recordId: testClock.newId(), verb: 'create', input: {}, fields: child },
    ]
    expect(await actOn(device.replica, drafts, testClock)).toMatchObject({ ok: true })
    const bundles = device.replica.outbox.list().map(({ change }) => change.bundle)
    expect(bundles).toEqual([bundles[0], bundles[0]])
    expect(bundles[0]?.of).toBe(2)
  })

  it('gets the next number in both of two tabs', async () => {
    const other = await openReplica(device.opened)
    await make('Z-010')
    const second = testClock.newId()
    expect(await actOn(other, [register(second, 'Z-011')], testClock)).toMatchObject({ ok: true })
    await takeOutbox(device.replica)
    expect(device.replica.outbox.list().map(({ change }) => change.deviceSeq)).toEqual([1, 2])
  })

  it('gets a number of its own when two tabs save in the same moment', async () => {
    const other = await openReplica(device.opened)
    const ids = [testClock.newId(), testClock.newId()]
    await Promise.all([
      actOn(device.replica, [register(ids[0] ?? '', 'Z-020')], testClock),
      actOn(other, [register(ids[1] ?? '', 'Z-021')], testClock),
    ])
    await takeOutbox(device.replica)
    expect(device.replica.outbox.list().map(({ change }) => change.deviceSeq)).toEqual([1, 2])
  })
})

describe('sending', () => {
  it('moves the change from the outbox to the records in one step', async () => {
    const id = await make()
    expect(await cycle()).toMatchObject({ ok: true })
    expect(device.replica.outbox.list()).toEqual([])
    expect(device.replica.view.entry('family', id)).toMatchObject({ unsent: false, version: 1 })
    expect(device.replica.values.feed.complete).toBe(true)
  })

  it('applies once what was sent twice because the answer was lost (S01, F17)', async () => {
    const id = await make()
    await cycle()
    await actOn(device.replica, [edit(id, { village: 'Shan' })], testClock)
    village.weather = 'lost'
    await expect(cycle()).rejects.toThrow('NoConnection')
    expect(device.replica.outbox.list()).toHaveLength(1)
    village.weather = 'fair'
    await cycle()
    expect(entryOf(village, 'family', id)?.version).toBe(2)
    expect([...village.arrivals.values()]).toEqual([1, 2])
    expect(device.replica.outbox.list()).toEqual([])
    expect(device.replica.view.entry('family', id)).toMatchObject({
      unsent: false,
      fields: { village: 'Shan' },
    })
  })

  it('keeps showing a change that is applied until a whole pull has brought it, no longer as unsent (S08)', async () => {
    const id = await make()
    const shown = () => device.replica.view.entry('family', id)
    await expect(runCycle(device.replica, cutAfterPush(), now)).rejects.toThrow('cut')
    expect(device.replica.outbox.list()).toEqual([])
    expect(shown()).toMatchObject({ unsent: false, version: 0, fields: { code: 'Z-001' } })
    const again = await openReplica(device.opened)
    expect(again.view.entry('family', id)).toMatchObject({ unsent: false })
    await cycle()
    expect(shown()).toMatchObject({ unsent: false, version: 1, fields: { code: 'Z-001' } })
    expect(device.replica.sent.list()).toMatchObject([{ awaited: false }])
  })

  it('takes nothing of the answer into the records: it could be half of a bundle (S09)', async () => {
    const first = await make('Z-060')
    const second = await make('Z-061')
    await cycle()
    const other = await openDeviceTwin()
    const both = [edit(first, { village: 'both' }), edit(second, { village: 'both' })]
    await actOn(other.replica, both, testClock)
    await runCycle(other.replica, village.line, now)
    await actOn(device.replica, [edit(first, { township: 'mine' })], testClock)
    await expect(runCycle(device.replica, cutAfterPush(), now)).rejects.toThrow('cut')
    const villages = () =>
      [first, second].map((id) => device.replica.view.entry('family', id)?.fields['village'])
    expect(villages()).toEqual(['', ''])
    expect(device.replica.view.entry('family', first)).toMatchObject({
      unsent: false,
      fields: { township: 'mine' },
    })
    await cycle()
    expect(villages()).toEqual(['both', 'both'])
  })

  it('sends nothing and takes nothing in the session of somebody else on the same laptop', async () => {
    const id = await make()
    const { staff } = village.session
    village.session = { ...village.session, staff: { ...staff, id: testClock.newId() } }
    await expect(cycle()).rejects.toThrow('SessionEnded')
    expect(village.arrivals.size).toBe(0)
    expect(device.replica.view.entry('family', id)).toMatchObject({ unsent: true })
    expect(device.replica.base.size).toBe(0)
  })

  it('changes nothing here when the network is away', async () => {
    await make()
    village.weather = 'cut'
    await expect(cycle()).rejects.toThrow('NoConnection')
    expect(device.replica.outbox.list()).toHaveLength(1)
    expect(device.replica.values.feed.cursors).toEqual({})
  })

  it('sets a refused change aside with its reason and lets independent ones pass (S19)', async () => {
    const familyId = await make('Z-030')
    const child = { kind: person, recordId: testClock.newId(), input: {} }
    const fields = fieldsAsJson(person.read({ familyId, name: 'Xiao Yan', role: 'child' }))
    await actOn(device.replica, [{ ...child, verb: 'create', fields }], testClock)
    await cycle()
    const other = await openDeviceTwin()
    await actOn(other.replica, [{ ...child, verb: 'remove', fields: {} }], testClock)
    await runCycle(other.replica, village.line, now)
    await actOn(device.replica, [{ ...child, verb: 'edit', fields: { phone: '138' } }], testClock)
    const fresh = await make('Z-031')
    await cycle()
    const outbox = () => device.replica.outbox.list()
    expect(outbox()).toMatchObject([{ status: 'refused', refusal: { id: 'RecordRemoved' } }])
    expect(entryOf(village, 'family', fresh)).toBeDefined()
    await retryRefused(device.replica, outbox()[0]?.change.id ?? '', testClock)
    expect(outbox()).toMatchObject([{ status: 'pending' }])
    await cycle()
    expect(outbox()).toMatchObject([{ status: 'refused' }])
    await discardRefused(device.replica, outbox()[0]?.change.id ?? '')
    expect(outbox()).toEqual([])
  })
})

/** The server gets everything and answers; then the line breaks. */
function cutAfterPush(): Line {
  return { ...village.line, pull: () => Promise.reject(new Error('cut')) }
}

/** The same person on another phone. */
async function openDeviceTwin(): Promise<Device> {
  const kept = globalThis.indexedDB
  globalThis.indexedDB = new IDBFactory()
  const twin = await openDevice()
  await runCycle(twin.replica, village.line, now)
  globalThis.indexedDB = kept
  return twin
}

describe('losing a scope', () => {
  it('takes acknowledged records off the device and keeps what is unsent (S10, S11)', async () => {
    const id = await make()
    await cycle()
    village.weather = 'cut'
    await actOn(device.replica, [edit(id, { village: 'unsent' })], testClock)
    village.weather = 'fair'
    village.visible.delete(`family:${id}`)
    const noPush = {
      ...village.line,
      push: () =>
        Promise.resolve({
          ok: true as const,
          value: { epoch: village.store.state().epoch, answers: [], entries: [], missing: [] },
        }),
    }
    await runCycle(device.replica, noPush, now)
    expect(device.replica.base.has(`family:${id}`)).toBe(false)
    expect(device.replica.outbox.list()).toHaveLength(1)
    expect(entryOf(village, 'family', id)).toMatchObject({ removed: false })
  })

  it('takes what was sent about it too, a bundle whole, and drafts about it (S10)', async () => {
    const id = await make('Z-070')
    const kept = await make('Z-071')
    await cycle()
    await actOn(
      device.replica,
      [edit(id, { village: 'one' }), edit(kept, { village: 'one' })],
      testClock,
    )
    await cycle()
    const drafts = [`visit:${id}`, `visit:${kept}`]
    for (const name of drafts) await writeDraft(device.replica, name, 'half a sentence')
    village.visible.delete(`family:${id}`)
    await cycle()
    const names = () => device.replica.sent.list().map(({ change }) => change.recordId)
    expect(names()).toEqual([kept])
    const again = await openReplica(device.opened)
    expect(again.sent.list().map(({ change }) => change.recordId)).toEqual([kept])
    expect(await device.replica.connection.use((open) => open.getAllKeys('drafts'))).toEqual([
      `visit:${kept}`,
    ])
  })
})

describe('a restored server', () => {
  it('gets back what it had acknowledged and lost (S14)', async () => {
    const first = await make('Z-040')
    await cycle()
    const backup = village.store.state()
    const second = await make('Z-041')
    await cycle()
    village.store.restore(backup, testClock.newId())
    expect(entryOf(village, 'family', second)).toBeUndefined()
    // Even from a server that does not notice the hole in the device's count.
    const unaware: Line = {
      ...village.line,
      pull: async (request) => {
        const answer = await village.line.pull(request)
        return answer.ok ? { ok: true, value: { ...answer.value, missing: [] } } : answer
      },
    }
    await runCycle(device.replica, unaware, now)
    expect(entryOf(village, 'family', second)).toMatchObject({ fields: { code: 'Z-041' } })
    expect(entryOf(village, 'family', first)?.version).toBe(1)
    expect(device.replica.view.entry('family', second)).toMatchObject({ unsent: false })
    expect(device.replica.outbox.list()).toEqual([])
    expect(device.replica.values.feed.epoch).toBe(village.store.state().epoch)
  })
})

describe('at rest', () => {
  it('comes back whole when it is more than one reading holds', async () => {
    const id = await make()
    await cycle()
    const held = device.replica.base.get(`family:${id}`)
    if (held === undefined) throw new Error('the village sent no family')
    const copies = Array.from({ length: 4100 }, () => ({
      ...held,
      entry: { ...held.entry, id: testClock.newId() },
    }))
    await keep(device.replica, { putEntries: copies })
    await closeReplica(device.replica)
    const again = await openReplica(device.opened)
    expect(again.view.find({ kind: 'family', where: { code: 'Z-001' } })).toHaveLength(4101)
  })

  it('holds no readable byte of what was typed, open or locked (G9)', async () => {
    const canary = 'CANARY-纸鸢-7731'
    const id = await make('Z-050', canary)
    await cycle()
    await actOn(device.replica, [edit(id, { notes: `${canary} again` })], testClock)
    await closeReplica(device.replica)
    const bytes = await readEveryByte()
    expect(bytes.length).toBeGreaterThan(500)
    for (const words of [canary, 'CANARY', '纸鸢', 'Z-050', 'Station']) {
      expect(bytes.includes(Buffer.from(words)), words).toBe(false)
    }
    expect(device.replica.view.entry('family', id)).toBeNull()
  })

  it('opens with the PIN and with no other', async () => {
    const id = await make()
    await closeReplica(device.replica)
    expect(await unlockVaults('another742', now)).toMatchObject({
      ok: false,
      refusal: { id: 'PinWrong' },
    })
    const opened = await unlockVaults(pin, now)
    expect(opened.ok).toBe(true)
    if (!opened.ok || opened.value[0] === undefined) return
    const again = await openReplica(opened.value[0])
    expect(again.view.entry('family', id)).toMatchObject({ unsent: true })
  })
})

/** What a thief could read: every value of every store, strings as UTF-8. */
async function readEveryByte(): Promise<Buffer> {
  const parts: Buffer[] = []
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const asking = database.transaction(store).objectStore(store).getAll()
        asking.onsuccess = () => resolve(asking.result)
        asking.onerror = () => reject(asking.error)
      })
      for (const row of rows) collect(row, parts)
    }
    database.close()
  }
  return Buffer.concat(parts)
}

function collect(value: unknown, parts: Buffer[]): void {
  if (value instanceof ArrayBuffer) parts.push(Buffer.from(value))
  else if (ArrayBuffer.isView(value))
    parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      parts.push(Buffer.from(key))
      collect(inner, parts)
    }
  else parts.push(Buffer.from(String(value)))
}
