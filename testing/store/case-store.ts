// The server's own store, holding the record kinds of the model: what a recorded history is replayed on.
import { randomBytes, randomUUID } from 'node:crypto'
import { Client, Pool, type PoolConfig } from 'pg'
import { z } from 'zod'
import { caseKindByName, caseKinds } from '../../core/sync/cases/kinds.ts'
import type { Change } from '../../core/sync/change.ts'
import type { StorePort } from '../../core/sync/port.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import {
  createEntryView,
  createForeignKeys,
  createKindTable,
} from '../../server/database/kind-tables.ts'
import {
  makeScratchDatabase,
  type ScratchDatabase,
} from '../../server/database/launcher/scratch-database.ts'
import type { RunningDatabase } from '../../server/database/launcher/running-database.ts'
import { guardTables, migrate } from '../../server/database/migrate.ts'
import type { Transaction } from '../../server/database/sql.ts'
import { transact } from '../../server/database/transact.ts'
import { createKeyRing, type KeyRing } from '../../server/records/key-ring.ts'
import { readScopes } from '../../server/records/pull.ts'
import { openChange, rowToEntry, type EntryRow } from '../../server/records/row-parse.ts'
import { openUnitOfWork } from '../../server/records/unit-of-work.ts'
import type { StoreUnderTest } from '../sync/store-under-test.ts'

export interface CaseDatabase {
  readonly pool: Pool
  readonly keyRing: KeyRing
  readonly scratch: ScratchDatabase
  readonly close: () => Promise<void>
}

/** A scratch database whose kind tables come from the same generator, the same guard and the same roles as the real ones. */
export async function openCaseDatabase(
  server: RunningDatabase,
  settings: Pick<PoolConfig, 'max'> = { max: 8 },
): Promise<CaseDatabase> {
  const scratch = await makeScratchDatabase(server)
  await migrate(scratch.configFor('owner'))
  const owner = new Client(scratch.configFor('owner'))
  await owner.connect()
  try {
    await owner.query(caseKinds.map(createKindTable).join('\n'))
    await owner.query(caseKinds.map(createForeignKeys).join('\n'))
    await owner.query(createEntryView(caseKinds))
    await guardTables(owner)
  } finally {
    await owner.end()
  }
  const pool = new Pool({ ...scratch.configFor('app'), ...settings, pipeline: true })
  pool.on('error', () => undefined)
  return {
    pool,
    keyRing: createKeyRing(randomBytes(32)),
    scratch,
    close: () => pool.end(),
  }
}

/** Runs the engine's work in one transaction of the server's store. */
export function actOn<Value>(
  { pool, keyRing }: Pick<CaseDatabase, 'pool' | 'keyRing'>,
  agencyId: string,
  request: { readonly now: string; readonly changes: readonly Change[] },
  work: (port: StorePort) => Promise<Value>,
): Promise<Value> {
  return transact(pool, agencyId, async (transaction) => {
    const port = openUnitOfWork(transaction, keyRing, request.now, caseKindByName)
    await port.prepare(request.changes)
    const value = await work(port)
    await port.flush()
    return value
  })
}

export function pullFor(
  { pool, keyRing }: Pick<CaseDatabase, 'pool' | 'keyRing'>,
  agencyId: string,
  readable: ReadonlySet<string>,
  request: PullRequest,
): Promise<PullAnswer> {
  return transact(pool, agencyId, async (transaction) => {
    const page = await readScopes(transaction, keyRing, [...readable], request, () => true)
    return { ...page, afresh: [], sight: '', erased: [] }
  })
}

/** One agency of its own in the database: as good as an empty store. */
export function createSqlStore(
  database: Pick<CaseDatabase, 'pool' | 'keyRing'>,
  agencyId: string = randomUUID(),
): StoreUnderTest {
  const inside = <Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> =>
    transact(database.pool, agencyId, work)
  return {
    transact: (request, work) => actOn(database, agencyId, request, work),
    pull: (readable, request) => pullFor(database, agencyId, readable, request),
    entries: () =>
      inside(async (transaction) => {
        const rows = await transaction.rows<EntryRow>(
          'select kind, id, scope, position, version, key_owner, body, sealed, trail, removed from entry where agency_id = $1',
          [agencyId],
        )
        const keys = await keysOf(database.keyRing, transaction, rows)
        return rows.map((row) =>
          rowToEntry(agencyId, row, keys.get(row.key_owner) ?? Buffer.alloc(0)),
        )
      }),
    log: () => inside((transaction) => readLog(database.keyRing, transaction)),
  }
}

const logRowShape = z.object({
  id: z.string(),
  at: z.date(),
  payload: z.instanceof(Buffer),
  key_owner: z.string(),
})

/** One audit row per applied change, in its order, with the change it speaks of. */
async function readLog(
  keyRing: KeyRing,
  transaction: Transaction,
): Promise<readonly { change: Change; arrivedAt: string }[]> {
  const { agencyId } = transaction
  const stored = await transaction.rows(
    `select l.id, a.at, l.payload, l.key_owner from audit a join change_log l on l.agency_id = a.agency_id and l.id = a.change_id
     where a.agency_id = $1 and a.action = 'change.applied' order by a.seq`,
    [agencyId],
  )
  const rows = stored.map((row) => logRowShape.parse(row))
  const keys = await keysOf(keyRing, transaction, rows)
  return rows.map(({ id, at, payload, key_owner: owner }) => ({
    change: openChange(agencyId, id, payload, keys.get(owner) ?? Buffer.alloc(0)),
    arrivedAt: at.toISOString(),
  }))
}

function keysOf(
  keyRing: KeyRing,
  transaction: Transaction,
  rows: readonly { readonly key_owner: string }[],
): ReturnType<KeyRing['keysFor']> {
  return keyRing.keysFor(transaction, [...new Set(rows.map((row) => row.key_owner))])
}
