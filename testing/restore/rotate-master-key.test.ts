// A new master key while people work, by the real command and with the power cut at its two worst moments.
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { masterKeyId } from '../../server/app/key-folder.ts'
import { rotateMasterKey, type CutPoint } from '../../server/app/rotate-master-key.ts'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { Person } from '../house/person.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../../server/app/kiteline.ts', import.meta.url))
const env = { ...process.env, KITELINE_PASSPHRASE: 'a line that holds for years' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-master-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kiteline = (...args: string[]) => run(process.execPath, [command, ...args], { env })
const keyFile = (dataDir: string) => join(dataDir, 'keys', 'master.key')
const idOf = (file: string) => masterKeyId(readFileSync(file))

async function namesSeen(house: TestHouse, { worker }: Home): Promise<readonly unknown[]> {
  const again = new Person(house, worker.agencyId, worker.staffId)
  again.cookie = worker.cookie
  const { entries } = await again.pull()
  return entries.filter(({ kind }) => kind === 'person').map(({ fields }) => fields['name'])
}

test('the house goes on while the master key changes, and a backup from before opens with the key it brings [R47]', async () => {
  const dataDir = join(folder, 'station')
  const archiveFile = join(folder, 'before.kiteline')
  const house = await openTestHouse({ dataDir })
  const home = await aHome(house)
  const { secret } = house.open.house
  await kiteline('backup', '--data', dataDir, '--to', archiveFile)
  const old = idOf(keyFile(dataDir))
  const told = await kiteline('rotate-master-key', '--data', dataDir)
  expect(told.stdout).toContain(`keys/retired/${old}.key`)
  expect(idOf(keyFile(dataDir))).not.toBe(old)
  expect(idOf(join(dataDir, 'keys', 'retired', `${old}.key`))).toBe(old)
  // The open house makes a key for a new family with the new master key, and reads what it never had in memory.
  const later = await aHome(house)
  expect(await namesSeen(house, later)).toContain('小明')
  await house.close()
  const again = await openTestHouse({ dataDir })
  expect(await namesSeen(again, home)).toContain('小明')
  expect(await namesSeen(again, later)).toContain('小明')
  expect(again.open.house.secret).toEqual(secret)
  await again.close()
  const elsewhere = join(folder, 'elsewhere')
  await kiteline('restore', '--data', elsewhere, '--from', archiveFile)
  expect(idOf(keyFile(elsewhere))).toBe(old)
  const restored = await openTestHouse({ dataDir: elsewhere })
  expect(await namesSeen(restored, home)).toContain('小明')
  await restored.close()
}, 120_000)

async function cutAt(point: CutPoint): Promise<{ readonly changed: boolean }> {
  const dataDir = join(folder, point)
  const house = await openTestHouse({ dataDir })
  const home = await aHome(house)
  const old = idOf(keyFile(dataDir))
  const cut = rotateMasterKey(house.open.database.ownerConfig, keyFile(dataDir), (here) => {
    if (here === point) throw new Error('no power')
  })
  await expect(cut).rejects.toThrow('no power')
  expect(existsSync(`${keyFile(dataDir)}.next`)).toBe(true)
  // A house that was open all the time goes on in either case.
  await aHome(house)
  await house.close()
  const again = await openTestHouse({ dataDir })
  expect(await namesSeen(again, home)).toContain('小明')
  const changed = idOf(keyFile(dataDir)) !== old
  await rotateMasterKey(again.open.database.ownerConfig, keyFile(dataDir))
  expect(existsSync(`${keyFile(dataDir)}.next`)).toBe(false)
  expect(await namesSeen(again, home)).toContain('小明')
  await again.close()
  return { changed }
}

test('cut off before the database has it, the old key stays in force; the next try takes the one that lies there', async () => {
  expect(await cutAt('beforeCommit')).toEqual({ changed: false })
}, 60_000)

test('cut off after the database has it, the next start brings the key into its place', async () => {
  expect(await cutAt('afterCommit')).toEqual({ changed: true })
}, 60_000)

test('the command changes the keys of all, lists them, and proves that an erased family’s is gone [FAM-32]', async () => {
  const dataDir = join(folder, 'proof')
  const house = await openTestHouse({ dataDir })
  const home = await aHome(house)
  const gone = await aHome(house)
  const second = await anOldColleague(gone.worker)
  await archive(gone, second)
  const approvalId = await agreedErasing(gone, second)
  await kiteline('rotate-keys', '--data', dataDir, '--all')
  const { status } = await gone.worker.post('/api/families/erase', {
    familyId: gone.familyId,
    approvalId,
  })
  expect(status).toBe(200)
  await applied(
    home.worker,
    home.worker.change('person', home.childId, 'edit', { name: '小虎' }, { name: '小明' }),
  )
  expect(await namesSeen(house, home)).toContain('小虎')
  const listed = JSON.parse((await kiteline('keys', '--data', dataDir, '--json')).stdout)
  expect(listed).toMatchObject({ erased: 1, broken: [] })
  const families = listed.owners.find((row: { of: string }) => row.of === 'family')
  expect(families).toMatchObject({ keys: 1, changed: 1, changing: 0, destroyed: 1 })
  await expect(
    kiteline('rotate-keys', '--data', dataDir, '--owner', `family:${gone.familyId}`),
  ).rejects.toMatchObject({ code: 1 })
  await house.close()
}, 120_000)
