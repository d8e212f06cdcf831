// What the three earlier releases left on a phone, byte for byte as they wrote it: a queue from before the upgrade is
// delivered after it, once, and nothing of it is ignored.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { family } from '../../core/families/family.ts'
import { kindByName } from '../../core/kinds.ts'
import type { Change } from '../../core/sync/change.ts'
import { diffFields } from '../../core/sync/merge.ts'
import { agencyId, entryOf, openVillage, pin, testClock, workerId } from './cases/village.ts'
import { runCycle } from './cycle.ts'
import { connectStore, openDeviceDatabase, type SealedStore, storeName } from './database.ts'
import { keep } from './keep.ts'
import { openReplica, type Replica } from './replica.ts'
import { sealText, unbindKey } from './seal.ts'
import type { StoredItem } from './stored-parse.ts'
import { createVault, type OpenVault, unlockVaults } from './vaults.ts'

const now = testClock.now()
const epochBefore = '5f8c0a12-3b4d-4e5f-8a6b-7c8d9e0f1a2b'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

function aFamily(deviceSeq: number, deviceId: string): Change {
  const recordId = testClock.newId()
  const fields = family.read({
    code: `Z-${deviceSeq}`,
    staff: [workerId],
    registeredOn: '2026-02-01',
  })
  return {
    id: testClock.newId(),
    recordId,
    kind: 'family',
    verb: 'create',
    input: {},
    fields: diffFields(family, {}, fields),
    bundle: null,
    deviceSeq,
    schemaVersion: 1,
    actorId: workerId,
    deviceId,
    claimedAt: '2026-02-01T08:00:00.000Z',
  }
}

interface Left {
  readonly outbox: readonly Change[]
  readonly sent: readonly Change[]
}

const feed = {
  epoch: epochBefore,
  cursors: { agency: 3 },
  surveys: [],
  missing: [],
  complete: true,
  pulledAt: null,
}
const account = {
  staff: { id: workerId, name: 'Li', roles: ['socialWorker'], language: 'zh-CN' },
  agency: { id: agencyId, name: 'Station', sample: false },
  endsAt: '2026-03-01T20:00:00.000Z',
}

/** The sealed rows of each release, as its own code wrote them. */
const releases: Readonly<
  Record<string, (left: Left) => Record<string, readonly [string, unknown][]>>
> = {
  'the first, whose items said whether they were settling': ({ outbox, sent }) => ({
    outbox: outbox.map((change) => [
      change.id,
      { change, status: 'pending', refusal: null, settling: false },
    ]),
    sent: sent.map((change) => [change.id, { change, sentAt: now }]),
    meta: [
      ['feed', feed],
      ['account', account],
    ],
  }),
  'the second, whose sent changes were awaited and whose feed knew its rights': ({
    outbox,
    sent,
  }) => ({
    outbox: outbox.map((change) => [change.id, { change, status: 'pending', refusal: null }]),
    sent: sent.map((change) => [change.id, { change, sentAt: now, awaited: false }]),
    meta: [
      ['feed', { ...feed, sight: 'first rights' }],
      ['account', account],
    ],
  }),
  'the third, which told of erased families': ({ outbox, sent }) => ({
    outbox: outbox.map((change) => [change.id, { change, status: 'pending', refusal: null }]),
    sent: sent.map((change) => [change.id, { change, sentAt: now, awaited: true }]),
    meta: [
      ['feed', { ...feed, cursors: { agency: 3, erasures: 0 }, sight: 'first rights' }],
      ['account', account],
      ['settings', { language: null, lockAfterMinutes: 15 }],
    ],
  }),
}

