// The audit log, added up: for the yearly figures and for the course of an incident. Rows about concerns are left out whoever asks.
import type { Day } from '../../core/kit/dates.ts'
import type { Transaction } from '../database/sql.ts'

/** What counts as opening a family's record: on a screen, on paper, in a file box, as a file, as an answer that waits. */
export const openings = [
  'read.opened',
  'read.paper',
  'read.fileBox',
  'read.file',
  'read.keptAnswers',
] as const

const apart = `coalesce(a.kind, '') not like 'concern%' and coalesce(a.scope, '') not like 'concern:%'`

/** Rows of an agency between two days of its own zone, with the family each is about, where it is about one. */
const rowsBetween = `select a.*, coalesce(
      case when a.scope like 'family:%' then substring(a.scope from 8) end,
      case when a.kind = 'family' then a.record_id::text end,
      case when r.scope like 'family:%' then substring(r.scope from 8) end) as of_family
    from audit a
    left join lateral (select e.scope from entry e where e.agency_id = $1 and e.id = a.record_id limit 1) r on a.scope is null
    where a.agency_id = $1 and ${apart} and coalesce(r.scope, '') not like 'concern:%'
      and (a.at at time zone $4)::date >= $2::date and (a.at at time zone $4)::date <= $3::date`

export interface CountedAudit {
  readonly reads: readonly {
    readonly staffId: string
    readonly opened: number
    readonly families: readonly string[]
  }[]
  readonly readsInAll: number
  readonly delivered: number
  readonly exports: readonly { readonly what: string; readonly times: number }[]
  readonly denied: number
  readonly failedLogins: number
  readonly links: { readonly made: number; readonly revoked: number }
}

interface Span {
  readonly from: Day
  readonly until: Day
  readonly zone: string
}

/** One year of the log in numbers. `readsInAll` is counted by a statement of its own, so that the sum by person can be held to it. */
export async function countAudit(
  transaction: Transaction,
  { from, until, zone }: Span,
): Promise<CountedAudit> {
  const { rows, agencyId } = transaction
  const about = [agencyId, from, until, zone]
  const reads = await rows<{ staffId: string; opened: number; families: string[] }>(
    `select actor_id as "staffId", count(*)::int as opened,
       coalesce(array_agg(distinct of_family) filter (where of_family is not null), '{}') as families
     from (${rowsBetween}) a where action = any($5) and actor_id is not null and of_family is not null
     group by actor_id order by actor_id`,
    [...about, openings],
  )
  const exports = await rows<{ what: string; times: number }>(
    `select coalesce(detail ->> 'form', detail ->> 'audience', substring(action from 8)) as what, count(*)::int as times
     from (${rowsBetween}) a where action like 'export.%' group by 1 order by 1`,
    about,
  )
  const [sums] = await rows<{
    read: number
    delivered: number
    denied: number
    failed: number
    made: number
    revoked: number
  }>(
    `select
       count(*) filter (where action = any($5) and actor_id is not null and of_family is not null)::int as read,
       coalesce(sum((detail ->> 'records')::int) filter (where action = 'read.delivered' and scope like 'family:%'), 0)::int as delivered,
       count(*) filter (where action = 'denied')::int as denied,
       count(*) filter (where action = 'login.failed')::int as failed,
       count(*) filter (where action = 'link.made')::int as made,
       count(*) filter (where action = 'link.revoked')::int as revoked
     from (${rowsBetween}) a`,
    [...about, openings],
  )
  return {
    reads,
    readsInAll: sums?.read ?? 0,
    delivered: sums?.delivered ?? 0,
    exports,
    denied: sums?.denied ?? 0,
    failedLogins: sums?.failed ?? 0,
    links: { made: sums?.made ?? 0, revoked: sums?.revoked ?? 0 },
  }
}

interface Asked extends Span {
  readonly staffId: string
  /** Only what this device was given; opening is noted per account. */
  readonly deviceId: string | null
}

export interface TracedFamily {
  readonly familyId: string
  readonly familyCode: string | null
  readonly opened: number
  readonly delivered: number
  readonly lastAt: Date
}

/** Which families an account opened, or its devices were given, between two days: whom an incident may touch. */
export function traceReadings(
  { rows, agencyId }: Transaction,
  { from, until, zone, staffId, deviceId }: Asked,
): Promise<readonly TracedFamily[]> {
  return rows<TracedFamily>(
    `select a.of_family as "familyId", f.code as "familyCode",
       count(*) filter (where action = any($5))::int as opened,
       coalesce(sum((detail ->> 'records')::int) filter (where action = 'read.delivered'), 0)::int as delivered,
       max(coalesce(a.claimed_at, a.at)) as "lastAt"
     from (${rowsBetween}) a left join family f on f.agency_id = $1 and f.id::text = a.of_family
     where a.of_family is not null and a.actor_id = $6
       and (action = any($5) or action = 'read.delivered' and ($7::uuid is null or a.device_id = $7))
     group by a.of_family, f.code order by f.code nulls last, a.of_family`,
    [agencyId, from, until, zone, openings, staffId, deviceId],
  )
}
