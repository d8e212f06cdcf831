// Keys are changed while the disk with the kept files is away, or before a backup's files are restored: the old key waits for
// them, and nobody but whoever looks after the machine gives a file up, by saying how many there are.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keyStateShape } from '../../core/access/change-keys.ts'
import { readKeptFile } from '../../server/app/file-routes.ts'
import { finishKeys } from '../../server/app/finish-keys.ts'
import { runRotateKeys } from '../../server/app/rotate-keys-command.ts'
import { readSettings } from '../../server/app/settings.ts'
import { transact } from '../../server/database/transact.ts'
import { finishChanges } from '../../server/records/finish-changes.ts'
import { rotateKeys } from '../../server/records/rotate-keys.ts'
import { storeFile } from '../attacks/village.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const deps = () => ({ ...house.open.house, actorId: null })
const folder = () => join(house.dataDir, 'files')

/** What a mount point shows whose disk is away: an empty folder. */
function takeAway(): void {
  renameSync(folder(), `${folder()}-away`)
  mkdirSync(folder())
}
function bringBack(): void {
  rmSync(folder(), { recursive: true, force: true })
  renameSync(`${folder()}-away`, folder())
}

function pathsOfFiles(): readonly string[] {
  return readdirSync(folder())
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(join(folder(), name)).map((id) => join(folder(), name, id)))
}

async function lengthOf({ worker }: Home, fileId: string): Promise<number | null> {
  const { agencyId, staffId } = worker
  const actor = { agencyId, staffId, roles: ['socialWorker' as const] }
  return (await readKeptFile(house.open.house, actor, fileId))?.bytes.length ?? null
}

function keyOf({ worker, familyId }: Home) {
  return transact(house.open.house.pool, worker.agencyId, async ({ rows }) => {
    const [row] = await rows<Record<string, unknown>>(
      'select generation, earlier is not null as both, files_missing as missing from seal_key where agency_id = $1 and owner = $2',
      [worker.agencyId, `family:${familyId}`],
    )
    return row
  })
}

const stateOf = async ({ worker }: Home) =>
  keyStateShape.parse((await worker.post('/api/keys', {})).body)

test('with the files’ folder away no old key is destroyed, people are told, and it goes on when the folder is back [ACC-32]', async () => {
  const home = await aHome(house)
  const { agencyId } = home.worker
  const { fileId } = await storeFile(house, home.worker, home.familyId)
  await storeFile(house, home.worker, home.familyId)
  const before = await lengthOf(home, fileId)
  takeAway()
  const owners = [`family:${home.familyId}`]
  const report = await rotateKeys(deps(), agencyId, owners)
  expect(report).toMatchObject({ keys: 0, files: 0, givenUp: 0 })
  expect(report.unread).toHaveLength(2)
  expect(await keyOf(home)).toEqual({ generation: 2, both: true, missing: 2 })
  expect(await finishKeys(house.open.house)).toBe(0)
  expect(await stateOf(home)).toMatchObject({
    state: 'changing',
    waitsForFiles: true,
    filesMissing: 2,
  })
  // Others do not wait for it.
  const other = await aHome(house)
  await rotateKeys(deps(), other.worker.agencyId, [`family:${other.familyId}`])
  expect(await keyOf(other)).toEqual({ generation: 2, both: false, missing: 0 })
  bringBack()
  expect(await lengthOf(home, fileId)).toBe(before)
  expect(await finishKeys(house.open.house)).toBe(1)
  expect(await keyOf(home)).toEqual({ generation: 2, both: false, missing: 0 })
  expect(await lengthOf(home, fileId)).toBe(before)
  expect(await stateOf(home)).toMatchObject({ state: 'resting', waitsForFiles: false })
})

test('what can be read gets its new key, and a damaged file waits for the one in the backup', async () => {
  const home = await aHome(house)
  const { agencyId } = home.worker
  const already = new Set(pathsOfFiles())
  const damaged = await storeFile(house, home.worker, home.familyId)
  const [path = ''] = pathsOfFiles().filter((one) => !already.has(one))
  const { fileId } = await storeFile(house, home.worker, home.familyId)
  const before = await lengthOf(home, fileId)
  renameSync(path, `${path}-good`)
  writeFileSync(path, 'half a block of zeroes')
  const report = await rotateKeys(deps(), agencyId, [`family:${home.familyId}`])
  expect(report).toMatchObject({
    keys: 0,
    files: 1,
    unread: [expect.stringMatching(/^[0-9a-f]{32}$/)],
  })
  expect(await lengthOf(home, fileId)).toBe(before)
  renameSync(`${path}-good`, path)
  expect(await finishChanges(deps(), agencyId)).toMatchObject({ keys: 1, files: 1, unread: [] })
  expect(await lengthOf(home, damaged.fileId)).toBe(before)
})

test('only the console gives files up, when it is told how many; the next change does not wait for them', async () => {
  const home = await aHome(house)
  const { agencyId } = home.worker
  const { fileId } = await storeFile(house, home.worker, home.familyId)
  takeAway()
  const owners = [`family:${home.familyId}`]
  await rotateKeys(deps(), agencyId, owners)
  const said: string[] = []
  const run = async (...words: string[]) => {
    said.length = 0
    const { dataDir } = house
    const settings = readSettings(['rotate-keys', '--resume', ...words, '--data', dataDir], {})
    return runRotateKeys(settings)
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    said.push(String(line))
    return true
  })
  const codes: number[] = []
  const heard: string[] = []
  try {
    for (const words of [[], ['--give-up-files', '2'], ['--give-up-files', '1']]) {
      codes.push(await run(...words))
      heard.push(said.join(''))
    }
    await expect(run('--give-up-files', 'all')).rejects.toThrow('--give-up-files N')
  } finally {
    out.mockRestore()
    bringBack()
  }
  expect(codes).toEqual([1, 1, 0])
  expect(heard[0]).toMatch(/1 files cannot be found[\s\S]*mounted[\s\S]*--give-up-files 1/)
  expect(heard[1]).toContain('not 2: none was given up')
  expect(heard[2]).toContain('1 files were given up')
  expect(await keyOf(home)).toEqual({ generation: 2, both: false, missing: 0 })
  await expect(lengthOf(home, fileId)).rejects.toThrow('FileKeyWrong')
  expect(await rotateKeys(deps(), agencyId, owners)).toMatchObject({ keys: 1, unread: [] })
  const noted = await transact(house.open.house.pool, agencyId, ({ rows }) =>
    rows("select scope from audit where agency_id = $1 and action = 'key.fileGivenUp'", [agencyId]),
  )
  expect(noted).toEqual([{ scope: owners[0] }])
})
