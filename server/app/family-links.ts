// Capability links: one person, one purpose. The token is shown once and stored as a hash; everything else is in the record.
import { randomInt } from 'node:crypto'
import QRCode from 'qrcode'
import { z } from 'zod'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { linkPurposes } from '../../core/contact/delivery/notice.ts'
import { consentPurposes } from '../../core/families/consent.ts'
import { guardianship, type Guardianship } from '../../core/families/guardianship.ts'
import { pair } from '../../core/families/pair.ts'
import { person, type Person } from '../../core/families/person.ts'
import { ageOn } from '../../core/kit/dates.ts'
import { wave } from '../../core/inquiry/wave.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { newId } from '../access/accounts.ts'
import { hashToken, makeToken } from '../access/tokens.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { findSeatAt, refuseSeatUnconsented } from './family-seat.ts'
import { findTaskAtHome } from './family-task.ts'
import type { House } from './house.ts'
import { mayBeReached } from './link-reach.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const linkInput = z.strictObject({
  familyId: z.uuid(),
  /** Who will hold it. */
  personId: z.uuid(),
  childId: z.uuid(),
  purpose: z.enum(linkPurposes),
  waveId: z.uuid().nullable(),
  instrumentId: z.uuid().nullable(),
  pairId: z.uuid().nullable(),
  /** The meeting whose home task is asked about, or of which the page is. */
  meetingId: z.uuid().nullable().default(null),
  /** Of the notice, the points to be decided; null asks all of them. */
  asks: z.array(z.enum(consentPurposes)).min(1).nullable().default(null),
  days: z.number().int().min(1).max(90),
})
type LinkInput = z.infer<typeof linkInput>

export const linkAnswer = z.object({
  id: z.uuid(),
  address: z.string(),
  qrSvg: z.string(),
  /** The four digits to tell the person, when the child's year of birth is not known. */
  checkCode: z.string().nullable(),
  endsAt: z.string(),
})

async function refuseLink(
  house: House,
  actor: Actor,
  input: LinkInput,
): Promise<Outcome<{ bornOn: string | null; targetId: string | null }>> {
  if (input.purpose === 'homeTask') return refuseTaskLink(house, actor, input)
  if (input.purpose === 'session') return refuseSessionLink(house, actor, input)
  return lookAt(house, actor.agencyId, async (look) => {
    const child = await look.one(person, input.childId)
    const holder = await look.one(person, input.personId)
    if (child?.familyId !== input.familyId || holder?.familyId !== input.familyId)
      return refuse('LinkNotForPerson')
    if (input.purpose === 'rights') return done({ bornOn: child.bornOn, targetId: null })
    if (input.purpose === 'consent') {
      const bonds = await look.many(guardianship, { childId: input.childId })
      return mayDecide(child, bonds, input.personId, house.today())
        ? done({ bornOn: child.bornOn, targetId: null })
        : refuse('LinkNeedsGuardian')
    }
    if (input.purpose === 'contact') {
      const own = input.pairId === null ? null : await look.one(pair, input.pairId)
      // A child tells of a contact on the worker's device.
      if (own?.childId !== child.id || holder.role === 'child') return refuse('LinkNotForPerson')
      // CPL-7: nor does it go to anybody else about a pair of whom one is kept away from the other.
      return (await mayBeReached(look, { ...input, personId: own.adultId }))
        ? done({ bornOn: child.bornOn, targetId: null })
        : refuse('RestrictedParty')
    }
    const itsWave = input.waveId === null ? null : await look.one(wave, input.waveId)
    const itsPair = input.pairId === null ? null : await look.one(pair, input.pairId)
    const fits =
      input.instrumentId !== null &&
      itsWave?.instrumentIds.includes(input.instrumentId) === true &&
      (input.pairId === null || itsPair?.childId === input.childId)
    if (!fits) return refuse('LinkNotForPerson')
    const targetId =
      itsPair === null
        ? null
        : itsPair.adultId === input.personId
          ? itsPair.childId
          : itsPair.adultId
    return done({ bornOn: child.bornOn, targetId })
  })
}

