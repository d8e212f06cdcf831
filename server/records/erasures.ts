// What stays of an erased family: one row without a name, and the position at which devices learn of it.
import type { EraseGround } from '../../core/families/refuse-erasing.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import type { Transaction } from '../database/sql.ts'
import type { ErasedRecords } from './erase-records.ts'

/** Stands among a device's cursors beside the scopes: how far it knows what was erased. */
export const erasuresCursor = 'erasures'

export interface Erasure {
  readonly familyId: string
  readonly erasedAt: string
  readonly erasedBy: string | null
  readonly approvalId: string | null
  readonly codeHash: string
  readonly ground: EraseGround | null
  readonly alone: boolean
  readonly counts: Readonly<Record<string, number>>
}

/** Notes an erasure, once; a family that an older backup brought back keeps its first row, with a new position. */
export async function noteErasure(
  { agencyId, rows }: Transaction,
  erasure: Erasure,
  { storeIds, keptOut }: Pick<ErasedRecords, 'storeIds' | 'keptOut'>,
): Promise<void> {
  // The head's row stays locked until the commit: no device passes over a position that becomes visible late.
  const [head] = await rows<{ position: string }>(
    `insert into scope_head (agency_id, scope, position) values ($1, $2, 1)
     on conflict (agency_id, scope) do update set position = scope_head.position + 1 returning position`,
    [agencyId, erasuresCursor],
  )
  await rows(
    `insert into erasure (agency_id, family_id, position, erased_at, erased_by, approval_id, code_hash, ground, alone, counts, files_left, kept_out)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (agency_id, family_id) do update set position = excluded.position, files_left = erasure.files_left || excluded.files_left,
       kept_out = erasure.kept_out || excluded.kept_out`,
    [
      agencyId,
      erasure.familyId,
      head?.position ?? 1,
      erasure.erasedAt,
      erasure.erasedBy,
      erasure.approvalId,
      erasure.codeHash,
      erasure.ground,
      erasure.alone,
      JSON.stringify(erasure.counts),
      [...storeIds],
      [...keptOut],
    ],
  )
  await rows(
    `insert into audit (agency_id, actor_id, action, kind, record_id, scope, detail) values ($1, $2, 'family.erased', 'family', $3, 'family:' || $3::uuid, $4)`,
    [
      agencyId,
      erasure.erasedBy,
      erasure.familyId,
      JSON.stringify({
        codeHash: erasure.codeHash,
        ground: erasure.ground,
        approvalId: erasure.approvalId,
        alone: erasure.alone,
        counts: erasure.counts,
      }),
    ],
  )
}

const columns = `family_id as "familyId", to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "erasedAt",
  erased_by as "erasedBy", approval_id as "approvalId", code_hash as "codeHash", ground, alone, counts`

export async function findErasure(
  { agencyId, rows }: Transaction,
  familyId: string,
): Promise<Erasure | null> {
  const [found] = await rows<Erasure>(
    `select ${columns} from erasure where agency_id = $1 and family_id = $2`,
    [agencyId, familyId],
  )
  return found ?? null
}

/** The latest first. */
export function listErasures({ agencyId, rows }: Transaction): Promise<readonly Erasure[]> {
  return rows<Erasure>(
    `select ${columns} from erasure where agency_id = $1 order by erased_at desc, family_id`,
    [agencyId],
  )
}

/** Families erased after the position that a device knows: it drops what it still holds of them. */
async function readErased(
  { agencyId, prepared }: Transaction,
  after: number,
): Promise<{ readonly families: readonly string[]; readonly position: number }> {
  const rows = await prepared<{ family_id: string; position: string }>(
    'erased after',
    'select family_id, position from erasure where agency_id = $1 and position > $2 order by position',
    [agencyId, after],
  )
  return {
    families: rows.map((row) => row.family_id),
    position: Number(rows.at(-1)?.position ?? after),
  }
}

/** What was erased is told beside the scopes, with a cursor of its own: the family is in none of them any more. */
export async function withErased(
  transaction: Transaction,
  { epoch, cursors }: PullRequest,
  answer: Omit<PullAnswer, 'erased'>,
): Promise<PullAnswer> {
  const known = epoch === answer.epoch ? (cursors[erasuresCursor] ?? 0) : 0
  const { families, position } = await readErased(transaction, known)
  return {
    ...answer,
    cursors: { ...answer.cursors, ...(position > 0 ? { [erasuresCursor]: position } : {}) },
    lost: answer.lost.filter((scope) => scope !== erasuresCursor),
    erased: [...families],
  }
}
