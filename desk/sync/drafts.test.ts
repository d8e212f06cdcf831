import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { type Device, openDevice } from './cases/village.ts'
import { clearDraft, keepDraft, readDraft } from './drafts.ts'

const name = 'incident:half'
let device: Device

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  device = await openDevice()
})

test('whoever leaves a form and comes back at once finds the newest words [S07]', async () => {
  const { replica } = device
  const under = [keepDraft(replica, name, 'older'), keepDraft(replica, name, 'newest')]
  expect(await readDraft(replica, name)).toBe('newest')
  await Promise.all(under)
  expect(await readDraft(replica, name)).toBe('newest')
})

test('words that were thrown away do not come back behind a write that was under way [S07]', async () => {
  const { replica } = device
  const write = keepDraft(replica, name, 'half a sentence')
  await clearDraft(replica, name)
  await write
  expect(await readDraft(replica, name)).toBeNull()
})
