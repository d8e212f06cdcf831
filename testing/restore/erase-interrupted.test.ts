// An erasing that is cut off, and a backup from before it: nothing half, and nothing that comes back.
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseFamily } from '../../server/app/erase-family.ts'
import { transact } from '../../server/database/transact.ts'
import { storeFile } from '../attacks/village.ts'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId, Person } from '../house/person.ts'
import { createFailingPool } from '../store/failing-pool.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../../server/app/kiteline.ts', import.meta.url))
const env = { ...process.env, KITELINE_PASSPHRASE: 'a line that holds for years' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-erase-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const actorOf = ({ agencyId, staffId }: Person) =>
  ({ agencyId, staffId, roles: ['agencyAdmin', 'supervisor', 'socialWorker'] }) as const

async function readyToErase(house: TestHouse) {
  const home = await aHome(house)
  await storeFile(house, home.worker, home.familyId)
  const second = await anOldColleague(home.worker)
  await archive(home, second)
  return {
    home,
    request: { familyId: home.familyId, approvalId: await agreedErasing(home, second) },
  }
}

async function countRows(house: TestHouse, { worker, familyId }: Home): Promise<number> {
  const rows = await transact(house.open.house.pool, worker.agencyId, (transaction) =>
    transaction.rows(
      'select 1 from entry where agency_id = $1 and key_owner = $2 union all select 1 from seal_key where agency_id = $1 and owner = $2 and wrapped is not null',
      [worker.agencyId, `family:${familyId}`],
    ),
  )
  return rows.length
}

test('whichever statement fails, before or after it ran, all of the family is there or nothing [R12]', async () => {
  const house = await openTestHouse()
  try {
    const { home, request } = await readyToErase(house)
    const failing = createFailingPool(house.open.house.pool)
    const broken = { ...house.open.house, pool: failing.pool }
    const actor = actorOf(home.worker)
    const whole = await countRows(house, home)
    let failures = 0
    for (let nth = 1; nth < 200 && (await countRows(house, home)) > 0; nth += 1) {
      failing.failAt(nth, nth % 2 === 0 ? 'before' : 'after')
      const ended = await eraseFamily(broken, actor, request).catch(() => null)
      failing.failAt(0, 'before')
      if (ended === null) failures += 1
      expect([0, whole]).toContain(await countRows(house, home))
    }
    expect(failures).toBeGreaterThan(20)
    expect(await countRows(house, home)).toBe(0)
    expect(await eraseFamily(house.open.house, actor, request)).toMatchObject({ ok: true })
  } finally {
    await house.close()
  }
}, 120_000)

test('cut off after its commit, the rest is done at the next start: files go, the ledger knows', async () => {
  const dataDir = join(folder, 'cut')
  const house = await openTestHouse({ dataDir })
  const { home, request } = await readyToErase(house)
  const { files } = house.open.house
  const stuck = { ...files, delete: () => Promise.reject(new Error('the power is gone')) }
  const cut = { ...house.open.house, files: stuck }
  await expect(eraseFamily(cut, actorOf(home.worker), request)).rejects.toThrow('power')
  const left = async (open: TestHouse) =>
    (await Array.fromAsync(open.open.house.files.list())).length
  expect(await left(house)).toBe(1)
  await house.close()
  const again = await openTestHouse({ dataDir })
  try {
    expect(await left(again)).toBe(0)
    expect(readFileSync(join(dataDir, 'erased.log'), 'utf8')).toContain(home.familyId)
  } finally {
    await again.close()
  }
}, 120_000)

test('a backup from before the erasing brings the family back for nobody: it is erased again while restoring [FAM-35][FAM-64]', async () => {
  const dataDir = join(folder, 'station')
  const archiveFile = join(folder, 'before.kiteline')
  const house = await openTestHouse({ dataDir })
  const { home, request } = await readyToErase(house)
  const { worker, familyId } = home
  await applied(
    worker,
    worker.change('supervisionRecord', freshId(), 'create', {
      ...{ parties: { [worker.staffId]: 'supervisee' }, outsideName: '陈督导', on: '2026-03-02' },
      ...{ question: '小明不肯上学', about: { f: { kind: 'family', id: familyId } } },
    }),
  )
  const kiteline = (...args: string[]) => run(process.execPath, [command, ...args], { env })
  await kiteline('backup', '--data', dataDir, '--to', archiveFile)
  await eraseFamily(house.open.house, actorOf(home.worker), request)
  await house.close()
  for (const part of ['database', 'files', 'keys', 'cache'])
    rmSync(join(dataDir, part), { recursive: true, force: true })
  const { stdout } = await kiteline('restore', '--data', dataDir, '--from', archiveFile)
  expect(stdout).toMatch(/1 .*erased again/)
  const restored = await openTestHouse({ dataDir })
  try {
    expect(await countRows(restored, home)).toBe(0)
    const again = new Person(restored, home.worker.agencyId, home.worker.staffId)
    again.cookie = home.worker.cookie
    const { erased, entries } = await again.pull()
    expect(erased).toEqual([home.familyId])
    const talks = entries.filter(({ kind }) => kind === 'supervisionRecord')
    expect(talks.map(({ fields }) => [fields['on'], fields['question']])).toEqual([
      ['2026-03-02', ''],
    ])
  } finally {
    await restored.close()
  }
}, 120_000)