/** A device as it lies there after the upgrade: its store from before, its key not yet bound to the browser. */
async function leave(rows: Record<string, readonly [string, unknown][]>): Promise<OpenVault> {
  const made = await createVault(workerId, pin, testClock.newId())
  if (!made.ok) throw new Error(made.refusal.id)
  const { vault, key } = made.value
  const connection = connectStore(storeName(vault))
  await connection.use(async (database) => {
    for (const store of ['outbox', 'sent', 'meta'] as const satisfies readonly SealedStore[])
      for (const [row, value] of rows[store] ?? [])
        await database.put(store, {
          row,
          ...(await sealText(key, `${store}/${row}`, JSON.stringify(value))),
        })
    await database.put('counter', 3, 'sequence')
  })
  await connection.close()
  const device = await openDeviceDatabase()
  const row = await device.get('device', 'device')
  if (row?.own === undefined) throw new Error('no device')
  const { own, ...older } = row
  const { bound: _bound, ...loose } = vault
  await device.put('device', older, 'device')
  await device.put(
    'vaults',
    { ...loose, wrapped: await unbindKey(own, vault.wrapped) },
    `${workerId}:1`,
  )
  device.close()
  const opened = await unlockVaults(pin, now)
  const [only] = opened.ok ? opened.value : []
  if (only === undefined) throw new Error('not opened')
  return only
}

describe.each(Object.entries(releases))('a queue of %s', (_name, rowsOf) => {
  it('opens with the same PIN, is delivered once, and what it had sent goes again after a restore [S16] [S14]', async () => {
    const village = openVillage()
    const deviceId = testClock.newId()
    const [first, second, sent] = [2, 3, 1].map((number) => aFamily(number, deviceId))
    if (first === undefined || second === undefined || sent === undefined) throw new Error('none')
    const replica = await openReplica(
      await leave(rowsOf({ outbox: [first, second], sent: [sent] })),
    )
    for (let round = 0; round < 2; round += 1) await runCycle(replica, village.line, now)
    expect(replica.outbox.list()).toEqual([])
    for (const change of [first, second, sent])
      expect(entryOf(village, 'family', change.recordId)?.fields['code']).toBe(
        `Z-${change.deviceSeq}`,
      )
    for (const change of [first, second]) expect(village.arrivals.get(change.id)).toBe(1)
  })

  it('with something in it that this release does not know keeps that, visibly, and sends the rest', async () => {
    expect(await findIgnored(rowsOf, async () => {})).toEqual([])
  })

  it('read by a device that drops what it does not know, or stops at it, is noticed', async () => {
    expect(await findIgnored(rowsOf, dropUnknown)).toEqual(['the unknown is gone'])
    expect(await findIgnored(rowsOf, stopAtUnknown)).toEqual(['the known was not sent'])
  })
})

/** What becomes of a queue that begins with something unknown; empty when nothing is ignored. */
async function findIgnored(
  rowsOf: (left: Left) => Record<string, readonly [string, unknown][]>,
  readAs: (replica: Replica) => Promise<void>,
): Promise<readonly string[]> {
  globalThis.indexedDB = new IDBFactory()
  const village = openVillage()
  const deviceId = testClock.newId()
  const [known, odd] = [1, 2].map((number) => aFamily(number, deviceId))
  if (known === undefined || odd === undefined) throw new Error('none')
  const unknown = { ...odd, kind: 'kiteFlight', verb: 'soar' }
  const replica = await openReplica(await leave(rowsOf({ outbox: [unknown, known], sent: [] })))
  await readAs(replica)
  await runCycle(replica, village.line, now)
  const left = replica.outbox.list().map(({ change }) => `${change.id} ${change.verb}`)
  return [
    ...(entryOf(village, 'family', known.recordId) === undefined ? ['the known was not sent'] : []),
    ...(left.includes(`${unknown.id} soar`) ? [] : ['the unknown is gone']),
  ]
}

const isUnknown = ({ change }: StoredItem) => kindByName(change.kind) === null

async function dropUnknown(replica: Replica): Promise<void> {
  const dropItems = replica.outbox
    .list()
    .filter(isUnknown)
    .map(({ change }) => change.id)
  await keep(replica, { dropItems })
}

/** As a reader would that takes the queue only up to what it cannot read. */
async function stopAtUnknown(replica: Replica): Promise<void> {
  const dropItems = replica.outbox
    .list()
    .filter((item) => !isUnknown(item))
    .map(({ change }) => change.id)
  await keep(replica, { dropItems })
}
