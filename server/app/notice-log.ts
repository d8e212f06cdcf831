// What was sent, as it lies in the database: a row before the request leaves, its end when it is known.
import { z } from 'zod'
import {
  noticeShape,
  type DeliveryKind,
  type Notice,
  type NoticePurpose,
} from '../../core/contact/delivery/notice.ts'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import type { DeliveryOutcome } from '../contact/delivery/adapter.ts'
import type { Transaction } from '../database/sql.ts'

export const mostPerPersonAndDay = 5
export const mostPerAgencyAndDay = 500
/**
 * Two people with one telephone, and whoever is tried out on: counted by the end of the number, which is all that is kept. That two
 * numbers of one day end alike so often does not happen.
 */
const mostPerNumberAndDay = 10
const mostTrialsPerNumberAndDay = 20

/** A request ends within half a minute: whatever still says `sending` later was cut off, and nobody knows how. */
const overdue = `(state = 'sending' and sent_at < now() - interval '2 minutes')`
const state = `case when ${overdue} then 'unknown' else state end`
const error = `case when ${overdue} then 'interrupted' else error end`
const at = `to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const common = `'id', id, 'kind', kind, 'purpose', purpose, 'state', ${state}, 'error', ${error}, 'to', reach, 'by', sent_by, 'at', ${at}`
const whole = `jsonb_build_object(${common}, 'linkId', link_id, 'personId', person_id)`

interface Row {
  readonly notice: unknown
  readonly family_id: string | null
  readonly [name: string]: unknown
}

export interface NewNotice {
  readonly id: string
  readonly familyId: string | null
  readonly linkId: string | null
  readonly personId: string | null
  readonly kind: DeliveryKind
  readonly purpose: NoticePurpose
  readonly to: string
  readonly by: string
}

export interface FoundNotice {
  readonly familyId: string | null
  readonly notice: Notice
}

export async function findNotice(
  { agencyId, rows }: Transaction,
  id: string,
): Promise<FoundNotice | null> {
  const [row] = await rows<Row>(
    `select family_id, ${whole} as notice from sent_notice where agency_id = $1 and id = $2`,
    [agencyId, id],
  )
  return row === undefined
    ? null
    : { familyId: row.family_id, notice: noticeShape.parse(row.notice) }
}

/** DLV-6: bounded, whoever asks. The caller holds the agency's lock. */
export async function refuseMore(
  { agencyId, rows }: Transaction,
  notice: NewNotice,
): Promise<Refusal | null> {
  const [counted] = await rows<{
    agency: number
    person: number
    number: number
    under_way: boolean
  }>(
    `select count(*) filter (where sent_at > now() - interval '1 day')::int as agency,
       count(*) filter (where sent_at > now() - interval '1 day' and person_id = $2)::int as person,
       count(*) filter (where sent_at > now() - interval '1 day' and reach = $5 and (family_id is null) = $6)::int as number,
       coalesce(bool_or(state = 'sending' and link_id = $3 and kind = $4 and not ${overdue}), false) as under_way
     from sent_notice where agency_id = $1 and sent_at > now() - interval '2 days'`,
    [
      ...[agencyId, notice.personId, notice.linkId, notice.kind],
      ...[notice.to, notice.familyId === null],
    ],
  )
  if (counted?.under_way === true) return refusal('NoticeUnderWay')
  if ((counted?.agency ?? 0) >= mostPerAgencyAndDay)
    return refusal('NoticeEnoughForAgency', { limit: mostPerAgencyAndDay })
  if ((counted?.person ?? 0) >= mostPerPersonAndDay)
    return refusal('NoticeEnoughToday', { limit: mostPerPersonAndDay })
  const limit = notice.familyId === null ? mostTrialsPerNumberAndDay : mostPerNumberAndDay
  return (counted?.number ?? 0) >= limit ? refusal('NoticeEnoughForNumber', { limit }) : null
}

/** A day later nothing is asked of a trial any more; after a year it is gone. */
export async function writeNotice(
  { agencyId, rows }: Transaction,
  notice: NewNotice,
): Promise<void> {
  await rows(
    `update sent_notice set state = 'unknown', error = 'interrupted' where agency_id = $1 and ${overdue}`,
    [agencyId],
  )
  await rows(
    "delete from sent_notice where agency_id = $1 and family_id is null and sent_at < now() - interval '1 year'",
    [agencyId],
  )
  const { id, familyId, linkId, personId, kind, purpose, to, by } = notice
  await rows(
    `insert into sent_notice (agency_id, id, family_id, link_id, person_id, kind, purpose, state, reach, sent_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'sending', $8, $9)`,
    [agencyId, id, familyId, linkId, personId, kind, purpose, to, by],
  )
  await rows(
    `insert into audit (agency_id, actor_id, action, record_id, scope, detail)
     values ($1, $2, 'notice.sent', $3, $4, jsonb_build_object('channel', $5::text, 'purpose', $6::text))`,
    [agencyId, by, linkId, familyId === null ? 'agency' : `family:${familyId}`, kind, purpose],
  )
}

/** A family that was frozen or erased while the request ran has no row any more; nothing is written then. */
export async function endNotice(
  { agencyId, rows }: Transaction,
  id: string,
  { state: ended, error: why }: DeliveryOutcome,
): Promise<void> {
  await rows(
    "update sent_notice set state = $3, error = $4 where agency_id = $1 and id = $2 and state = 'sending'",
    [agencyId, id, ended, why],
  )
}

const mostListed = 200

export async function listOfFamily(
  { agencyId, rows }: Transaction,
  familyId: string,
): Promise<readonly Notice[]> {
  const found = await rows<Row>(
    `select ${whole} as notice from sent_notice where agency_id = $1 and family_id = $2 order by sent_at desc, id limit ${mostListed}`,
    [agencyId, familyId],
  )
  return found.map(({ notice }) => noticeShape.parse(notice))
}

/** What somebody sees who looks after the sending and no family: neither family nor person. */
export const agencyNoticeShape = noticeShape
  .omit({ linkId: true, personId: true })
  .extend({ cursor: z.string() })
export type AgencyNotice = z.infer<typeof agencyNoticeShape>

export async function listOfAgency(
  { agencyId, rows }: Transaction,
  before: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<readonly AgencyNotice[]> {
  const found = await rows<Row>(
    `select jsonb_build_object(${common}, 'cursor', ${at} || '|' || id) as notice from sent_notice
     where agency_id = $1 and ($2::timestamptz is null or (sent_at, id) < ($2::timestamptz, $3::uuid))
     order by sent_at desc, id desc limit $4`,
    [agencyId, before?.at ?? null, before?.id ?? null, limit],
  )
  return found.map(({ notice }) => agencyNoticeShape.parse(notice))
}
