import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aFounder, freshId, onAnotherDevice, type Person } from '../house/person.ts'
import type { Change } from '../../core/sync/change.ts'
import { findBrokenLink, sealAudit } from '../../server/access/seal-audit.ts'
import { transact } from '../../server/database/transact.ts'
import { applyBatches, type PushAnswer } from '../../server/records/push.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

/** Batches in one transaction; together more than the database is sent at once. */
function together(
  person: Person,
  ...batches: readonly (readonly Change[])[]
): Promise<readonly PushAnswer[]> {
  const { house: deps } = house.open
  return applyBatches(
    deps,
    person.agencyId,
    batches.map((changes) => ({ changes, echo: true })),
  )
}

function someFamilies(person: Person, howMany: number): readonly Change[] {
  return Array.from({ length: howMany }, (_, nth) =>
    person.change('family', freshId(), 'create', {
      code: `Z-${nth}`,
      registeredOn: '2026-01-01',
      staff: [person.staffId],
    }),
  )
}

test('[S05] what waits in a batch is released by a later one, though it was written in between', async () => {
  const worker = await aFounder(house)
  const second = onAnotherDevice(worker)
  const [home] = someFamilies(second, 1)
  if (home === undefined) throw new Error('no family')
  const childId = freshId()
  const familyId = home.recordId
  const child = worker.change('person', childId, 'create', {
    familyId,
    name: '小明',
    role: 'child',
  })
  const [first, last] = await together(worker, [child, ...someFamilies(worker, 60)], [home])
  expect(first?.answers[0]?.status).toBe('held')
  expect(last?.answers.map(({ status }) => status)).toContain('applied')
  const { entries } = await worker.pull()
  expect(entries.filter(({ id }) => id === childId)).toHaveLength(1)
  const [repeated] = await together(worker, [child])
  expect(repeated?.answers[0]?.status).toBe('applied')
})

test('[S13][S22] a record written twice in one transaction has one place, and one row of audit for each change', async () => {
  const worker = await aFounder(house)
  const families = someFamilies(worker, 60)
  const [home] = families
  if (home === undefined) throw new Error('no family')
  const before = { code: 'Z-0', village: '', registeredOn: '2026-01-01', staff: [worker.staffId] }
  const edit = worker.change('family', home.recordId, 'edit', { village: '石桥村' }, before)
  const answers = await together(worker, families, [edit], someFamilies(worker, 60))
  const shown = answers.map(({ entries }) => entries.find(({ id }) => id === home.recordId))
  const pulled = (await worker.pull()).entries.find(({ id }) => id === home.recordId)
  expect(pulled?.fields['village']).toBe('石桥村')
  expect(shown[0]?.position).toBe(pulled?.position)
  expect(shown[1]).toEqual(pulled)
  const { pool } = house.open.house
  const [counted] = await transact(pool, worker.agencyId, ({ rows }) =>
    rows<{ changes: number }>(
      "select count(*)::int as changes from audit where device_id = $1 and action = 'change.applied'",
      [worker.deviceId],
    ),
  )
  expect(counted?.changes).toBe(121)
  await sealAudit(pool, worker.agencyId)
  expect(await findBrokenLink(pool, worker.agencyId)).toBeNull()
})

test('[S01] six devices that push at once are each answered for their own', async () => {
  const worker = await aFounder(house)
  const devices = Array.from({ length: 6 }, () => onAnotherDevice(worker))
  const replies = await Promise.all(
    devices.map((device) => device.push(...someFamilies(device, 20))),
  )
  expect(replies.flatMap(({ answers }) => answers.map(({ status }) => status))).toEqual(
    Array.from({ length: 120 }, () => 'applied'),
  )
  const { entries } = await worker.pull()
  expect(entries.filter(({ kind }) => kind === 'family')).toHaveLength(120)
})
