import type { Transaction } from '../database/sql.ts'

/** The database's present history: a restored backup begins another. */
export async function readEpoch(transaction: Transaction): Promise<string> {
  const [epoch] = await transaction.prepared<{ id: string }>('epoch', 'select id from epoch', [])
  if (epoch === undefined) throw new Error('Bug: the database has no epoch')
  return epoch.id
}
