// What is held on a person, as a page for them: made on the spot, noted, and not kept.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { person } from '../../core/families/person.ts'
import { rightsRequest, type RightsRequest } from '../../core/families/rights-request.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { allKinds } from '../../core/kinds.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { composeRightsCopy } from '../../core/paperwork/rights-copy.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import type { House } from './house.ts'
import { type LookedInto, type NoticeSent, writeCopyPage } from './rights-copy-page.ts'
import { addStaffRoute, type Mount } from './route.ts'

const askShape = z.strictObject({
  familyId: z.uuid(),
  requestId: z.uuid(),
  language: z.enum(['zh-CN', 'en']),
})
const copyShape = z.strictObject({ page: z.string(), hash: z.string() })

export function addRightsRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/rights/copy',
    summary: 'What is held on a person, as the family may see it; for review and for handing over',
    access: { action: 'makeRightsCopy', scope: ({ familyId }) => `family:${familyId}` },
    body: askShape,
    answer: copyShape,
    run: ({ house, actor }, asked) => makeCopy(house, actor, asked),
  })
}

async function makeCopy(
  house: House,
  actor: Actor,
  { familyId, requestId, language }: z.infer<typeof askShape>,
): Promise<Outcome<z.infer<typeof copyShape>>> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const port = openUnitOfWork(transaction, house.keyRing, house.now())
    const stored = await port.entry(rightsRequest, requestId)
    if (stored === null || stored.removed || stored.scope !== `family:${familyId}`)
      return refuse('NotFound')
    const request = rightsRequest.read(stored.fields)
    if (request.identity === null) return refuse('IdentityFirst')
    const own = await port.entry(agency, actor.agencyId)
    const held = await readFamily(transaction, port, familyId)
    const nameOf = (id: string) => {
      const found = held.find((entry) => entry.kind === person.name && entry.id === id)
      return found === undefined ? '' : person.read(found.fields).name
    }
    const instrumentIds = held.flatMap(({ kind, fields }) =>
      kind === answerSheet.name ? [answerSheet.read(fields).instrumentId] : [],
    )
    const shelf = await Promise.all(
      [...new Set(instrumentIds)].map((id) => port.entry(instrument, id)),
    )
    const instruments = new Map(
      shelf.flatMap((entry) => (entry === null ? [] : [[entry.id, instrument.read(entry.fields)]])),
    )
    const kept = isKeptAway(held, request.askedById)
    const page = writeCopyPage(
      {
        agency: own === null ? '' : agency.read(own.fields).name,
        guardian: own === null ? '' : agency.read(own.fields).dataGuardian,
        subject: nameOf(request.subjectId),
        asker: nameOf(request.askedById),
        madeOn: house.today(),
        sections: composeRightsCopy(held, request, kept),
        looked: await whoLooked(transaction, familyId, house.zone),
        sent: await sentTo(transaction, request, kept, house.zone),
        instruments,
        nameOf,
      },
      language,
      house.words(language),
    )
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action, kind, record_id, scope) values ($1, $2, 'export.rightsCopy', 'rightsRequest', $3, $4)",
      [actor.agencyId, actor.staffId, requestId, `family:${familyId}`],
    )
    return done({ page, hash: createHash('sha256').update(page).digest('hex') })
  })
}

/** Everything under the family's own roof: what lies in groups about its members too. */
async function readFamily(
  { rows, agencyId }: Transaction,
  port: ReturnType<typeof openUnitOfWork>,
  familyId: string,
): Promise<readonly Entry[]> {
  const found = await rows<{ kind: string; id: string }>(
    'select kind, id from entry where agency_id = $1 and key_owner = $2 and not removed order by kind, position, id',
    [agencyId, `family:${familyId}`],
  )
  const wanted = found.flatMap(({ kind: name, id }) => {
    const kind = allKinds.find((one) => one.name === name)
    return kind === undefined ? [] : [{ kind, id }]
  })
  await port.loadTogether(wanted)
  const entries = await Promise.all(wanted.map(({ kind, id }) => port.entry(kind, id)))
  return entries.filter((entry) => entry !== null)
}

/** PR36: read from the records as they lie, so that a restriction holds whatever else is known of it. */
function isKeptAway(held: readonly Entry[], personId: string): boolean {
  return held.some(
    ({ kind, fields }) =>
      kind === 'restrictedParty' && fields['personId'] === personId && fields['state'] !== 'lifted',
  )
}

/** D13: by role and day, never by name; nothing of concerns. */
async function whoLooked(
  { rows, agencyId }: Transaction,
  familyId: string,
  zone: string,
): Promise<readonly LookedInto[]> {
  return rows<{ on: string; role: string }>(
    `select distinct to_char(a.at at time zone $3, 'YYYY-MM-DD') as "on", s.body -> 'roles' ->> 0 as role
     from audit a join staff s on s.agency_id = a.agency_id and s.id = a.actor_id
     where a.agency_id = $1 and a.action in ('read.opened', 'read.paper', 'export.paper', 'export.rightsCopy')
       and coalesce(a.kind, '') not like 'concern%'
       and (a.scope = 'family:' || $2::text or a.record_id = $2::uuid or a.record_id in (
         select id from entry where agency_id = $1 and scope = 'family:' || $2::text))
     order by 1, 2`,
    [agencyId, familyId, zone],
  )
}

/**
 * DLV-6: what was sent to the one it is about or to the one who asks; what others of the family were sent is theirs. Whoever is
 * kept away sees their own alone.
 */
async function sentTo(
  { rows, agencyId }: Transaction,
  { subjectId, askedById }: Pick<RightsRequest, 'subjectId' | 'askedById'>,
  kept: boolean,
  zone: string,
): Promise<readonly NoticeSent[]> {
  return rows<NoticeSent & Record<string, unknown>>(
    `select to_char(sent_at at time zone $4, 'YYYY-MM-DD') as "on", kind, reach as "to",
       case when state = 'sending' then 'unknown' else state end as state
     from sent_notice where agency_id = $1 and family_id is not null and person_id in ($2, $3) order by sent_at, id`,
    [agencyId, askedById, kept ? askedById : subjectId, zone],
  )
}
