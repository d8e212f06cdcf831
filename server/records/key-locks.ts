// Who seals holds the keys shared until the commit; who changes them waits for all of those and lets nobody in between.
import type { Transaction } from '../database/sql.ts'

/** One number for the whole installation: held shared by backups and by whoever makes a key, alone by whoever changes the master key. */
export const masterKeyLock = 4_600_011

/** What binds a wrapped key to its owner and number. */
export function wrapPlace(agencyId: string, owner: string, generation: number): string {
  return `key|${agencyId}|${owner}${generation === 1 ? '' : `|${generation}`}`
}

function namesOf(agencyId: string, owners: readonly string[]): readonly string[] {
  return owners.map((owner) => `sealing|${agencyId}|${owner}`).sort()
}

const ordered =
  '(select hashtextextended(name, 0) as key from unnest($1::text[]) as name order by 1) as ordered'

export async function holdKeys(transaction: Transaction, owners: readonly string[]): Promise<void> {
  await transaction.prepared(
    'hold keys',
    `select pg_advisory_xact_lock_shared(key) from ${ordered}`,
    [namesOf(transaction.agencyId, owners)],
  )
}

export async function takeKeys(transaction: Transaction, owners: readonly string[]): Promise<void> {
  await transaction.prepared('take keys', `select pg_advisory_xact_lock(key) from ${ordered}`, [
    namesOf(transaction.agencyId, owners),
  ])
}

/** The numbers of the keys that are stored; a destroyed one has none. */
export async function readGenerations(
  { agencyId, prepared }: Transaction,
  owners: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await prepared<{ owner: string; generation: number }>(
    'key generations',
    'select owner, generation from seal_key where agency_id = $1 and owner = any($2) and wrapped is not null',
    [agencyId, owners],
  )
  return new Map(rows.map((row) => [row.owner, row.generation]))
}
