import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { PullRequest } from '../../core/sync/pull.ts'
import { actOn } from './act.ts'
import {
  type Device,
  openDevice,
  openVillage,
  testClock,
  type Village,
  workerId,
} from './cases/village.ts'
import { type Line, runCycle } from './cycle.ts'
import { storeName } from './database.ts'
import { writeDraft } from './drafts.ts'
import { keep } from './keep.ts'
import { openReplica } from './replica.ts'
import { waitingNumbers } from './waiting-numbers.ts'

let village: Village
let device: Device
const now = testClock.now()

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  village = openVillage()
  device = await openDevice()
})

const cycle = (line = village.line) => runCycle(device.replica, line, now)

async function registerFamily(code: string): Promise<string> {
  const id = testClock.newId()
  village.visible.add(`family:${id}`)
  const fields = fieldsAsJson(
    family.read({ code, staff: [workerId], registeredOn: '2026-03-01', notes: '' }),
  )
  const draft = { kind: family, recordId: id, verb: 'create', input: {}, fields }
  expect(await actOn(device.replica, [draft], testClock)).toMatchObject({ ok: true })
  return id
}

async function addChild(familyId: string): Promise<string> {
  const id = testClock.newId()
  const fields = fieldsAsJson(person.read({ familyId, name: 'Xiao Yan', role: 'child' }))
  const draft = { kind: person, recordId: id, verb: 'create', input: {}, fields }
  expect(await actOn(device.replica, [draft], testClock)).toMatchObject({ ok: true })
  return id
}

describe('other rights', () => {
  it('take the kinds that may not be read any more, with what was sent and half-written about them (S10)', async () => {
    const familyId = await registerFamily('Z-100')
    const childId = await addChild(familyId)
    await cycle()
    for (const name of [`consent:${childId}`, `visit:${familyId}`])
      await writeDraft(device.replica, name, 'half a sentence')
    village.hidden.add('person')
    village.sight = 'fewer rights'
    await cycle()
    const { base, sent, connection } = device.replica
    expect(base.has(`person:${childId}`)).toBe(false)
    expect(base.has(`family:${familyId}`)).toBe(true)
    expect(sent.list().map(({ change }) => change.kind)).toEqual(['family'])
    const drafts = await connection.use((open) => open.getAllKeys('drafts'))
    expect(drafts).toEqual([`visit:${familyId}`])
  })

  it('bring the kinds that may be read now, though the position had passed them', async () => {
    const familyId = await registerFamily('Z-101')
    village.hidden.add('person')
    const childId = await addChild(familyId)
    await cycle()
    expect(device.replica.view.entry('person', childId)).toBeNull()
    village.hidden.clear()
    village.sight = 'more rights'
    await cycle()
    expect(device.replica.view.entry('person', childId)).toMatchObject({ unsent: false })
  })

  it('that change between two pages leave nothing of the first page', async () => {
    const familyId = await registerFamily('Z-102')
    const childId = await addChild(familyId)
    await cycle()
    const epoch = village.store.state().epoch
    const scope = `family:${familyId}`
    const of = (kind: string) =>
      [...village.store.state().entries.values()].filter((entry) => entry.kind === kind)
    const counts = { missing: [], counted: 2 }
    const page = { epoch, cursors: { agency: 1, [scope]: 1 }, lost: [], erased: [], ...counts }
    const pages = [
      { ...page, sight: 'first rights', afresh: [], entries: of('person'), more: true },
      { ...page, sight: 'fewer rights', afresh: [scope], entries: of('family'), more: false },
    ]
    const line: Line = {
      ...village.line,
      pull: async () => {
        const value = pages.shift()
        if (value === undefined) throw new Error('no more pages')
        return { ok: true, value }
      },
    }
    await cycle(line)
    expect(device.replica.base.has(`person:${childId}`)).toBe(false)
    expect(device.replica.base.has(scope)).toBe(true)
  })
})

describe('a lost change (S25)', () => {
  it('is named, also when nothing later ever arrived', async () => {
    await registerFamily('Z-110')
    await registerFamily('Z-111')
    const last = device.replica.outbox.list().at(-1)
    await keep(device.replica, { dropItems: [last?.change.id ?? ''] })
    await cycle()
    expect(device.replica.values.feed.missing).toEqual([2])
  })

  it('is not one that merely waits', async () => {
    await registerFamily('Z-112')
    await cycle()
    await registerFamily('Z-113')
    await registerFamily('Z-114')
    expect(waitingNumbers(device.replica)).toEqual([[2, 3]])
    const { epoch } = village.store.state()
    const told: PullRequest['waiting'][] = []
    const deaf: Line = {
      ...village.line,
      pull: (request) => {
        told.push(request.waiting)
        return village.line.pull(request)
      },
      push: async () => ({ ok: true, value: { epoch, answers: [], entries: [], missing: [] } }),
    }
    await cycle(deaf)
    expect(told).toEqual([[[2, 3]]])
    expect(device.replica.values.feed.missing).toEqual([])
    await cycle()
    expect(device.replica.outbox.list()).toEqual([])
    expect(device.replica.values.feed.missing).toEqual([])
  })

  it('is not believed when the number is out of all reason: the device could count no further', async () => {
    village.counted.set(device.replica.deviceId, 2_000_000)
    await cycle()
    expect(device.replica.values.sequence).toBe(0)
  })

  it('is named when the browser has cleared the store, and no new change takes its number', async () => {
    await registerFamily('Z-115')
    await cycle()
    await registerFamily('Z-116')
    // It told how far it had counted, and was cleared before it could send.
    village.counted.set(device.replica.deviceId, 2)
    await device.replica.connection.close()
    indexedDB.deleteDatabase(storeName(device.replica))
    device = { ...device, replica: await openReplica(device.opened) }
    expect(device.replica.values.sequence).toBe(0)
    await cycle()
    expect(device.replica.values.feed.missing).toEqual([2])
    await registerFamily('Z-117')
    expect(waitingNumbers(device.replica)).toEqual([[3, 3]])
    await cycle()
    expect(device.replica.values.feed.missing).toEqual([2])
  })
})
