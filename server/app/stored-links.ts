// Links as they lie in the database, read in one way by the family's page and by the desk.
import { transact } from '../database/transact.ts'
import { hashToken } from '../access/tokens.ts'
import type { House } from './house.ts'
import { isOutOfReach } from './link-reach.ts'

/** So many wrong answers to the light check lock a link; the worker makes another in two touches. */
export const mostFailures = 5

export interface FamilyLink {
  readonly agencyId: string
  readonly id: string
  readonly familyId: string
  readonly personId: string
  readonly childId: string
  readonly purpose: string
  readonly waveId: string | null
  readonly instrumentId: string | null
  readonly pairId: string | null
  readonly targetId: string | null
  /** The points of the notice that it asks; null asks all of them. */
  readonly asks: readonly string[] | null
  readonly madeBy: string
  readonly madeAt: string
  readonly madeAfterEnd: boolean
  readonly endsAt: string
  readonly checkCode: string | null
  readonly triesLeft: number
  readonly answeredAt: string | null
  readonly revokedAt: string | null
}

interface LinkRow {
  readonly agency_id: string
  readonly id: string
  readonly family_id: string
  readonly person_id: string
  readonly child_id: string
  readonly purpose: string
  readonly wave_id: string | null
  readonly instrument_id: string | null
  readonly pair_id: string | null
  readonly target_id: string | null
  readonly asks: readonly string[] | null
  readonly made_by: string
  readonly made_at: Date
  readonly made_after_end: boolean
  readonly ends_at: Date
  readonly revoked_at: Date | null
  readonly check_code: string | null
  readonly check_failures: number
  readonly answered_at: Date | null
}

function linkOf(row: LinkRow): FamilyLink {
  return {
    agencyId: row.agency_id,
    id: row.id,
    familyId: row.family_id,
    personId: row.person_id,
    childId: row.child_id,
    purpose: row.purpose,
    waveId: row.wave_id,
    instrumentId: row.instrument_id,
    pairId: row.pair_id,
    targetId: row.target_id,
    asks: row.asks,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    madeAfterEnd: row.made_after_end,
    endsAt: row.ends_at.toISOString(),
    checkCode: row.check_code,
    triesLeft: Math.max(0, mostFailures - row.check_failures),
    answeredAt: row.answered_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }
}

/** A link that lives, by its token; null for one that ended, was taken back, may not reach its holder, or never was. It may be locked. */
export async function findLink(house: House, token: string): Promise<FamilyLink | null> {
  if (token.length > 64) return null
  const { rows } = await house.pool.query<LinkRow>('select * from find_link($1)', [
    hashToken(token),
  ])
  const [row] = rows
  const link = row === undefined ? null : linkOf(row)
  if (link === null || link.revokedAt !== null || link.endsAt < house.now()) return null
  return (await isOutOfReach(house, link.agencyId, link)) ? null : link
}

/** A link of this family, whatever became of it. */
export async function readLink(
  house: House,
  agencyId: string,
  familyId: string,
  linkId: string,
): Promise<FamilyLink | null> {
  const [row] = await transact(house.pool, agencyId, ({ rows }) =>
    rows<LinkRow & Record<string, unknown>>(
      'select * from family_link where agency_id = $1 and family_id = $2 and id = $3',
      [agencyId, familyId, linkId],
    ),
  )
  return row === undefined ? null : linkOf(row)
}
