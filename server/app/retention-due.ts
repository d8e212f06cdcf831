// Which records of other classes than families' files have been kept for as long as the agency has confirmed: counts and days only.
import type { Agency } from '../../core/access/agency.ts'
import { listedClasses, type ListedClass } from '../../core/access/retention-classes.ts'
import { yearsLater } from '../../core/evaluation/find-retention-ended.ts'
import type { RetentionOverview } from '../../core/evaluation/retention-overview.ts'
import type { Day } from '../../core/kit/dates.ts'
import type { Transaction } from '../database/sql.ts'

/** Each row `kept`: the day from which its years count, and whether its family is on hold. Days lie open: no key is needed. */
const sources: Readonly<Record<ListedClass, string>> = {
  groupFile: `select body ->> 'closedOn' as day, false as held from support_group
    where agency_id = $1 and not removed and body ->> 'state' = 'closed'`,
  recordings: `select i.body ->> 'heldOn' as day, coalesce(f.body ->> 'heldSince' is not null, false) as held
    from interview i left join family f on f.agency_id = i.agency_id and f.id = i.family_id
    where i.agency_id = $1 and not i.removed and i.body ->> 'audioFileId' is not null`,
  staffRegister: `select left(s.body ->> 'suspendedAt', 10) as day, false as held
    from staff_record r join staff s on s.agency_id = r.agency_id and s.id = r.staff_id
    where r.agency_id = $1 and not r.removed and s.body ->> 'state' = 'suspended'`,
  readingLog: `select to_char(at, 'YYYY-MM-DD') as day, false as held from audit
    where agency_id = $1 and action like 'read.%'`,
  rightsRequests: `select r.body ->> 'answeredOn' as day, f.body ->> 'heldSince' is not null as held
    from rights_request r join family f on f.agency_id = r.agency_id and f.id = r.family_id
    where r.agency_id = $1 and not r.removed and r.body ->> 'state' = 'answered'`,
  supervision: `select body ->> 'on' as day, false as held from supervision_record where agency_id = $1 and not removed`,
  disclosures: `select coalesce(body ->> 'handedOn', body ->> 'decidedOn') as day, false as held from disclosure
    where agency_id = $1 and not removed`,
  incidents: `select left(body ->> 'closedAt', 10) as day, false as held from incident
    where agency_id = $1 and not removed and body ->> 'state' = 'closed'`,
  surveySheets: `select body ->> 'answeredOn' as day, false as held from survey_sheet where agency_id = $1 and not removed`,
}

/** Only classes whose period somebody has confirmed: without one nothing is due (P11). */
export async function listClassesDue(
  { agencyId, rows }: Transaction,
  own: Pick<Agency, 'retentionSchedule'> | null,
  today: Day,
): Promise<RetentionOverview['classes']> {
  const due: RetentionOverview['classes'][number][] = []
  for (const name of listedClasses) {
    const years = own?.retentionSchedule[name]
    if (years === undefined) continue
    const [counted] = await rows<{ count: number; held: number; oldest: string | null }>(
      `select count(*)::int as count, count(*) filter (where held)::int as held, min(day) as oldest
       from (${sources[name]}) kept where day <= $2`,
      [agencyId, yearsLater(today, -years)],
    )
    const { count = 0, held = 0, oldest = null } = counted ?? {}
    due.push({ name, years, count, held, oldestOn: oldest })
  }
  return due
}
