// A device that held an erased family.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import { approval } from '../../core/access/approval.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { actOn } from './act.ts'
import {
  type Device,
  openDevice,
  openVillage,
  testClock,
  type Village,
  workerId,
} from './cases/village.ts'
import { runCycle } from './cycle.ts'
import { pullAll } from './pull.ts'
import { writeDraft } from './drafts.ts'

let village: Village
let device: Device
const now = testClock.now()

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  village = openVillage()
  device = await openDevice()
})

const cycle = () => runCycle(device.replica, village.line, now)

function registering(code: string) {
  const id = testClock.newId()
  village.visible.add(`family:${id}`)
  const fields = fieldsAsJson(
    family.read({ code, staff: [workerId], registeredOn: '2026-03-01', notes: '' }),
  )
  return { kind: family, recordId: id, verb: 'create', input: {}, fields }
}

function adding(familyId: string, name: string) {
  const fields = fieldsAsJson(person.read({ familyId, name, role: 'child' }))
  return { kind: person, recordId: testClock.newId(), verb: 'create', input: {}, fields }
}

async function act(...drafts: Parameters<typeof actOn>[1]): Promise<void> {
  expect(await actOn(device.replica, drafts, testClock)).toMatchObject({ ok: true })
}

const everything = () => {
  const { base, outbox, sent } = device.replica
  // A request itself stays on record: the server gives it anew, without its words.
  const records = [...base].filter(([key]) => !key.startsWith('approval:'))
  return JSON.stringify([records, outbox.list(), sent.list()])
}

it('drops it at the next contact: records, what was sent, what was not, half-written words, requests about it', async () => {
  const gone = registering('Z-1')
  const stays = registering('Z-2')
  const asked = fieldsAsJson(
    approval.read({
      action: 'archiveFamily',
      subjectKind: 'family',
      subjectId: gone.recordId,
      reason: 'moved to the coast',
    }),
  )
  await act(gone, adding(gone.recordId, 'Xiao Yan'))
  await act(stays, adding(stays.recordId, 'Xiao Hong'))
  await act({
    kind: approval,
    recordId: testClock.newId(),
    verb: 'create',
    input: {},
    fields: asked,
  })
  await cycle()
  const late = adding(gone.recordId, 'Xiao Di')
  await act(late)
  await act({ ...late, verb: 'edit', fields: { name: 'Xiao Didi' } })
  await writeDraft(device.replica, `visit:${gone.recordId}`, { text: 'half a sentence' })
  await writeDraft(device.replica, `visit:${stays.recordId}`, { text: 'another' })
  village.erased.push(gone.recordId)
  village.visible.delete(`family:${gone.recordId}`)
  // Nothing was sent since: a round that is cut off after its pull.
  await pullAll(device.replica, village.line.pull, now)
  expect(everything()).not.toMatch(/Xiao Yan|Xiao Di|Z-1"|moved to the coast/)
  expect(everything()).toMatch(/Xiao Hong/)
  const drafts = await device.replica.connection.use((database) => database.getAllKeys('drafts'))
  expect(drafts).toEqual([`visit:${stays.recordId}`])
})

it('keeps what one bundle said about another family, and sends it', async () => {
  const [gone, stays] = [registering('Z-1'), registering('Z-2')]
  await act(gone)
  await act(stays)
  await cycle()
  await act(adding(gone.recordId, 'Xiao Yan'), adding(stays.recordId, 'Xiao Hong'))
  village.erased.push(gone.recordId)
  village.visible.delete(`family:${gone.recordId}`)
  await pullAll(device.replica, village.line.pull, now)
  await cycle()
  expect(everything()).not.toMatch(/Xiao Yan/)
  expect([...village.store.state().entries.values()].map(({ fields }) => fields['name'])).toContain(
    'Xiao Hong',
  )
})
