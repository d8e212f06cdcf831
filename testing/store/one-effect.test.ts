// Exactly once, whole or not at all: under repeated delivery, failing statements, deadlocks and crossed transactions.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../core/kit/json.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { applyBatch } from '../../core/sync/apply.ts'
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import { transact } from '../../server/database/transact.ts'
import { createGate, supervisorId } from '../sync/members.ts'
import { actOn, createSqlStore, openCaseDatabase, type CaseDatabase } from './case-store.ts'
import { createFailingPool, StatementFailed } from './failing-pool.ts'
import { databaseChoices, openTestDatabase, type TestDatabase } from './databases.ts'

const now = '2026-03-02T01:00:00.000Z'

interface Phone {
  readonly deviceId: string
  seq: number
}

function aPhone(): Phone {
  return { deviceId: randomUUID(), seq: 0 }
}

function changeOn(phone: Phone, change: Pick<Change, 'kind' | 'verb'> & Partial<Change>): Change {
  phone.seq += 1
  return {
    id: randomUUID(),
    recordId: randomUUID(),
    input: {},
    fields: {},
    bundle: null,
    deviceSeq: phone.seq,
    schemaVersion: 1,
    actorId: supervisorId,
    deviceId: phone.deviceId,
    claimedAt: now,
    ...change,
  }
}

function houseOn(phone: Phone): Change {
  const fields = {
    name: { from: null, to: '陈家' },
    staff: { add: [supervisorId], remove: [] },
  }
  return changeOn(phone, { kind: 'house', verb: 'create', fields })
}

function visitOn(phone: Phone, houseId: string): Change {
  const fields = { houseId: { from: null, to: houseId }, day: { from: null, to: '2026-03-01' } }
  return changeOn(phone, { kind: 'visit', verb: 'create', fields })
}

function push(
  database: Pick<CaseDatabase, 'pool' | 'keyRing'>,
  agencyId: string,
  batch: readonly Change[],
): Promise<BatchAnswer> {
  return actOn(database, agencyId, { now, changes: batch }, (port) =>
    applyBatch({ port, gate: createGate(port, now), kindByName: caseKindByName }, batch),
  )
}

/** Answers as text; one read back from the database has its keys in another order. */
function textOf({ answers }: BatchAnswer): string {
  return canonicalJson(answers.map((answer) => fieldsAsJson(answer)))
}

async function callsIn(database: CaseDatabase, agencyId: string): Promise<unknown> {
  const entries = await createSqlStore(database, agencyId).entries()
  return entries.find((entry) => entry.kind === 'house')?.fields['calls']
}

async function stateOf(database: CaseDatabase, agencyId: string): Promise<string> {
  const store = createSqlStore(database, agencyId)
  const entries = (await store.entries()).map((entry) => JSON.stringify(entry)).sort()
  const log = (await store.log()).map(({ change }) => change.id)
  const counts = await transact(database.pool, agencyId, ({ rows }) =>
    rows(
      `select (select count(*) from audit)::int as audit, (select count(*) from change_log)::int as log,
        (select coalesce(sum(position), 0) from scope_head)::int as positions, (select count(*) from seal_key)::int as keys, (select count(*) from device)::int as devices`,
      [],
    ),
  )
  return JSON.stringify({ entries, log, counts })
}

