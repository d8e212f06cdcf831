import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../../core/families/person.ts'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome, aLink, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { storeFile } from '../attacks/village.ts'
import type { FileStore } from '../../server/files/store/file-store.ts'
import { FileTrouble } from '../../server/files/store/file-trouble.ts'
import { readKeptFile } from '../../server/app/file-routes.ts'
import { finishKeys } from '../../server/app/finish-keys.ts'
import { withMasterKeyLock } from '../../server/app/master-key.ts'
import { transact } from '../../server/database/transact.ts'
import { finishChanges } from '../../server/records/finish-changes.ts'
import { freezeRecords, thawRecords } from '../../server/records/freeze-records.ts'
import type { KeyChanging } from '../../server/records/key-changing.ts'
import { createKeyRing, type KeyRing } from '../../server/records/key-ring.ts'
import { beginChange, listOwners, rotateKeys } from '../../server/records/rotate-keys.ts'
import { generationOf } from '../../server/records/seal.ts'
import { everySealedPlace, rowsOf } from '../../server/records/sealed-places.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

function deps(more: Partial<KeyChanging> = {}): KeyChanging {
  const { pool, keyRing, files } = house.open.house
  return { pool, keyRing, files, actorId: null, ...more }
}

/** With which number everything of an owner is sealed, in every place that the database has. */
function numbersOf(agencyId: string, owner: string): Promise<readonly number[]> {
  return transact(house.open.house.pool, agencyId, async ({ rows }) => {
    const found = new Set<number>()
    for (const place of everySealedPlace) {
      const sealed = await rows<{ sealed: Buffer }>(
        `select ${place.value} as sealed from ${rowsOf(place)} where ${place.owner} = $2 and length(${place.value}) > 0`,
        [agencyId, owner],
      )
      for (const row of sealed) found.add(generationOf(row.sealed))
    }
    return [...found].sort()
  })
}

function keyRow(agencyId: string, owner: string) {
  return transact(house.open.house.pool, agencyId, async ({ rows }) => {
    const [row] = await rows<Record<string, unknown>>(
      'select generation, earlier is not null as both, wrapped is not null as here, files_left from seal_key where agency_id = $1 and owner = $2',
      [agencyId, owner],
    )
    return row
  })
}

async function countFiles(files: FileStore): Promise<number> {
  let count = 0
  for await (const _file of files.list()) count += 1
  return count
}

/** What a colleague's device would show: everything, opened. */
async function everything({ worker }: Home): Promise<string> {
  const { entries } = await worker.pull()
  const plain = entries.map(({ kind, id, fields }) => ({ kind, id, fields }))
  return JSON.stringify(plain.toSorted((left, right) => left.id.localeCompare(right.id)))
}

const actorOf = ({ worker }: Home) => ({
  agencyId: worker.agencyId,
  staffId: worker.staffId,
  roles: ['socialWorker' as const, 'administrator' as const],
})

