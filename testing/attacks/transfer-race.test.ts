// What is written, or asked for again, in the very moment of handing over.
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { lookAt } from '../../server/app/record-store.ts'
import { readHandedPackage } from '../../server/app/transfer-links.ts'
import { transact } from '../../server/database/transact.ts'
import { aPhone } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { anApproved, madeShape } from './transfer-world.ts'

let house: TestHouse
let owner: Client
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  owner = new Client(house.open.database.ownerConfig)
  await owner.connect()
}, 60_000)
afterAll(async () => {
  await owner.end()
  await house.close()
})

test('what is written in the moment of handing over goes out over no link: the words are those of the digest [TRF-5]', async () => {
  const { worker, familyId, childId, transferId } = await anApproved(house)
  const { agencyId } = worker
  await writeWhileHandedOver(childId)
  try {
    const made = await worker.post('/api/transfers/link', { familyId, transferId, days: 7 })
    expect(made.status, made.text).toBe(200)
  } finally {
    await owner.query('drop trigger zz_written on transfer')
  }
  const { pool } = house.open.house
  const late = await transact(pool, agencyId, ({ rows }) =>
    rows("select 1 from person where id = $1 and body ->> 'grade' = '没人同意过'", [childId]),
  )
  expect(late).toHaveLength(1)
  const its = await lookAt(house.open.house, agencyId, (look) => look.one(transfer, transferId))
  const handed = its === null ? null : await readHandedPackage(house.open.house, agencyId, its)
  const out = JSON.stringify(handed)
  expect(out).toContain('小明')
  expect(out).not.toContain('没人同意过')
})

test('asked for twice at once, one address opens, with the words that were agreed to; the other is as one that never was [TRF-5] [TRF-10]', async () => {
  const { worker, familyId, transferId } = await anApproved(house)
  const ask = () => worker.post('/api/transfers/link', { familyId, transferId, days: 7 })
  await slowDownLinks()
  const replies = await Promise.all([ask(), ask()])
  await owner.query('drop trigger zz_slow on transfer_link')
  const made = replies.flatMap(({ status, body }) =>
    status === 200 ? [madeShape.parse(body)] : [],
  )
  expect(made.length).toBeGreaterThan(0)
  const opened = await Promise.all(
    made.map(async ({ address, code }) =>
      aPhone(house).send(new URL(address).pathname, { step: 'check', code }),
    ),
  )
  expect(opened.filter(({ text }) => text.includes('小明'))).toHaveLength(1)
  expect(opened.filter(({ status }) => status === 404)).toHaveLength(made.length - 1)
  const its = (await worker.pull()).entries.find(({ id }) => id === transferId)
  expect(its).toMatchObject({ fields: { state: 'handedOver' }, conflicts: [] })
})

/** Long enough for the other one to have looked for older addresses already. */
async function slowDownLinks(): Promise<void> {
  await owner.query(
    'create function zz_wait() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$',
  )
  await owner.query(
    'create trigger zz_slow before insert on transfer_link for each row execute function zz_wait()',
  )
}

/** Somebody else's change of the child lands with the handing over itself: after the rule has looked, before anything is sent. */
async function writeWhileHandedOver(childId: string): Promise<void> {
  await owner.query(`create function zz_write() returns trigger language plpgsql as $$ begin
    update kiteline.person set body = body || '{"grade": "没人同意过"}' where id = '${childId}'; return new; end $$`)
  await owner.query(
    'create trigger zz_written after update on transfer for each row execute function zz_write()',
  )
}
