import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import { type Device, openDevice, openVillage, testClock, type Village } from './cases/village.ts'
import { runCycle } from './cycle.ts'
import { logRead } from './reads.ts'
import { openReplica } from './replica.ts'

let village: Village
let device: Device
const now = testClock.now()
const read = { kind: 'family', id: testClock.newId(), purpose: 'view' }

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  village = openVillage()
  device = await openDevice()
})

it('keeps a read made offline until the server has taken it', async () => {
  village.weather = 'cut'
  await logRead(device.replica, testClock, read)
  await expect(runCycle(device.replica, village.line, now)).rejects.toThrow('NoConnection')
  expect((await openReplica(device.opened)).reads.size).toBe(1)
  village.weather = 'fair'
  await runCycle(device.replica, village.line, now)
  expect(device.replica.reads.size).toBe(0)
  expect(village.reads).toMatchObject([{ ...read, claimedAt: '2026-03-01T08:00:00.000Z' }])
})

it('notes one look per screen and quarter of an hour, and another purpose apart', async () => {
  const later = { ...testClock, now: () => now + 15 * 60_000 }
  for (const clock of [testClock, testClock, later]) await logRead(device.replica, clock, read)
  await logRead(device.replica, testClock, { ...read, purpose: 'print' })
  expect(device.replica.reads.size).toBe(3)
})