describe('a new key for an owner', () => {
  test('seals records, changes, files and link answers anew, and the old one is gone [R47]', async () => {
    const home = await aHome(house)
    const { agencyId } = home.worker
    const owner = `family:${home.familyId}`
    const { fileId } = await storeFile(house, home.worker, home.familyId)
    await aLink(home, 'questionnaire')
    const before = await everything(home)
    const filesBefore = await countFiles(house.open.house.files)
    const bytes = (await readKeptFile(house.open.house, actorOf(home), fileId))?.bytes
    const seen: string[] = []
    const report = await rotateKeys(deps(), agencyId, [owner], ({ done, of }) =>
      seen.push(`${done}/${of}`),
    )
    expect(report).toMatchObject({ keys: 1, files: 1, filesLeft: 0 })
    expect(seen.at(-1)).toBe(`${report.values + 1}/${report.values + 1}`)
    expect(await numbersOf(agencyId, owner)).toEqual([2])
    expect(await keyRow(agencyId, owner)).toEqual({
      generation: 2,
      both: false,
      here: true,
      files_left: [],
    })
    expect(await everything(home)).toBe(before)
    const after = await readKeptFile(house.open.house, actorOf(home), fileId)
    expect(Buffer.from(after?.bytes ?? [])).toEqual(Buffer.from(bytes ?? [1]))
    expect(await countFiles(house.open.house.files)).toBe(filesBefore)
    await rotateKeys(deps(), agencyId, await listOwners(deps(), agencyId, 0))
    expect(await numbersOf(agencyId, owner)).toEqual([3])
    expect(await numbersOf(agencyId, 'agency')).toEqual([2])
    expect(await everything(home)).toBe(before)
    expect(await listOwners(deps(), agencyId, 24)).toEqual([])
  })

  test('knows a change again that comes once more, and takes none under its number for it [S01]', async () => {
    const home = await aHome(house)
    const change = home.worker.change(
      'person',
      home.childId,
      'edit',
      { phone: '13800000000' },
      { phone: null },
    )
    await applied(home.worker, change)
    await rotateKeys(deps(), home.worker.agencyId, [`family:${home.familyId}`])
    const [again] = (await home.worker.push(change)).answers
    expect(again?.status).toBe('applied')
    const [other] = (await home.worker.push({ ...change, claimedAt: '2026-01-01T00:00:00.000Z' }))
      .answers
    expect(other?.['refusal']).toMatchObject({ id: 'ChangeIdReused' })
  })
})

/** Fails once in the middle, as a machine does that loses its power. */
function breaking(files: FileStore): FileStore {
  return {
    ...files,
    get: () => Promise.reject(new FileTrouble('FileDiskFailed', 'x')),
  }
}

describe('a change of keys that was stopped', () => {
  test('leaves everything readable with both keys, and the next run completes it', async () => {
    const home = await aHome(house)
    const { agencyId } = home.worker
    const owner = `family:${home.familyId}`
    const { fileId } = await storeFile(house, home.worker, home.familyId)
    const before = await everything(home)
    const stopped = rotateKeys(deps({ files: breaking(house.open.house.files) }), agencyId, [owner])
    await expect(stopped).rejects.toThrow()
    expect(await keyRow(agencyId, owner)).toMatchObject({ generation: 2, both: true })
    expect(await numbersOf(agencyId, owner)).toEqual([1, 2])
    expect(await everything(home)).toBe(before)
    expect(await readKeptFile(house.open.house, actorOf(home), fileId)).not.toBeNull()
    expect(await finishKeys(house.open.house)).toBe(1)
    expect(await finishKeys(house.open.house)).toBe(0)
    expect(await numbersOf(agencyId, owner)).toEqual([2])
    expect(await everything(home)).toBe(before)
  })
})

describe('while keys are changed', () => {
  test('everybody goes on writing, also a server that still remembers the old key', async () => {
    const home = await aHome(house)
    const { agencyId } = home.worker
    const owner = `family:${home.familyId}`
    const elsewhere: KeyRing = createKeyRing(house.open.house.keyRing.findMaster)
    const names: string[] = []
    let stop = false
    const writing = (async () => {
      for (let at = 0; !stop || at < 5; at += 1) {
        const name = `名${at}`
        const from = names.at(-1) ?? '小明'
        await applied(
          home.worker,
          home.worker.change('person', home.childId, 'edit', { name }, { name: from }),
        )
        names.push(name)
      }
    })()
    for (let round = 0; round < 4; round += 1)
      await rotateKeys(deps({ keyRing: elsewhere }), agencyId, [owner])
    stop = true
    await writing
    expect(await keyRow(agencyId, owner)).toMatchObject({ generation: 5, both: false })
    expect(await numbersOf(agencyId, owner)).toEqual([5])
    const { entries } = await home.worker.pull()
    const child = entries.find(({ id }) => id === home.childId)
    expect(child === undefined ? null : person.read(child.fields).name).toBe(names.at(-1))
  })

  test('a family that is erased in between stays erased, with both its keys', async () => {
    const home = await aHome(house)
    const { agencyId } = home.worker
    const owner = `family:${home.familyId}`
    await storeFile(house, home.worker, home.familyId)
    const second = await anOldColleague(home.worker)
    await archive(home, second)
    const approvalId = await agreedErasing(home, second)
    await beginChange(deps(), agencyId, [owner])
    const filesBefore = await countFiles(house.open.house.files)
    const answer = await home.worker.post('/api/families/erase', {
      familyId: home.familyId,
      approvalId,
    })
    expect(answer.status).toBe(200)
    expect(await keyRow(agencyId, owner)).toMatchObject({ here: false, both: false })
    expect(await finishChanges(deps(), agencyId)).toMatchObject({ keys: 0 })
    expect(await countFiles(house.open.house.files)).toBe(filesBefore - 1)
  })
})

