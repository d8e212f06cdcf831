// The inventory of keys (R47), and the proof that nothing of an erased family can be opened any more.
import { transact } from '../database/transact.ts'
import type { Transaction } from '../database/sql.ts'
import { everySealedPlace, rowsOf } from '../records/sealed-places.ts'
import type { House } from './house.ts'

export interface KeysOf {
  /** agency, family, group, concern, survey */
  readonly of: string
  readonly keys: number
  readonly changed: number
  readonly changing: number
  readonly destroyed: number
  readonly oldest: string
}

export interface KeyInventory {
  readonly master: { readonly id: string; readonly changedAt: string }
  readonly owners: readonly KeysOf[]
  readonly erased: number
  /** Erased families of which something is left after all; none in a house that is well. */
  readonly broken: readonly { readonly familyId: string; readonly left: readonly string[] }[]
}

export async function listKeys(house: House): Promise<KeyInventory> {
  const { rows } = await house.pool.query<{ id: string; changed_at: Date }>(
    'select id, changed_at from master_key',
  )
  const agencies = await house.pool.query<{ id: string }>('select all_agencies() as id')
  const owners = new Map<string, KeysOf>()
  const broken: KeyInventory['broken'][number][] = []
  let erased = 0
  for (const { id: agencyId } of agencies.rows)
    await transact(house.pool, agencyId, async (transaction) => {
      for (const row of await countOwners(transaction)) add(owners, row)
      const families = await listErased(transaction)
      erased += families.length
      for (const familyId of families) {
        const left = await leftOf(house, transaction, familyId)
        if (left.length > 0) broken.push({ familyId, left })
      }
    })
  const [master] = rows
  return {
    master: { id: master?.id ?? '', changedAt: master?.changed_at.toISOString() ?? '' },
    owners: [...owners.values()],
    erased,
    broken,
  }
}

function add(owners: Map<string, KeysOf>, row: KeysOf): void {
  const known = owners.get(row.of)
  owners.set(
    row.of,
    known === undefined
      ? row
      : {
          of: row.of,
          keys: known.keys + row.keys,
          changed: known.changed + row.changed,
          changing: known.changing + row.changing,
          destroyed: known.destroyed + row.destroyed,
          oldest: known.oldest < row.oldest ? known.oldest : row.oldest,
        },
  )
}

function countOwners({ agencyId, rows }: Transaction): Promise<readonly KeysOf[]> {
  return rows<KeysOf>(
    `select split_part(owner, ':', 1) as of, count(wrapped)::int as keys,
       count(*) filter (where wrapped is not null and generation > 1)::int as changed, count(earlier)::int as changing,
       count(destroyed_at)::int as destroyed, to_char(min(coalesce(changed_at, created_at)), 'YYYY-MM-DD') as oldest
     from seal_key where agency_id = $1 group by 1 order by 1`,
    [agencyId],
  )
}

async function listErased({ agencyId, rows }: Transaction): Promise<readonly string[]> {
  const found = await rows<{ family_id: string }>(
    'select family_id from erasure where agency_id = $1 order by position',
    [agencyId],
  )
  return found.map((row) => row.family_id)
}

/** What a certificate says is gone, looked for: the key, everything sealed under it, the line in the ledger. */
async function leftOf(
  house: House,
  { agencyId, rows }: Transaction,
  familyId: string,
): Promise<readonly string[]> {
  const owner = `family:${familyId}`
  const left: string[] = []
  const [key] = await rows<{ gone: boolean }>(
    'select wrapped is null and earlier is null and destroyed_at is not null as gone from seal_key where agency_id = $1 and owner = $2',
    [agencyId, owner],
  )
  if (key?.gone !== true) left.push('seal_key')
  for (const place of everySealedPlace) {
    const found = await rows(
      `select 1 from ${rowsOf(place)} where ${place.owner} = $2 and length(${place.value}) > 0 limit 1`,
      [agencyId, owner],
    )
    if (found.length > 0) left.push(place.table)
  }
  if (!house.eraseLedger.list().some((entry) => entry.familyId === familyId)) left.push('ledger')
  return left
}
