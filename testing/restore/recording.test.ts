// A recording made where there is no network: it lies sealed on the phone, outlives the closed tab, a line that breaks and a
// server that is killed in the middle, and the interview names it only when the server keeps it (S18).
import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { countParts, partBytes } from '../../core/sync/upload.ts'
import type { Clock } from '../../desk/sync/clock.ts'
import { runCycle } from '../../desk/sync/cycle.ts'
import { connectStore, storeName } from '../../desk/sync/database.ts'
import { keep } from '../../desk/sync/keep.ts'
import { closeReplica, openReplica, type Replica } from '../../desk/sync/replica.ts'
import { rescueSealed } from '../../desk/sync/rescue.ts'
import { sendFile } from '../../desk/sync/send-file.ts'
import { sendWaitingFiles } from '../../desk/sync/send-files.ts'
import { type FileLine, serverFileLine } from '../../desk/sync/send-parts.ts'
import { ServerTrouble } from '../../desk/sync/server.ts'
import { shutVault } from '../../desk/sync/shut-device.ts'
import { countSealedUnsent, createVault, type OpenVault } from '../../desk/sync/vaults.ts'
import {
  dropWaitingFile,
  keepFileHere,
  listWaitingFiles,
  sweepLooseParts,
} from '../../desk/sync/waiting-files.ts'
import { z } from 'zod'
import { readKeptFile } from '../../server/app/file-routes.ts'
import { applied } from '../house/ask-to-erase.ts'
import { lineOf, samePerson } from '../house/desk-line.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId } from '../house/person.ts'

const clock: Clock = { now: () => Date.now(), newId: freshId, dice: () => 0.5 }
const pin = 'a-pin-of-words'
let house: TestHouse
let home: Home
let dataDir: string
let vault: OpenVault
let replica: Replica
let interviewId: string

beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  dataDir = house.dataDir
}, 60_000)
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  home = await aHome(house)
  interviewId = freshId()
  speakTo(house)
  const { worker, familyId, childId } = home
  await applied(worker, ...['assessment', 'recording'].map(consentTo))
  await applied(
    worker,
    worker.change('interview', interviewId, 'create', {
      familyId,
      childId,
      role: 'child',
      respondentId: childId,
      interviewerId: worker.staffId,
      agreed: 'given',
    }),
  )
  const made = await createVault(worker.staffId, pin, freshId())
  if (!made.ok) throw new Error(made.refusal.id)
  vault = made.value
  replica = await openReplica(vault)
  const who = await line().who()
  if (who.ok) await keep(replica, { account: who.value })
  await runCycle(replica, line(), clock.now())
})
afterEach(async () => {
  await closeReplica(replica)
  vi.unstubAllGlobals()
})

const consentIds = new Map<string, string>()

function consentTo(purpose: string) {
  const { worker, familyId, childId, motherId } = home
  const id = freshId()
  consentIds.set(purpose, id)
  return worker.change('consent', id, 'create', {
    familyId,
    subjectId: childId,
    subjectBornOn: '2015-02-03',
    purpose,
    textVersion: '1',
    decision: 'given',
    givenById: motherId,
    decidedOn: '2026-01-02',
    proof: 'witnessedCall',
    witness: '李主任',
    assent: { answer: 'given', on: '2026-01-02', how: '口头' },
  })
}

const line = () => lineOf(samePerson(house, home.worker))

/** The browser's fetch reaches the house with this worker's session. */
function speakTo(open: TestHouse): void {
  vi.stubGlobal('fetch', (path: string, { headers, ...init }: RequestInit = {}) => {
    const sent = new Headers(headers)
    sent.set('cookie', home.worker.cookie)
    return Promise.resolve(open.app.request(path, { ...init, headers: sent }))
  })
}

/** Three parts and a bit of what a telephone records; its words must not lie readable anywhere. */
function aRecording(): File {
  const bytes = Buffer.alloc(3 * partBytes + 99, '金丝雀在唱歌')
  bytes.write('ID3')
  return new File([bytes], '小明的录音.mp3')
}

const keepIt = () =>
  keepFileHere(replica, clock, {
    purpose: 'interviewAudio',
    owner: `family:${home.familyId}`,
    file: aRecording(),
    holder: { kind: 'interview', recordId: interviewId, verb: 'attachAudio' },
  })

/** Counts parts as they leave, and breaks where it is told to. */
function aLine(breakAt: (sent: number) => boolean = () => false) {
  const sent: number[] = []
  const files: FileLine = {
    ...serverFileLine,
    part: (upload, number, bytes) => {
      if (breakAt(sent.length)) throw new ServerTrouble('NoConnection')
      sent.push(number)
      return serverFileLine.part(upload, number, bytes)
    },
  }
  return { files, sent }
}