describe.each(databaseChoices)('$name', (choice) => {
  let server: TestDatabase
  let database: CaseDatabase
  beforeAll(async () => {
    server = await openTestDatabase(choice)
    database = await openCaseDatabase(server.database, { max: 12 })
  })
  afterAll(async () => {
    await database.close()
    await server.close()
  })

  test('[S01][F18] a batch that five connections deliver at once has one effect and one answer', async () => {
    for (let round = 0; round < 50; round += 1) {
      const agencyId = randomUUID()
      const phone = aPhone()
      const house = houseOn(phone)
      await push(database, agencyId, [house])
      const call = { recordId: house.recordId, kind: 'house', verb: 'call', input: { times: 1 } }
      const batch = [changeOn(phone, call), visitOn(phone, house.recordId)]
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => push(database, agencyId, batch)))
      expect(new Set(answers.map(textOf)).size).toBe(1)
      expect(await callsIn(database, agencyId)).toBe(1)
      expect(await createSqlStore(database, agencyId).entries()).toHaveLength(2)
    }
  })

  test('[S22] every applied change has one audit row, however often it came', async () => {
    const agencyId = randomUUID()
    const phone = aPhone()
    const house = houseOn(phone)
    const batch = [house, ...Array.from({ length: 5 }, () => visitOn(phone, house.recordId))]
    await push(database, agencyId, batch)
    await push(database, agencyId, batch)
    const applied = (await createSqlStore(database, agencyId).log()).map(({ change }) => change.id)
    expect(applied).toEqual(batch.map(({ id }) => id))
  })

  test('[S05] what waits and what it waits for may share a transaction, in two batches of two phones', async () => {
    const agencyId = randomUUID()
    const first = aPhone()
    const second = aPhone()
    const house = houseOn(first)
    const visit = visitOn(second, house.recordId)
    await actOn(database, agencyId, { now, changes: [visit, house] }, async (port) => {
      const engine = { port, gate: createGate(port, now), kindByName: caseKindByName }
      await applyBatch(engine, [visit])
      await applyBatch(engine, [house])
    })
    expect(await createSqlStore(database, agencyId).entries()).toHaveLength(2)
    const [again] = (await push(database, agencyId, [visit])).answers
    expect(again?.status).toBe('applied')
  })

  test.each([
    'before',
    'after',
  ] as const)('[R12][F02] whichever statement fails (%s it ran), nothing or everything stays, and a retry has one effect', async (moment) => {
    const failing = createFailingPool(database.pool)
    const broken = { ...database, pool: failing.pool }
    let statements = Number.POSITIVE_INFINITY
    for (let nth = 1; nth <= statements; nth += 1) {
      const agencyId = randomUUID()
      const phone = aPhone()
      const house = houseOn(phone)
      await push(database, agencyId, [house])
      const bundle = { id: randomUUID(), of: 2 }
      const call = { recordId: house.recordId, kind: 'house', verb: 'call', input: { times: 1 } }
      const batch = [
        changeOn(phone, { ...call, bundle }),
        { ...visitOn(phone, house.recordId), bundle },
      ]
      const before = await stateOf(database, agencyId)
      failing.failAt(nth, moment)
      const failed = await push(broken, agencyId, batch).then(
        () => false,
        (error: unknown) => error instanceof StatementFailed,
      )
      if (!failed) statements = Math.min(statements, failing.count())
      failing.failAt(0, moment)
      const after = await stateOf(database, agencyId)
      await push(database, agencyId, batch)
      const done = await stateOf(database, agencyId)
      expect([before, done]).toContain(after)
      expect(await callsIn(database, agencyId)).toBe(1)
    }
    expect(statements).toBeGreaterThan(8)
  })

  test('[F13] crossed transactions deadlock, are tried again, and both have their effect', async () => {
    const agencyId = randomUUID()
    const phone = aPhone()
    const houses = [houseOn(phone), houseOn(phone)]
    await push(database, agencyId, houses)
    let tries = 0
    const crossed = (order: readonly Change[]): Promise<unknown> =>
      transact(database.pool, agencyId, async ({ rows }) => {
        tries += 1
        for (const { recordId } of order) {
          await rows('update house set version = version + 1 where agency_id = $1 and id = $2', [
            agencyId,
            recordId,
          ])
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
      })
    await Promise.all([crossed(houses), crossed([...houses].reverse())])
    const versions = (await createSqlStore(database, agencyId).entries()).map(
      ({ version }) => version,
    )
    expect(versions).toEqual([3, 3])
    expect(tries).toBeGreaterThan(2)
  })
})
