import { z } from 'zod'
import { refuseAction } from '../../core/access/standing.ts'
import { type SentLink, sentLinkShape } from '../../core/inquiry/sent-link.ts'
import { done } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import type { House } from './house.ts'
import { addStaffRoute, type Mount } from './route.ts'

interface Row {
  readonly family_id: string
  readonly link: unknown
  readonly [name: string]: unknown
}

/** Cut to the families whose links the actor may read; a token is nowhere among them. */
async function listWaveLinks(house: House, actor: Actor, waveId: string): Promise<SentLink[]> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const standing = await standingOf(transaction, house.keyRing, actor)
    const rows = await transaction.rows<Row>(
      `select family_id, jsonb_build_object('personId', person_id, 'childId', child_id, 'instrumentId', instrument_id, 'madeAt', made_at,
         'endsAt', ends_at, 'openedAt', opened_at, 'answeredAt', answered_at, 'revokedAt', revoked_at) as link
       from family_link where agency_id = $1 and wave_id = $2 and purpose = 'questionnaire' order by made_at`,
      [actor.agencyId, waveId],
    )
    return rows
      .filter(
        (row) => refuseAction(standing, 'readFamilyLinks', `family:${row.family_id}`) === null,
      )
      .map(({ link }) => sentLinkShape.parse(link))
  })
}

export function addWaveLinkRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/family-links/of-wave',
    summary: 'The links of one wave: what was sent, opened, answered, of the families one may see',
    access: { action: 'readWaitingLinks', scope: () => 'agency' },
    body: z.strictObject({ waveId: z.uuid() }),
    answer: z.object({ links: z.array(sentLinkShape) }),
    run: async ({ house, actor }, { waveId }) =>
      done({ links: await listWaveLinks(house, actor, waveId) }),
  })
}
