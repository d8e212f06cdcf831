// Fields of a record that name a kept file. Files are no records: what points at one is looked at here.
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { keyOwnerOf } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import type { Transaction } from '../database/sql.ts'

/** Kind → the field that names a file, which has to belong to the record's own family. */
const fileFields: Readonly<Record<string, string>> = {
  consent: 'proofFileId',
  interview: 'audioFileId',
  servicePlan: 'proofFileId',
  spokenWords: 'audioFileId',
}

/** Whose file this is; null when there is none of this id in the agency. */
export type OwnerOfFile = (fileId: string) => Promise<string | null>

export function ownerOfFile({ agencyId, rows }: Transaction): OwnerOfFile {
  return async (fileId) => {
    const [row] = await rows<{ key_owner: string }>(
      'select key_owner from stored_file where agency_id = $1 and id = $2',
      [agencyId, fileId],
    )
    return row?.key_owner ?? null
  }
}

/** FAM-9, INQ-31, PLN-2: a file that is not there, or lies in another family's file, proves nothing. The same words for both. */
export async function refuseLooseFile(
  find: OwnerOfFile,
  kind: Kind,
  id: string,
  before: JsonObject | null,
  after: JsonObject,
): Promise<Refusal | null> {
  const field = Object.hasOwn(fileFields, kind.name) ? fileFields[kind.name] : undefined
  const fileId = field === undefined || before?.[field] === after[field] ? null : after[field]
  if (typeof fileId !== 'string') return null
  return (await find(fileId)) === keyOwnerOf(kind, id, after) ? null : refusal('ProofNotThere')
}
