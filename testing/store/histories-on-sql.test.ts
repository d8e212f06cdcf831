// The histories of the model checker, replayed on real databases: one meaning everywhere (S23).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordHistory, replayHistory } from '../sync/record-history.ts'
import { createMemoryStoreUnderTest } from '../sync/store-under-test.ts'
import { createSqlStore, openCaseDatabase, type CaseDatabase } from './case-store.ts'
import { databaseChoices, openTestDatabase, type TestDatabase } from './databases.ts'

const replays = Number(process.env['KITELINE_REPLAYS'] ?? 200)
const steps = 30
const atOnce = 4

async function differsOn(database: CaseDatabase, seed: number): Promise<boolean> {
  const commands = await recordHistory(seed, steps)
  const memory = createMemoryStoreUnderTest('11111111-1111-4111-8111-111111111111')
  const [wanted, got] = await Promise.all([
    replayHistory(commands, memory),
    replayHistory(commands, createSqlStore(database)),
  ])
  return wanted !== got
}

async function seedsThatDiffer(database: CaseDatabase): Promise<readonly number[]> {
  const waiting = Array.from({ length: replays }, (_, index) => index + 1)
  const different: number[] = []
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
      if (await differsOn(database, seed)) different.push(seed)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return different
}

describe.each(databaseChoices)('$name', (choice) => {
  let server: TestDatabase
  let database: CaseDatabase
  beforeAll(async () => {
    server = await openTestDatabase(choice)
    database = await openCaseDatabase(server.database)
    // What is compared is meaning, not durability: the kill test waits for the disk, this one need not.
    await database.pool.query('select 1')
  })
  afterAll(async () => {
    await database.close()
    await server.close()
  })

  test(`[S23] ${replays} recorded histories end in the very state that the model has`, async () => {
    expect(await seedsThatDiffer(database)).toEqual([])
  })
})
