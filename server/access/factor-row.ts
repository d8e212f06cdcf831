// Where a second factor lies: one row per account, its secret and the hashes of its printed codes sealed with the agency's key.
import { z } from 'zod'
import { factorMeans, factorRuleShape, type FactorRule } from '../../core/access/second-factor.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from '../records/key-ring.ts'
import { openBytes, sealBytes, type SealKey } from '../records/seal.ts'

const factorShape = z.object({
  by: z.enum(factorMeans),
  /** Null where printed codes are the factor. */
  secret: z.string().nullable(),
  /** SHA-256 of the codes that are left. */
  codes: z.array(z.string()),
})
export type Factor = z.infer<typeof factorShape>

export interface FactorRow {
  readonly staff_id: string
  readonly sealed: Buffer | null
  readonly pending: Buffer | null
  readonly pending_at: Date | null
  readonly confirmed_at: Date | null
  readonly last_step: string
  readonly codes_left: number
  readonly failures: number
  readonly blocked_until: Date | null
}

type Place = 'sealed' | 'pending'

const columns =
  'staff_id, sealed, pending, pending_at, confirmed_at, last_step, codes_left, failures, blocked_until'

export async function readFactorRow(
  { agencyId, rows }: Transaction,
  staffId: string,
): Promise<FactorRow | null> {
  const [row] = await rows<FactorRow>(
    `select ${columns} from second_factor where agency_id = $1 and staff_id = $2`,
    [agencyId, staffId],
  )
  return row ?? null
}

/** Held to the end of the transaction: two who type the same number at the same moment are not both let in. */
export async function lockFactorRow(
  { agencyId, rows }: Transaction,
  staffId: string,
): Promise<FactorRow | null> {
  const [row] = await rows<FactorRow>(
    `select ${columns} from second_factor where agency_id = $1 and staff_id = $2 for update`,
    [agencyId, staffId],
  )
  return row ?? null
}

async function agencyKey(transaction: Transaction, keyRing: KeyRing): Promise<SealKey> {
  const key = (await keyRing.keysFor(transaction, ['agency'])).get('agency')
  if (key === undefined) throw new Error('Bug: an agency without a key')
  return key
}

/** Bound to its account and place: copied to another row, or from a trial to the one in force, it does not open. */
function placeOf({ agencyId }: Transaction, staffId: string, place: Place): string {
  return `secondFactor|${agencyId}|${staffId}|${place}`
}

export async function sealFactor(
  transaction: Transaction,
  keyRing: KeyRing,
  staffId: string,
  place: Place,
  factor: Factor,
): Promise<Buffer> {
  const key = await agencyKey(transaction, keyRing)
  return sealBytes(key, Buffer.from(JSON.stringify(factor)), placeOf(transaction, staffId, place))
}

export async function openFactor(
  transaction: Transaction,
  keyRing: KeyRing,
  row: FactorRow,
  place: Place,
): Promise<Factor | null> {
  const sealed = row[place]
  if (sealed === null) return null
  const key = await agencyKey(transaction, keyRing)
  const plain = openBytes(key, sealed, placeOf(transaction, row.staff_id, place))
  return factorShape.parse(JSON.parse(plain.toString('utf8')))
}

export async function readFactorRule({ agencyId, rows }: Transaction): Promise<FactorRule> {
  const [row] = await rows<{ circle: string; starts_at: Date | null }>(
    'select circle, starts_at from factor_rule where agency_id = $1',
    [agencyId],
  )
  return factorRuleShape.parse({
    circle: row?.circle ?? 'nobody',
    from: row?.starts_at?.toISOString() ?? null,
  })
}

export type FactorDeed =
  | 'factor.on'
  | 'factor.off'
  | 'factor.failed'
  | 'factor.codeUsed'
  | 'factor.codesMade'
  | 'factor.reset'
  | 'factor.ruleSet'

/** Who did what with whose factor: never a number, a code or a secret. */
export async function noteFactor(
  { agencyId, rows }: Transaction,
  actorId: string,
  deed: FactorDeed,
  staffId: string,
  detail: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await rows(
    "insert into audit (agency_id, actor_id, action, kind, record_id, detail) values ($1, $2, $3, 'staff', $4, $5::jsonb)",
    [agencyId, actorId, deed, staffId, JSON.stringify(detail)],
  )
}
