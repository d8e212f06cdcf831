// A family that was erased: what somebody would look for in the database, on the disk, on a device and in an old backup.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seatId } from '../../core/groupwork/seat.ts'
import { erasureShape } from '../../core/evaluation/retention-overview.ts'
import { allKinds } from '../../core/kinds.ts'
import { transact } from '../../server/database/transact.ts'
import { agreedErasing, anOldColleague, applied, archive, askFor } from '../house/ask-to-erase.ts'
import { aHome, aLink, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, onAnotherDevice } from '../house/person.ts'
import { storeFile } from './village.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
})
afterAll(() => house.close())

/** Its seat in a group lies in the group's scope, under the family's key. */
async function takeSeat({ worker, familyId, childId, motherId }: Home): Promise<string> {
  const groupId = freshId()
  const consent = (purpose: string) =>
    worker.change('consent', freshId(), 'create', {
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
  await applied(
    worker,
    worker.change('supportGroup', groupId, 'create', {
      title: '风筝小组',
      code: 'P-1',
      team: { [worker.staffId]: 'leader' },
    }),
    consent('service'),
    consent('group'),
    worker.change('seat', seatId(groupId, childId), 'create', {
      groupId,
      familyId,
      personId: childId,
      strand: 'child',
      displayName: '小明',
      joinedOn: '2026-02-01',
    }),
  )
  return groupId
}

function erase({ worker, familyId }: Home, approvalId: string) {
  return worker.post('/api/families/erase', { familyId, approvalId })
}

/** Rows that still hold anything of the family: whatever the table. */
async function leftOf({ worker, familyId }: Home): Promise<Record<string, unknown>> {
  const owner = `family:${familyId}`
  return transact(house.open.house.pool, worker.agencyId, async ({ rows }) => {
    const ask = async (text: string) => (await rows(text, [worker.agencyId, owner])).length
    return {
      entries: await ask(
        'select 1 from entry where agency_id = $1 and (key_owner = $2 or scope = $2)',
      ),
      payloads: await ask(
        "select 1 from change_log where agency_id = $1 and key_owner = $2 and payload <> ''",
      ),
      links: await ask(
        "select 1 from family_link where agency_id = $1 and 'family:' || family_id = $2",
      ),
      files: await ask('select 1 from stored_file where agency_id = $1 and key_owner = $2'),
      keys: await ask(
        'select 1 from seal_key where agency_id = $1 and owner = $2 and wrapped is not null',
      ),
    }
  })
}

const nothing = { entries: 0, payloads: 0, links: 0, files: 0, keys: 0 }

function filesOnDisk(): number {
  const folder = join(house.dataDir, 'files')
  return readdirSync(folder, { recursive: true }).filter((name) => /[0-9a-f]{32}$/.test(`${name}`))
    .length
}

test('every kind that points at a family’s record lies under the family’s key, so erasing reaches it', () => {
  const ofFamily = new Set(
    allKinds.filter(({ key }) => key.of === 'family').map(({ name }) => name),
  )
  const loose = allKinds.filter(
    ({ name, references }) =>
      !ofFamily.has(name) && Object.values(references).some((target) => ofFamily.has(target)),
  )
  expect(loose.map(({ name }) => name)).toEqual([])
})

test('nothing of an erased family is left but a stub without words; a certificate says what went [FAM-32]', async () => {
  const home = await aHome(house)
  const groupId = await takeSeat(home)
  await storeFile(house, home.worker, home.familyId)
  await aLink(home, 'questionnaire')
  const second = await anOldColleague(home.worker)
  await archive(home, second)
  const device = onAnotherDevice(home.worker)
  const before = await device.pull()
  const onDisk = filesOnDisk()
  const approvalId = await agreedErasing(home, second)
  const reply = await erase(home, approvalId)
  expect(reply.status, reply.text).toBe(200)
  const certificate = erasureShape.parse(reply.body)
  expect(certificate).toMatchObject({
    familyId: home.familyId,
    approvalId,
    ground: 'periodEnded',
    alone: false,
    counts: { family: 1, person: 3, consent: 2, seat: 1, files: 1, links: 1 },
  })
  expect(await leftOf(home)).toEqual(nothing)
  expect(filesOnDisk()).toBe(onDisk - 1)
  expect(await erase(home, approvalId)).toMatchObject({ status: 200, body: certificate })

  const after = await device.pull(before.cursors, before.epoch)
  expect(after.erased).toEqual([home.familyId])
  expect(after.lost).toContain(`family:${home.familyId}`)
  const again = await device.pull(after.cursors, after.epoch)
  expect(again.erased).toEqual([])
  const whole = await device.pull()
  expect(whole.entries.filter(({ scope }) => scope === `group:${groupId}`)).toHaveLength(1)
  expect(JSON.stringify(whole)).not.toContain('小明')
})

test('what a device that was away sends about an erased family is refused, and none of it is kept [S26]', async () => {
  const home = await aHome(house)
  const { worker, familyId, childId } = home
  const second = await anOldColleague(worker)
  const first = worker.change('person', freshId(), 'create', {
    familyId,
    name: '弟弟',
    role: 'child',
  })
  await applied(worker, first)
  await archive(home, second)
  await erase(home, await agreedErasing(home, second))
  const late = [
    first,
    worker.change('person', freshId(), 'create', { familyId, name: '妹妹', role: 'child' }),
    worker.change('person', childId, 'edit', { name: '小明明' }, { name: '小明' }),
    worker.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
  ]
  const { answers } = await worker.push(...late)
  expect(answers.map(({ status, refusal }) => [status, refusal])).toEqual(
    late.map(({ kind }) => ['refused', { id: 'RecordMissing', details: { kind } }]),
  )
  expect(await leftOf(home)).toEqual(nothing)
})

test('without archive, second person or ground, for another family, or under a hold, nothing is erased [FAM-32, FAM-33]', async () => {
  const home = await aHome(house)
  const { worker, familyId } = home
  const second = await anOldColleague(worker)
  const refusedWith = async (approvalId: string) => (await erase(home, approvalId)).body
  const early = await agreedErasing(home, second)
  expect(await refusedWith(early)).toMatchObject({ id: 'ArchiveFirst' })
  await archive(home, second)
  const asked = await askFor(worker, 'eraseFamily', familyId, 'familyAsked')
  expect(await refusedWith(asked)).toMatchObject({ id: 'SecondPersonNeeded' })
  const other = await askFor(worker, 'eraseFamily', freshId(), 'familyAsked')
  await applied(second, second.change('approval', other, 'approve', {}))
  expect(await refusedWith(other)).toMatchObject({ id: 'SecondPersonNeeded' })
  const wordy = await askFor(worker, 'eraseFamily', familyId, '小明搬走了')
  await applied(second, second.change('approval', wordy, 'approve', {}))
  expect(await refusedWith(wordy)).toMatchObject({ id: 'GroundNeeded' })
  const hold = worker.change('family', familyId, 'placeHold', {}, {}, { reason: '法院调取' })
  await applied(worker, hold)
  expect(await refusedWith(early)).toMatchObject({ id: 'FamilyHeld' })
  await applied(worker, worker.change('family', familyId, 'liftHold', {}))
  expect((await erase(home, early)).status).toBe(200)
})

/** As if it had been asked for yesterday. */
async function sleepOver({ worker }: Home, approvalId: string): Promise<void> {
  await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows(
      `update approval set version = version + 1, body = body || '{"requestedAt": "2026-01-01T00:00:00.000Z"}' where agency_id = $1 and id = $2`,
      [worker.agencyId, approvalId],
    ),
  )
}

test('whoever is alone erases a night after asking, not before, and the certificate says so [FAM-32]', async () => {
  const home = await aHome(house)
  const { worker, familyId } = home
  const archiving = await askFor(worker, 'archiveFamily', familyId, '')
  await sleepOver(home, archiving)
  await applied(
    worker,
    worker.change('approval', archiving, 'carryOut', {}),
    worker.change('family', familyId, 'archive', {}, {}, { approvalId: archiving }),
  )
  const asked = await askFor(worker, 'eraseFamily', familyId, 'registeredByMistake')
  expect((await erase(home, asked)).body).toEqual({ id: 'WaitBeforeAlone', details: { count: 24 } })
  await sleepOver(home, asked)
  expect((await erase(home, asked)).body).toMatchObject({ alone: true })
  expect(await leftOf(home)).toEqual(nothing)
})

test('audit and ledger have no number of a paper file and no name; a fingerprint cannot be tried without the key [FAM-34]', async () => {
  const home = await aHome(house)
  const second = await anOldColleague(home.worker)
  await archive(home, second)
  await erase(home, await agreedErasing(home, second))
  const { agencyId } = home.worker
  const { stub, hashes, reasons } = await transact(
    house.open.house.pool,
    agencyId,
    async ({ rows }) => ({
      stub: await rows<{ detail: unknown }>(
        "select detail from audit where agency_id = $1 and action = 'family.erased'",
        [agencyId],
      ),
      hashes: await rows<{ payload_hash: string }>(
        "select payload_hash from change_log where agency_id = $1 and status = 'erased' and payload_hash not like 'h1:%'",
        [agencyId],
      ),
      reasons: await rows<{ sealed: Buffer; payload: Buffer }>(
        "select payload from change_log where agency_id = $1 and kind = 'approval' and verb = 'create' and payload <> ''",
        [agencyId],
      ),
    }),
  )
  expect(stub).toHaveLength(1)
  expect(JSON.stringify(stub)).toMatch(/"codeHash":"[0-9a-f]{64}"/)
  expect(JSON.stringify(stub)).not.toContain('Z-1')
  expect(hashes).toEqual([])
  expect(reasons).toEqual([])
  expect(JSON.stringify(await home.worker.pull())).not.toContain('小明一家')
  const lines = readFileSync(join(house.dataDir, 'erased.log'), 'utf8').trim().split(/\n+/)
  const own = lines.map((line) => JSON.parse(line)).filter((one) => one.familyId === home.familyId)
  expect(own).toEqual([{ agencyId, familyId: home.familyId, erasedAt: expect.any(String) }])
})

test('whoever answers for retention sees numbers of files, never a name; nobody else does [EVA-18]', async () => {
  const home = await aHome(house)
  const manager = await aColleague(home.worker, ['manager'])
  const seen = await manager.post('/api/retention', {})
  expect(seen.body).toMatchObject({ families: 1, ended: [], archived: [], erased: [] })
  expect(seen.text).not.toMatch(/小明|陈芳/)
  const volunteer = await aColleague(home.worker, ['volunteer'])
  expect((await volunteer.post('/api/retention', {})).status).toBe(403)
})