async function removeRow(row: string): Promise<void> {
  await replica.connection.use((database) => database.delete('files', row))
}

async function alterRow(row: string): Promise<void> {
  await replica.connection.use(async (database) => {
    const kept = await database.get('files', row)
    if (kept === undefined) throw new Error(`no row ${row}`)
    const bytes = new Uint8Array(kept.bytes.slice(0))
    bytes[7] = (bytes[7] ?? 0) ^ 1
    await database.put('files', { ...kept, bytes: bytes.buffer })
  })
}

async function audioOf(): Promise<unknown> {
  await runCycle(replica, line(), clock.now())
  return replica.view.entry('interview', interviewId)?.fields['audioFileId']
}

test('outlives a closed tab, a cut and a restarted server, no part is sent twice, and the interview names what is kept', async () => {
  const { upload } = await keepIt()
  expect(countParts(upload.size)).toBe(4)
  await closeReplica(replica)
  replica = await openReplica(vault)
  expect(await listWaitingFiles(replica)).toMatchObject([{ upload: { id: upload.id } }])
  const first = aLine((sent) => sent === 2)
  await expect(sendWaitingFiles(replica, first.files, clock)).rejects.toThrow('NoConnection')
  expect(await audioOf()).toBeNull()
  // Everything in the server's memory is gone; what it said it has, it has.
  await house.open.close()
  house = await openTestHouse({ publicOrigin: 'https://station.example', dataDir })
  speakTo(house)
  const second = aLine()
  const shown: number[] = []
  const lostAnswer: FileLine = {
    ...second.files,
    finish: async (asked) => {
      await serverFileLine.finish(asked)
      throw new ServerTrouble('NoConnection')
    },
  }
  const sending = sendWaitingFiles(replica, lostAnswer, clock, {
    show: (progress) => shown.push(progress?.arrived ?? -1),
    onSent: () => {},
  })
  await expect(sending).rejects.toThrow('NoConnection')
  expect([first.sent, second.sent]).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(shown).toEqual([2, 3, 4])
  expect(await audioOf()).toBeNull()
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(1)
  expect(await listWaitingFiles(replica)).toEqual([])
  expect(await audioOf()).toBe(upload.id)
  const actor = {
    agencyId: home.worker.agencyId,
    staffId: home.worker.staffId,
    roles: ['socialWorker' as const],
  }
  const kept = await readKeptFile(house.open.house, actor, upload.id)
  expect(
    createHash('sha256')
      .update(kept?.bytes ?? '')
      .digest('hex'),
  ).toBe(upload.sha256)
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(0)
}, 60_000)

test('without consent any more it stays here with the reason, and the interview names nothing [INQ-31]', async () => {
  await keepIt()
  await expect(
    sendWaitingFiles(replica, aLine((sent) => sent === 3).files, clock),
  ).rejects.toThrow()
  const { worker } = home
  const withdrawn = { on: house.open.house.today(), by: '陈芳' }
  await applied(
    worker,
    worker.change('consent', consentIds.get('recording') ?? '', 'withdraw', {}, {}, withdrawn),
  )
  const second = aLine()
  expect(await sendWaitingFiles(replica, second.files, clock)).toBe(0)
  expect(second.sent).toEqual([])
  expect(await listWaitingFiles(replica)).toMatchObject([
    { refusal: { id: expect.stringMatching(/^Consent/) } },
  ])
  expect(await audioOf()).toBeNull()
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(0)
})

test.each([
  ['a part is gone from the disk', async (row: string) => removeRow(row)],
  ['a part was altered', async (row: string) => alterRow(row)],
])('one recording of which %s stays with the reason, and the next is sent [S19]', async (_what, harm) => {
  const { upload } = await keepIt()
  const second = await keepIt()
  await harm(`part:${upload.owner}:${upload.id}:1`)
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(1)
  expect(await listWaitingFiles(replica)).toMatchObject([
    { upload: { id: upload.id }, refusal: { id: 'WaitingFileUnreadable' } },
  ])
  expect(await audioOf()).toBe(second.upload.id)
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(0)
})

