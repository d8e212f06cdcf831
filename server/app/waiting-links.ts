// What came by link and waits for a worker: answers that a rule refused, and links that locked after wrong tries.
import { z } from 'zod'
import { refuseAction } from '../../core/access/standing.ts'
import { consentPurposes } from '../../core/families/consent.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import type { Transaction } from '../database/sql.ts'
import { standingOf } from '../records/standing-of.ts'
import { handIn, moveKept, readKept } from './family-answers.ts'
import { linkAnswer, prepareLink } from './family-links.ts'
import { handInContact } from './family-contact-kept.ts'
import { handInSession } from './family-session-told.ts'
import { handInTask } from './family-task.ts'
import type { House } from './house.ts'
import { keptAway, waitsForWorker } from './link-reach.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { mostFailures, readLink, type FamilyLink } from './stored-links.ts'

const aboutLink = z.strictObject({ familyId: z.uuid(), linkId: z.uuid() })
type AboutLink = z.infer<typeof aboutLink>

const whose = {
  id: z.uuid(),
  familyId: z.uuid(),
  personId: z.uuid(),
  childId: z.uuid(),
  purpose: z.string(),
  waveId: z.uuid().nullable(),
}
const refusalShape = z.object({
  id: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
const keptShape = z.object({
  ...whose,
  sentOn: z.string(),
  keptUntil: z.string(),
  refusal: refusalShape,
})
const lockedShape = z.object(whose)
const waitingShape = z.object({ kept: z.array(keptShape), locked: z.array(lockedShape) })

const mostListed = 200

const owners = `'id', id, 'familyId', family_id, 'personId', person_id, 'childId', child_id, 'purpose', purpose, 'waveId', wave_id`

interface ListedRow {
  readonly family_id: string
  readonly link: unknown
  readonly [name: string]: unknown
}

async function listKept({ agencyId, rows }: Transaction): Promise<readonly ListedRow[]> {
  return rows<ListedRow>(
    `select family_id, jsonb_build_object(${owners}, 'sentOn', to_char(coalesce(sent_on, draft_at::date), 'YYYY-MM-DD'),
       'refusal', coalesce(sent_refusal, $2::jsonb),
       'keptUntil', to_char(least(coalesce(sent_at, draft_at) + interval '90 days', ends_at + interval '30 days'), 'YYYY-MM-DD')) as link
     from family_link l where agency_id = $1 and ${waitsForWorker} order by coalesce(sent_at, draft_at)`,
    [agencyId, JSON.stringify(keptAway)],
  )
}

async function listLocked({ agencyId, rows }: Transaction): Promise<readonly ListedRow[]> {
  return rows<ListedRow>(
    `select family_id, jsonb_build_object(${owners}) as link
     from family_link where agency_id = $1 and check_failures >= $2 and revoked_at is null and answered_at is null and ends_at > now()
     order by made_at`,
    [agencyId, mostFailures],
  )
}

/** Cut to the families whose links the actor may read; that answers were seen to be there is noted for each (NPR 36). */
async function listWaiting(house: House, actor: Actor): Promise<z.infer<typeof waitingShape>> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const standing = await standingOf(transaction, house.keyRing, actor)
    const mayRead = ({ family_id: familyId }: ListedRow): boolean =>
      refuseAction(standing, 'readFamilyLinks', `family:${familyId}`) === null
    const kept = (await listKept(transaction)).filter(mayRead).slice(0, mostListed)
    const locked = (await listLocked(transaction)).filter(mayRead).slice(0, mostListed)
    const families = [...new Set(kept.map((row) => row.family_id))]
    if (families.length > 0)
      await transaction.rows(
        "insert into audit (agency_id, actor_id, action, scope) select $1, $2, 'read.keptAnswers', 'family:' || id from unnest($3::text[]) as id",
        [actor.agencyId, actor.staffId, families],
      )
    return {
      kept: kept.map(({ link }) => keptShape.parse(link)),
      locked: locked.map(({ link }) => lockedShape.parse(link)),
    }
  })
}

function wayToHandIn(purpose: string): typeof handIn {
  if (purpose === 'homeTask') return handInTask
  if (purpose === 'session') return handInSession
  return purpose === 'contact' ? handInContact : handIn
}

/** Tries again, in the name of whoever tries: the consent may be there by now. The day stays the one on which it was sent. */
async function takeKept(
  house: House,
  actor: Actor,
  about: AboutLink,
): Promise<Outcome<Record<string, never>>> {
  const link = await readLink(house, actor.agencyId, about.familyId, about.linkId)
  const [sent] = await transact(house.pool, actor.agencyId, ({ rows }) =>
    rows<{ on: string; language: string }>(
      `select to_char(coalesce(sent_on, draft_at::date), 'YYYY-MM-DD') as on, coalesce(sent_language, 'zh-CN') as language
       from family_link l where agency_id = $1 and id = $2 and ${waitsForWorker}`,
      [actor.agencyId, about.linkId],
    ),
  )
  if (link === null || sent === undefined) return refuse('NotFound')
  const answers = await readKept(house, link)
  const handed = { ...sent, staffId: actor.staffId, answers }
  const refused = await wayToHandIn(link.purpose)(house, link, handed)
  return refused === null ? done({}) : { ok: false, refusal: refused }
}

