// Story 4: the server burns at noon; the backup is of three in the morning; forty phones hold the morning's work. The
// phones are the desk's own store, outbox and round; the server is a real one, restored by the real command.
import 'fake-indexeddb/auto'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReporter } from '../../core/safety/concern-reporter.ts'
import { actOn } from '../../desk/sync/act.ts'
import type { Clock } from '../../desk/sync/clock.ts'
import { type Line, runCycle } from '../../desk/sync/cycle.ts'
import { keep } from '../../desk/sync/keep.ts'
import { openReplica, type Replica } from '../../desk/sync/replica.ts'
import { createVault } from '../../desk/sync/vaults.ts'
import { transact } from '../../server/database/transact.ts'
import { applied } from '../house/ask-to-erase.ts'
import { lineOf, samePerson } from '../house/desk-line.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId } from '../house/person.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../../server/app/kiteline.ts', import.meta.url))
const env = { ...process.env, KITELINE_PASSPHRASE: 'a line that holds for years' }
const phoneCount = 40

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-fire-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clock: Clock = { now: () => Date.now(), newId: freshId, dice: () => 0.5 }

interface Phone {
  readonly replica: Replica
  line: Line
}

async function aPhone(house: TestHouse, { worker }: Home, nth: number): Promise<Phone> {
  const made = await createVault(worker.staffId, `phone-pin-${nth}`, freshId())
  if (!made.ok) throw new Error(made.refusal.id)
  const replica = await openReplica(made.value)
  const line = lineOf(samePerson(house, worker))
  const who = await line.who()
  if (who.ok) await keep(replica, { account: who.value })
  await runCycle(replica, line, clock.now())
  return { replica, line }
}

/** A call is noted; every eighth phone also begins a concern, which somebody is to be told of. */
async function workOn({ replica }: Phone, { familyId, pairId, childId }: Home, nth: number) {
  const call = { kind: contactEntry, recordId: freshId(), verb: 'create', input: {} }
  const made = await actOn(
    replica,
    [{ ...call, fields: { familyId, pairId, on: '2026-03-02', notes: `第 ${nth} 部手机` } }],
    clock,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  if (nth % 8 !== 0) return
  const id = freshId()
  const begun = await actOn(
    replica,
    [
      {
        kind: concern,
        recordId: id,
        verb: 'create',
        input: {},
        fields: { ...beginning, familyId, childId },
      },
      {
        kind: concernReporter,
        recordId: freshId(),
        verb: 'create',
        input: {},
        fields: { concernId: id, staffId: replica.staffId },
      },
    ],
    clock,
  )
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
}

const beginning = {
  childName: '小明',
  noticedAt: '2026-03-02T01:00:00.000Z',
  childsWords: '不敢回家',
}

function agreeToService({ worker, familyId, childId, motherId }: Home): Promise<void> {
  return applied(
    worker,
    worker.change('consent', freshId(), 'create', {
      familyId,
      subjectId: childId,
      subjectBornOn: '2015-02-03',
      purpose: 'service',
      textVersion: '1',
      decision: 'given',
      givenById: motherId,
      decidedOn: '2026-01-02',
      proof: 'witnessedCall',
      witness: '李主任',
      assent: { answer: 'given', on: '2026-01-02', how: '口头' },
    }),
  )
}

/** What a colleague would find, and how often the server wrote down that it happened. */
function countAll(house: TestHouse, { worker }: Home) {
  return transact(house.open.house.pool, worker.agencyId, async ({ rows }) => {
    const [counted] = await rows<Record<string, number>>(
      `select (select count(*)::int from contact_entry where agency_id = $1) as calls,
         (select count(*)::int from concern where agency_id = $1) as concerns,
         (select count(distinct change_id)::int from audit where agency_id = $1 and action = 'change.applied' and kind in ('contactEntry', 'concern')) as applied,
         (select count(*)::int from audit where agency_id = $1 and action = 'change.applied' and kind in ('contactEntry', 'concern')) as audited,
         (select count(*)::int from change_log where agency_id = $1 and status <> 'applied') as aside`,
      [worker.agencyId],
    )
    return counted
  })
}

test('a backup of the night and forty phones: nothing acknowledged is missing, nothing is double, every alarm is there once', async () => {
  const burned = join(folder, 'burned')
  const archive = join(folder, 'night.kiteline')
  const house = await openTestHouse({ dataDir: burned })
  const home = await aHome(house)
  await agreeToService(home)
  const phones: Phone[] = []
  for (let nth = 0; nth < phoneCount; nth += 1) phones.push(await aPhone(house, home, nth))
  await run(process.execPath, [command, 'backup', '--data', burned, '--to', archive], { env })
  for (const [nth, phone] of phones.entries()) {
    await workOn(phone, home, nth)
    await runCycle(phone.replica, phone.line, clock.now())
    expect(phone.replica.outbox.list()).toEqual([])
  }
  const atNoon = await countAll(house, home)
  expect(atNoon).toEqual({ calls: 40, concerns: 5, applied: 45, audited: 45, aside: 0 })
  // Five phones had written something that never left them when the server burned.
  for (const [nth, phone] of phones.slice(0, 5).entries())
    await workOn(phone, home, 100 + nth * 8 + 1)
  await house.close()

  const fresh = join(folder, 'fresh')
  await run(process.execPath, [command, 'restore', '--data', fresh, '--from', archive], { env })
  const restored = await openTestHouse({ dataDir: fresh })
  try {
    expect(await countAll(restored, home)).toMatchObject({ calls: 0, concerns: 0 })
    for (const phone of phones) phone.line = lineOf(samePerson(restored, home.worker))
    // All at once, and once more: what comes twice has one effect.
    for (let round = 0; round < 2; round += 1)
      await Promise.all(phones.map(({ replica, line }) => runCycle(replica, line, clock.now())))
    expect(await countAll(restored, home)).toEqual({
      calls: 45,
      concerns: 5,
      applied: 50,
      audited: 50,
      aside: 0,
    })
    for (const { replica } of phones) {
      expect(replica.outbox.list()).toEqual([])
      expect(
        [...replica.base.values()].filter(({ entry }) => entry.kind === 'contactEntry'),
      ).toHaveLength(45)
    }
  } finally {
    await restored.close()
  }
}, 180_000)
