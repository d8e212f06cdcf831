// Many records of one kind, page by page and as one moment has them: what is read stays sealed until somebody opens it.
import type { Kind } from '../../core/sync/kind.ts'
import { columnOf, tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import { entryColumns } from './memory.ts'
import type { EntryRow } from './row-parse.ts'
import type { SealKey } from './seal.ts'

export interface SealedPage {
  readonly rows: readonly EntryRow[]
  /** By owner. */
  readonly keys: ReadonlyMap<string, SealKey>
}

const rowsOfPage = 500

/** The records whose reference is one of the ids. One such reading at a time in a transaction. */
export async function* readPages(
  transaction: Transaction,
  keyRing: KeyRing,
  kind: Kind,
  where: { readonly reference: string; readonly ids: readonly string[] },
): AsyncGenerator<SealedPage> {
  if (!(where.reference in kind.references))
    throw new Error(`Bug: ${kind.name} refers to nothing by ${where.reference}`)
  await transaction.rows(
    `declare page no scroll cursor for select '${kind.name}'::text as ${entryColumns} from ${tableOf(kind.name)}
     where agency_id = $1 and ${columnOf(where.reference)} = any($2::uuid[]) and not removed`,
    [transaction.agencyId, where.ids],
  )
  for (;;) {
    const rows = await transaction.rows<EntryRow>(`fetch ${rowsOfPage} from page`, [])
    if (rows.length === 0) break
    const owners = rows.filter((row) => row.sealed !== null).map((row) => row.key_owner)
    yield { rows, keys: await keyRing.keysToOpen(transaction, [...new Set(owners)]) }
  }
  await transaction.rows('close page', [])
}
