// Whom a link may still reach: asked of the family's own records each time one is opened, so that it needs no sweeping.
import { guardianship } from '../../core/families/guardianship.ts'
import {
  isCutOff,
  isFromGuardianship,
  listEndedBonds,
  mayReach,
} from '../../core/families/may-reach.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { refusal } from '../../core/kit/outcome.ts'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { lookAt, type Look } from './record-store.ts'

interface Handed {
  readonly familyId: string
  readonly personId: string
  readonly childId: string
  readonly madeAt: string
  /** Made for somebody who was the child's guardian and is no longer: knowingly, whatever day is written later. */
  readonly madeAfterEnd: boolean
}

/** FAM-53, FAM-56: its holder is kept away from the child, or was its guardian and is no longer. */
export async function isOutOfReach(
  house: House,
  agencyId: string,
  handed: Handed,
): Promise<boolean> {
  const { familyId, childId } = handed
  const found = await lookAt(house, agencyId, async (look) => ({
    restrictions: await look.many(restrictedParty, { familyId }),
    bonds: await look.many(guardianship, { childId }),
  }))
  if (isCutOff(found.restrictions, handed)) return true
  if (handed.madeAfterEnd) return false
  const ended = listEndedBonds(found.bonds, handed, house.today())
  if (ended.length === 0) return false
  const written = await findEndsWritten(
    house,
    agencyId,
    ended.map(({ id }) => id),
  )
  const known = ended.map(({ id, until }) => ({ until, writtenAt: written.get(id) ?? house.now() }))
  return isFromGuardianship(known, handed.madeAt)
}

/** When the last day of each of these guardianships was written down, by the server's clock. */
async function findEndsWritten(
  house: House,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await transact(house.pool, agencyId, (transaction) =>
    transaction.rows<{ readonly id: string; readonly at: Date }>(
      'select g.id, end_written_at(g) as at from guardianship g where agency_id = $1 and id = any($2::uuid[])',
      [agencyId, ids],
    ),
  )
  return new Map(rows.map(({ id, at }) => [id, at.toISOString()]))
}

/** FAM-52: nothing new is made for whoever is kept away. */
export async function mayBeReached(
  look: Look,
  { familyId, personId, childId }: Omit<Handed, 'madeAt' | 'madeAfterEnd'>,
): Promise<boolean> {
  return mayReach(await look.many(restrictedParty, { familyId }), personId, childId)
}

/** What the worker reads beside answers that somebody had begun before. */
export const keptAway = refusal('RestrictedParty')

/**
 * Answers that came by a link and wait for a worker: those a rule refused, and what somebody had begun before they were kept
 * away or ceased to be the guardian; it is nobody's to lose, also when the restriction is lifted, for that link stays dead. `l` is the link.
 */
export const waitsForWorker = `l.draft is not null and (l.sent_refusal is not null or ended_by_family(l))`