/** FAM-8: under 18 a legal guardian, from 14 on also the child itself, from 18 on nobody else. */
function mayDecide(
  child: Person & { readonly id: string },
  bonds: readonly Guardianship[],
  personId: string,
  today: string,
): boolean {
  const age = child.bornOn === null ? 0 : ageOn(child.bornOn, today)
  if (personId === child.id) return age >= 14
  return (
    age < 18 &&
    bonds.some(
      ({ adultId, kind, until }) =>
        adultId === personId && kind === 'legalGuardian' && (until === null || until > today),
    )
  )
}

/** A task goes to whoever took it home, about a child for whom they sit in the group. */
async function refuseTaskLink(
  house: House,
  actor: Actor,
  input: LinkInput,
): Promise<Outcome<{ bornOn: string | null; targetId: string | null }>> {
  const { meetingId, familyId, personId, childId } = input
  if (meetingId === null) return refuse('LinkNotForPerson')
  const at = await findTaskAtHome(house, actor.agencyId, { familyId, personId, meetingId })
  if (at === null || at.isOver || !at.childIds.includes(childId)) return refuse('LinkNotForPerson')
  const child = await lookAt(house, actor.agencyId, (look) => look.one(person, childId))
  return child?.familyId === familyId
    ? done({ bornOn: child.bornOn, targetId: meetingId })
    : refuse('LinkNotForPerson')
}

/** GRP-62: a page of a meeting goes to an adult who sits in the group, about a child for whom they come. */
async function refuseSessionLink(
  house: House,
  actor: Actor,
  { meetingId, familyId, personId, childId }: LinkInput,
): Promise<Outcome<{ bornOn: string | null; targetId: string | null }>> {
  if (meetingId === null) return refuse('LinkNotForPerson')
  return lookAt(house, actor.agencyId, async (look) => {
    const at = await findSeatAt(look, { familyId, personId, meetingId })
    const child = await look.one(person, childId)
    const fits =
      at !== null &&
      !at.isOver &&
      at.seat.strand !== 'child' &&
      at.childIds.includes(childId) &&
      child?.familyId === familyId
    if (!fits) return refuse('LinkNotForPerson')
    if (at.meeting.state === 'notHeld') return refuse('MeetingCalledOff', { no: at.meeting.no })
    const missing = await refuseSeatUnconsented(look, at, house.today())
    return missing === null
      ? done({ bornOn: child.bornOn, targetId: meetingId })
      : { ok: false, refusal: missing }
  })
}

interface PreparedLink {
  readonly answer: z.infer<typeof linkAnswer>
  /** Writes it in the caller's transaction: what must stand or fall with the link goes beside it. */
  readonly store: (transaction: Transaction) => Promise<void>
}

/** `told`: the light check asks for digits that the worker tells, also where the child's year of birth is known. */
export async function prepareLink(
  house: House,
  actor: Actor,
  input: LinkInput,
  told: boolean,
): Promise<Outcome<PreparedLink>> {
  if (house.publicOrigin === null) return refuse('LinkNeedsOrigin')
  const fit = await refuseLink(house, actor, input)
  if (!fit.ok) return fit
  const reached = await lookAt(house, actor.agencyId, (look) => mayBeReached(look, input))
  if (!reached) return refuse('RestrictedParty')
  const token = makeToken()
  const id = newId()
  const checkCode = told || fit.value.bornOn === null ? String(randomInt(1000, 10_000)) : null
  const endsAt = new Date(Date.parse(house.now()) + input.days * 86_400_000).toISOString()
  const address = `${house.publicOrigin}/f/${token}`
  const qrSvg = await QRCode.toString(address, {
    type: 'svg',
    margin: 1,
    errorCorrectionLevel: 'M',
  })
  const { targetId } = fit.value
  const today = house.today()
  return done({
    answer: { id, address, qrSvg, checkCode, endsAt },
    store: (transaction) =>
      storeLink(transaction, actor, { ...input, id, token, targetId, checkCode, endsAt, today }),
  })
}

interface NewLink extends LinkInput {
  readonly id: string
  readonly token: string
  readonly targetId: string | null
  readonly checkCode: string | null
  readonly endsAt: string
  readonly today: string
}

