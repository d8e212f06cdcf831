// A driver that fails the n-th statement: before it reached the database, or after it did its work but before the answer came back.
import type { Pool, PoolClient } from 'pg'

export class StatementFailed extends Error {}

export interface FailingPool {
  readonly pool: Pool
  /** How many statements went by since the last call of `failAt`. */
  readonly count: () => number
  /** From now on the n-th statement fails; 0 never. */
  readonly failAt: (statement: number, when: 'before' | 'after') => void
}

export function createFailingPool(pool: Pool): FailingPool {
  let passed = 0
  let target = 0
  let moment: 'before' | 'after' = 'before'
  const query = (client: PoolClient) => async (text: string, values?: unknown[]) => {
    passed += 1
    const fails = passed === target
    if (fails && moment === 'before') throw new StatementFailed(text)
    const result = await client.query(text, values)
    if (fails) throw new StatementFailed(text)
    return result
  }
  const wrap = (client: PoolClient): PoolClient =>
    new Proxy(client, {
      get: (of, name) => {
        if (name === 'query') return query(of)
        const value: unknown = Reflect.get(of, name)
        return typeof value === 'function' ? value.bind(of) : value
      },
    })
  const connect = async (): Promise<PoolClient> => wrap(await pool.connect())
  return {
    pool: new Proxy(pool, {
      get: (of, name) => (name === 'connect' ? connect : Reflect.get(of, name)),
    }),
    count: () => passed,
    failAt: (statement, when) => {
      passed = 0
      target = statement
      moment = when
    },
  }
}
