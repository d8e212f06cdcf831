import { Client, type Pool, type PoolClient, type QueryConfig, type QueryResultRow } from 'pg'
import type { Transaction } from './sql.ts'

const retryable: readonly string[] = ['40001', '40P01']
const mostTries = 5

/**
 * Runs work in one transaction of one agency: all of it, or nothing. Deadlocks and serialisation failures are tried
 * again; the caller answers only after this has returned, so never before the commit (R12).
 */
export async function transact<Value>(
  pool: Pool,
  agencyId: string,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    const life = { over: false }
    let broken = false
    try {
      sendTogether(client)
      // Sent together with the first statement: should it fail, row-level security lets that one see and write nothing.
      const begun = client.query(beginFor(agencyId))
      begun.catch(() => undefined)
      const value = await work(bind(client, agencyId, begun, life))
      await begun
      life.over = true
      const { command } = await client.query('commit')
      // What PostgreSQL answers when a statement had failed and the work went on all the same.
      if (command !== 'COMMIT') throw new Error(`Bug: the commit ended in ${command}`)
      return value
    } catch (error) {
      life.over = true
      broken = !(await rollBack(client))
      if (!isRetryable(error) || attempt >= mostTries) throw error
    } finally {
      client.release(broken)
    }
  }
}

/** One message instead of two; nothing but a UUID is ever put into it. */
function beginFor(agencyId: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(agencyId)) throw new Error('Bug: an agency without an id')
  return `begin; set local kiteline.agency = '${agencyId}'`
}

function bind(
  client: PoolClient,
  agencyId: string,
  begun: Promise<unknown>,
  life: { readonly over: boolean },
): Transaction {
  const ask = async <Row extends QueryResultRow>(query: QueryConfig): Promise<readonly Row[]> => {
    // Work that was not waited for must not run on in somebody else's transaction on this connection.
    if (life.over) throw new Error('This transaction has ended')
    sendTogether(client)
    const [result] = await Promise.all([client.query<Row>(query), begun])
    return result.rows
  }
  return {
    agencyId,
    client,
    rows: (text, values) => ask({ text, values: [...values] }),
    prepared: (name, text, values) => ask({ name, text, values: [...values] }),
  }
}

/** What is asked before the event loop goes on leaves in one write: each costs more than what it asks. */
function sendTogether(client: PoolClient): void {
  if (!(client instanceof Client)) return
  const { stream } = client.connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    return false
  }
}

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    retryable.includes(error.code)
  )
}