test('while a backup is under way no old file leaves the disk; afterwards it does [P29]', async () => {
  const home = await aHome(house)
  const { agencyId } = home.worker
  const owner = `family:${home.familyId}`
  await storeFile(house, home.worker, home.familyId)
  const { files } = house.open.house
  const before = await countFiles(files)
  await withMasterKeyLock(house.open.database.ownerConfig, 'shared', async () => {
    expect(await rotateKeys(deps(), agencyId, [owner])).toMatchObject({ keys: 1, filesLeft: 1 })
    expect(await countFiles(files)).toBe(before + 1)
  })
  expect(await finishKeys(house.open.house)).toBe(0)
  expect(await countFiles(files)).toBe(before)
  expect(await keyRow(agencyId, owner)).toMatchObject({ files_left: [] })
})

test('a family that is only stored gets its new key in its drawer, and comes out of it readable [FAM-37]', async () => {
  const home = await aHome(house)
  const { agencyId, staffId } = home.worker
  const owner = `family:${home.familyId}`
  const { fileId } = await storeFile(house, home.worker, home.familyId)
  const before = await everything(home)
  const frozen = {
    familyId: home.familyId,
    code: 'Z-1',
    frozenAt: '2026-11-01T00:00:00.000Z',
    frozenBy: staffId,
    ground: 'archived',
    held: false,
    lastServiceOn: null,
  }
  const { pool } = house.open.house
  await transact(pool, agencyId, (transaction) => freezeRecords(transaction, frozen))
  expect(await rotateKeys(deps(), agencyId, [owner])).toMatchObject({ keys: 1, files: 1 })
  expect(await numbersOf(agencyId, owner)).toEqual([2])
  await transact(pool, agencyId, (transaction) => thawRecords(transaction, home.familyId))
  expect(await numbersOf(agencyId, owner)).toEqual([2])
  expect(await everything(home)).toBe(before)
  expect(await readKeptFile(house.open.house, actorOf(home), fileId)).not.toBeNull()
})

test('every column that may hold something sealed is one that a change of keys reaches', async () => {
  const reached = new Set(
    everySealedPlace.map(({ table, column }) => `${table.replaceAll('"', '')}.${column}`),
  )
  // Hashes of tokens, the chain of the audit, keys that the master key wraps (rotate-master-key.ts).
  const plain = new Set([
    'login.activation_hash',
    'login_session.token_hash',
    'family_link.token_hash',
    'transfer_link.token_hash',
    'transfer_link.code_hash',
    'audit.chain',
    'seal_key.wrapped',
    'seal_key.earlier',
    'master_key.secret',
  ])
  const { rows } = await house.open.house.pool.query<{ place: string }>(
    "select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'kiteline' and data_type = 'bytea' and table_name in (select tablename from pg_tables where schemaname = 'kiteline')",
  )
  const unknown = rows
    .map(({ place }) => place)
    .filter((place) => !reached.has(place) && !plain.has(place))
  expect(unknown).toEqual([])
})