async function storeLink({ rows }: Transaction, actor: Actor, link: NewLink): Promise<void> {
  await rows(
    `insert into family_link (agency_id, id, token_hash, family_id, person_id, child_id, purpose, wave_id, instrument_id, pair_id, target_id, made_by, ends_at, check_code, asks, made_after_end)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
       (select coalesce(bool_and(coalesce(g.body ->> 'until' <= $16, false)), false) from guardianship g
         where g.agency_id = $1 and g.child_id = $6 and g.adult_id = $5 and g.body ->> 'kind' = 'legalGuardian' and not g.removed))`,
    [
      actor.agencyId,
      link.id,
      hashToken(link.token),
      link.familyId,
      link.personId,
      link.childId,
      link.purpose,
      link.waveId,
      link.instrumentId,
      link.pairId,
      link.targetId,
      actor.staffId,
      link.endsAt,
      link.checkCode,
      link.asks,
      link.today,
    ],
  )
  await rows(
    "insert into audit (agency_id, actor_id, action, record_id, scope, detail) values ($1, $2, 'link.made', $3, $4, jsonb_build_object('purpose', $5::text))",
    [actor.agencyId, actor.staffId, link.id, `family:${link.familyId}`, link.purpose],
  )
}

async function makeLink(
  house: House,
  actor: Actor,
  input: LinkInput,
): Promise<Outcome<z.infer<typeof linkAnswer>>> {
  const prepared = await prepareLink(house, actor, input, false)
  if (!prepared.ok) return prepared
  await transact(house.pool, actor.agencyId, prepared.value.store)
  return done(prepared.value.answer)
}

const linkRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  childId: z.uuid(),
  purpose: z.string(),
  waveId: z.uuid().nullable(),
  instrumentId: z.uuid().nullable(),
  madeAt: z.string(),
  endsAt: z.string(),
  openedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  /** What came by it was not taken yet (ACC-20). */
  waits: z.boolean(),
})

interface StoredRow {
  readonly [name: string]: unknown
}

function addListing(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/family-links/list',
    summary: 'The links of a family: what was sent, opened, answered, taken back',
    access: { action: 'readFamilyLinks', scope: (body) => `family:${body.familyId}` },
    body: z.strictObject({ familyId: z.uuid() }),
    answer: z.object({ links: z.array(linkRow) }),
    run: async ({ house, actor }, body) => {
      const links = await transact(house.pool, actor.agencyId, ({ rows }) =>
        rows<StoredRow>(
          `select jsonb_build_object('id', id, 'personId', person_id, 'childId', child_id, 'purpose', purpose, 'waveId', wave_id, 'instrumentId', instrument_id, 'madeAt', made_at,
             'endsAt', ends_at, 'openedAt', opened_at, 'answeredAt', answered_at, 'revokedAt', revoked_at, 'waits', draft is not null and sent_refusal is not null) as link
           from family_link where agency_id = $1 and family_id = $2 order by made_at desc limit 200`,
          [actor.agencyId, body.familyId],
        ),
      )
      return done({ links: links.map((row) => linkRow.parse(row['link'])) })
    },
  })
  addStaffRoute(mount, {
    path: '/api/family-links/revoke',
    summary: 'Take a link back; whoever opens it sees only that it no longer works',
    access: { action: 'makeFamilyLink', scope: (body) => `family:${body.familyId}` },
    body: z.strictObject({ familyId: z.uuid(), linkId: z.uuid() }),
    answer: z.object({}),
    run: async ({ house, actor }, body) => {
      const found = await transact(house.pool, actor.agencyId, async ({ rows }) => {
        const revoked = await rows(
          'update family_link set revoked_at = coalesce(revoked_at, now()), draft = case when sent_refusal is null then null else draft end where agency_id = $1 and family_id = $2 and id = $3 returning id',
          [actor.agencyId, body.familyId, body.linkId],
        )
        if (revoked.length > 0)
          await rows(
            "insert into audit (agency_id, actor_id, action, record_id, scope) values ($1, $2, 'link.revoked', $3, $4)",
            [actor.agencyId, actor.staffId, body.linkId, `family:${body.familyId}`],
          )
        return revoked
      })
      return found.length === 1 ? done({}) : refuse('NotFound')
    },
  })
}

export function addFamilyLinkRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/family-links',
    summary:
      'Make a link for one person of a family: a questionnaire of a wave, the decisions of consent, a home task, a meeting, what may be asked about its data, or its contact',
    access: { action: 'makeFamilyLink', scope: (body) => `family:${body.familyId}` },
    body: linkInput,
    answer: linkAnswer,
    run: ({ house, actor }, body) => makeLink(house, actor, body),
  })
  addListing(mount)
}