async function discardKept(
  house: House,
  actor: Actor,
  about: AboutLink,
): Promise<Outcome<Record<string, never>>> {
  return transact(house.pool, actor.agencyId, async ({ rows }) => {
    const dropped = await rows(
      `update family_link l set draft = null, draft_at = null, sent_refusal = null
       where agency_id = $1 and family_id = $2 and id = $3 and ${waitsForWorker} returning id`,
      [actor.agencyId, about.familyId, about.linkId],
    )
    if (dropped.length === 0) return refuse('NotFound')
    await rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope) values ($1, $2, 'link.answersDiscarded', $3, $4)",
      [actor.agencyId, actor.staffId, about.linkId, `family:${about.familyId}`],
    )
    return done({})
  })
}

const dayMilliseconds = 86_400_000

const otherPurposes = ['consent', 'homeTask', 'rights', 'contact', 'session'] as const

function purposeOf({ purpose }: FamilyLink): (typeof otherPurposes)[number] | 'questionnaire' {
  return otherPurposes.find((one) => one === purpose) ?? 'questionnaire'
}

/**
 * The same link anew, in place of one that locked; what was kept of the answers moves along, and what was sent stays sent. Its
 * check asks for digits that the worker tells the person: the year of birth has been guessed at.
 */
async function reissueLink(
  house: House,
  actor: Actor,
  { familyId, linkId }: AboutLink,
): Promise<Outcome<z.infer<typeof linkAnswer>>> {
  const old = await readLink(house, actor.agencyId, familyId, linkId)
  if (old === null || old.revokedAt !== null || old.answeredAt !== null) return refuse('NotFound')
  const { personId, childId, waveId, instrumentId, pairId } = old
  const purpose = purposeOf(old)
  const length = Math.ceil((Date.parse(old.endsAt) - Date.parse(old.madeAt)) / dayMilliseconds)
  const days = Math.min(90, Math.max(1, length))
  const input = {
    familyId,
    personId,
    childId,
    purpose,
    waveId,
    instrumentId,
    pairId,
    meetingId: purpose === 'homeTask' || purpose === 'session' ? old.targetId : null,
    asks: consentPurposes.filter((one) => old.asks?.includes(one) ?? true),
    days,
  } as const
  const prepared = await prepareLink(house, actor, input, true)
  if (!prepared.ok) return prepared
  const { answer, store } = prepared.value
  const replaced = await transact(house.pool, actor.agencyId, async (transaction) => {
    // Whoever comes second waits here and then finds the link taken back.
    const held = await transaction.rows(
      'select 1 from family_link where agency_id = $1 and id = $2 and revoked_at is null and answered_at is null for update',
      [actor.agencyId, linkId],
    )
    if (held.length === 0) return false
    await store(transaction)
    await moveKept(house, transaction, old, answer)
    await transaction.rows(
      'update family_link set revoked_at = now() where agency_id = $1 and id = $2',
      [actor.agencyId, linkId],
    )
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope, detail) values ($1, $2, 'link.reissued', $3, $4, jsonb_build_object('as', $5::text))",
      [actor.agencyId, actor.staffId, linkId, `family:${familyId}`, answer.id],
    )
    return true
  })
  return replaced ? done(answer) : refuse('NotFound')
}

export function addWaitingLinkRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/family-links/waiting',
    summary: 'Answers that came by link and were not taken, with the reason; and links that locked',
    access: { action: 'readWaitingLinks', scope: () => 'agency' },
    body: z.strictObject({}),
    answer: waitingShape,
    run: async ({ house, actor }) => done(await listWaiting(house, actor)),
  })
  addStaffRoute(mount, {
    path: '/api/family-links/take',
    summary: 'Try again to take answers that were refused',
    access: { action: 'makeFamilyLink', scope: (body) => `family:${body.familyId}` },
    body: aboutLink,
    answer: z.object({}),
    run: ({ house, actor }, body) => takeKept(house, actor, body),
  })
  addStaffRoute(mount, {
    path: '/api/family-links/discard',
    summary: 'Discard answers that were refused',
    access: { action: 'makeFamilyLink', scope: (body) => `family:${body.familyId}` },
    body: aboutLink,
    answer: z.object({}),
    run: ({ house, actor }, body) => discardKept(house, actor, body),
  })
  addStaffRoute(mount, {
    path: '/api/family-links/reissue',
    summary: 'A new link in place of one that locked; its check asks for digits told by the worker',
    access: { action: 'makeFamilyLink', scope: (body) => `family:${body.familyId}` },
    body: aboutLink,
    answer: linkAnswer,
    run: ({ house, actor }, body) => reissueLink(house, actor, body),
  })
}