test('one of which the row about it was altered is shown and can be dropped, and the next is sent [S19]', async () => {
  const { upload } = await keepIt()
  const second = await keepIt()
  await alterRow(`about:${upload.owner}:${upload.id}`)
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(1)
  expect(await audioOf()).toBe(second.upload.id)
  const [damaged, ...more] = await listWaitingFiles(replica)
  expect(damaged).toMatchObject({
    upload: { id: upload.id, owner: upload.owner },
    refusal: { id: 'WaitingFileDamaged' },
  })
  expect(more).toEqual([])
  await sweepLooseParts(replica)
  expect(await replica.connection.use((database) => database.count('files'))).toBe(5)
  if (damaged !== undefined) await dropWaitingFile(replica, damaged.upload)
  expect(await replica.connection.use((database) => database.count('files'))).toBe(0)
})

test('a recording at which the server fails waits, and the next is sent [S19]', async () => {
  const first = await keepIt()
  const second = await keepIt()
  const failing: FileLine = {
    ...serverFileLine,
    start: (upload) => {
      if (upload.id === first.upload.id) throw new ServerTrouble('ServerTrouble')
      return serverFileLine.start(upload)
    },
  }
  const told: string[] = []
  const watch = { show: () => {}, onSent: () => told.push('sent') }
  await expect(sendWaitingFiles(replica, failing, clock, watch)).rejects.toThrow('ServerTrouble')
  expect(told).toEqual(['sent'])
  expect(await listWaitingFiles(replica)).toMatchObject([
    { upload: { id: first.upload.id }, refusal: null },
  ])
  expect(await audioOf()).toBe(second.upload.id)
})

test('lies sealed, stays when the device is ended, and comes over when a forgotten PIN comes back to mind [S04]', async () => {
  await keepIt()
  await closeReplica(replica)
  const connection = connectStore(storeName(vault.vault))
  const rows = await connection.use((database) => database.getAll('files'))
  await connection.close()
  expect(rows).toHaveLength(5)
  for (const row of rows) {
    const bytes = Buffer.from(row.bytes)
    expect([row.row.includes('小明'), bytes.includes('金丝雀'), bytes.includes('小明')]).toEqual([
      false,
      false,
      false,
    ])
  }
  await shutVault(vault.vault)
  expect(await countSealedUnsent(vault.vault)).toBe(1)
  const anew = await createVault(home.worker.staffId, 'another-pin', freshId())
  if (!anew.ok) throw new Error(anew.refusal.id)
  replica = await openReplica(anew.value)
  expect(await rescueSealed(replica, pin, clock.now())).toEqual({
    ok: true,
    value: { count: 1, damaged: 0 },
  })
  const who = await line().who()
  if (who.ok) await keep(replica, { account: who.value })
  await runCycle(replica, line(), clock.now())
  expect(await sendWaitingFiles(replica, aLine().files, clock)).toBe(1)
  expect(await audioOf()).not.toBeNull()
})

test('one that is damaged comes over as it is, and keeps no other back [S04] [S19]', async () => {
  const { upload } = await keepIt()
  await keepIt()
  await alterRow(`about:${upload.owner}:${upload.id}`)
  await closeReplica(replica)
  await shutVault(vault.vault)
  const anew = await createVault(home.worker.staffId, 'another-pin', freshId())
  if (!anew.ok) throw new Error(anew.refusal.id)
  replica = await openReplica(anew.value)
  expect(await rescueSealed(replica, pin, clock.now())).toEqual({
    ok: true,
    value: { count: 2, damaged: 0 },
  })
  expect(await listWaitingFiles(replica)).toMatchObject([
    { upload: { id: upload.id }, refusal: { id: 'WaitingFileDamaged' } },
    { refusal: null },
  ])
})

test('a large photograph sent while somebody waits goes in parts, a small one in one', async () => {
  const paths: string[] = []
  const reach = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    paths.push(path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'))
    return reach(path, init)
  })
  const shape = z.object({ id: z.uuid(), size: z.number() })
  const path = `/api/files/consentPaper/family:${home.familyId}`
  const large = new File(['%PDF-1.7\n', Buffer.alloc(partBytes, 'x')], 'paper.pdf')
  const kept = await sendFile(path, large, shape)
  expect(kept).toMatchObject({ ok: true, value: { size: large.size } })
  // Pressed again, the same file is the same.
  expect(await sendFile(path, large, shape)).toEqual(kept)
  expect(await sendFile(path, new File(['%PDF-1.7\n'], 'paper.pdf'), shape)).toMatchObject({
    ok: true,
  })
  expect(paths).toEqual([
    '/api/uploads',
    '/api/uploads/family:ID/ID/0',
    '/api/uploads/family:ID/ID/1',
    '/api/uploads/finish',
    '/api/uploads',
    '/api/files/consentPaper/family:ID',
  ])
})
