// The reading log at a glance: numbers per colleague, for whoever answers for what is read.
import { z } from 'zod'
import { type KeptOutTries, keptOutTriesShape } from '../../core/access/kept-out-tries.ts'
import {
  type OneReading,
  type ReadingWatch,
  readingWatchShape,
  watchReadings,
} from '../../core/access/reading-watch.ts'
import { staff } from '../../core/access/staff.ts'
import { staffRecord } from '../../core/access/staff-record.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { done } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { placesKeptOutOf } from '../records/kept-out.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

export function addReadingWatchRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/reading-watch',
    summary:
      'Per colleague how many files were opened, how many not their own, of their surname or village, per hour',
    access: { action: 'watchReadings', scope: () => 'agency' },
    body: z.strictObject({ days: z.number().int().min(1).max(90) }),
    answer: readingWatchShape,
    run: async ({ house, actor }, { days }) => done(await watch(house, actor, days)),
  })
  addStaffRoute(mount, {
    path: '/api/reading-watch/kept-out',
    summary:
      'Which colleagues were stopped at families that they have to stay out of, how often and when last',
    access: { action: 'watchKeptOut', scope: () => 'agency' },
    body: z.strictObject({}),
    answer: keptOutTriesShape,
    run: async ({ house, actor }) => done(await listTries(house, actor)),
  })
}

const daysOfTries = 30

/** Doors that did not open and changes that were refused, since the colleague is kept out; of one's own nothing (FAM-57). */
async function listTries(house: House, actor: Actor): Promise<KeptOutTries> {
  const rows = await transact(house.pool, actor.agencyId, async (transaction) => {
    const without = await placesKeptOutOf(transaction, actor.staffId)
    return transaction.rows<{ staff_id: string; family_id: string; count: number; last_at: Date }>(
      `select x.staff_id, x.family_id, count(*)::int as count, max(a.at) as last_at
       from excluded_staff x join audit a on a.agency_id = $1 and a.actor_id = x.staff_id
        
         and (a.action = 'denied' and a.scope = 'family:' || x.family_id::text or a.action = 'change.refused' and exists (
           select 1 from entry e where e.agency_id = $1 and e.id = a.record_id and e.scope = 'family:' || x.family_id::text))
         and a.at > now() - make_interval(days => $2)
         and a.at > (select min(c.arrived_at) from change_log c where c.agency_id = $1 and c.record_id = x.id)
       where x.agency_id = $1 and x.state = 'standing' and not x.removed and 'family:' || x.family_id::text <> all ($3)
       group by x.staff_id, x.family_id order by max(a.at) desc`,
      [actor.agencyId, daysOfTries, [...without]],
    )
  })
  return {
    tries: rows.map(({ staff_id: staffId, family_id: familyId, count, last_at: lastAt }) => ({
      ...{ staffId, familyId, count, lastAt: lastAt.toISOString() },
    })),
  }
}

interface ReadingRow {
  readonly staff_id: string
  readonly family_id: string
  readonly at: Date
  readonly urgent: boolean
}

async function watch(house: House, actor: Actor, days: number): Promise<ReadingWatch> {
  const rows = await transact(house.pool, actor.agencyId, async (transaction) => {
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action, kind, detail) values ($1, $2, 'read.log', 'staff', jsonb_build_object('purpose', 'watch'))",
      [actor.agencyId, actor.staffId],
    )
    return transaction.rows<ReadingRow>(
      `select a.actor_id as staff_id, f.id as family_id, coalesce(a.claimed_at, a.at) as at,
         coalesce(a.detail ->> 'purpose' = 'urgent', false) as urgent
       from audit a
       left join lateral (select e.scope from entry e where e.agency_id = $1 and e.id = a.record_id limit 1) r on true
       join family f on f.agency_id = $1 and 'family:' || f.id::text = coalesce(r.scope, a.scope)
       where a.agency_id = $1 and a.action in ('read.opened', 'read.paper') and a.actor_id is not null
         and a.at > now() - make_interval(days => $2)`,
      [actor.agencyId, days],
    )
  })
  const readings = rows.map(
    (row): OneReading => ({
      staffId: row.staff_id,
      familyId: row.family_id,
      at: row.at.toISOString(),
      urgent: row.urgent,
    }),
  )
  const staffIds = [...new Set(readings.map(({ staffId }) => staffId))]
  const familyIds = [...new Set(readings.map(({ familyId }) => familyId))]
  return lookAt(house, actor.agencyId, async (look) => {
    const people = await look.every(staff, 'id', staffIds)
    const records = await look.every(staffRecord, 'staffId', staffIds)
    const files = await look.every(family, 'id', familyIds)
    const members = await look.every(person, 'familyId', familyIds)
    return {
      days,
      people: [
        ...watchReadings(
          readings,
          files.map(({ id, staff: own, village }) => ({
            familyId: id,
            staff: own,
            village,
            names: members.filter(({ familyId }) => familyId === id).map(({ name }) => name),
          })),
          people.map(({ id, name, roles }) => ({
            staffId: id,
            name,
            oversees: roles.includes('supervisor'),
            homeVillage: records.find(({ staffId }) => staffId === id)?.homeVillage ?? '',
          })),
        ),
      ],
    }
  })
}
