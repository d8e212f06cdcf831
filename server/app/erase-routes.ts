// Retention and erasing: what is due, seen without opening a file; and the erasing itself.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import {
  findRetentionEnded,
  type ServiceFacts,
} from '../../core/evaluation/find-retention-ended.ts'
import {
  erasureShape,
  retentionOverviewShape,
  type RetentionOverview,
} from '../../core/evaluation/retention-overview.ts'
import { done } from '../../core/kit/outcome.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { listErasures } from '../records/erasures.ts'
import { eraseFamily } from './erase-family.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

type Gathered = Omit<ServiceFacts, 'today' | 'retentionYears'>
type FileRow = Gathered['families'][number] & { readonly held: boolean }

/** Days and ids lie open in the tables: no key is needed, and ten thousand files cost one statement each. */
async function gatherFacts({
  agencyId,
  rows,
}: Transaction): Promise<Omit<Gathered, 'families'> & { readonly families: readonly FileRow[] }> {
  const every = async <Fields extends keyof Gathered>(
    table: string,
    names: readonly string[],
  ): Promise<Gathered[Fields]> => {
    const listed = names.map((name) => `body ->> '${name}' as "${name}"`)
    const [found] = await rows<{ all: Gathered[Fields] }>(
      `select coalesce(jsonb_agg(to_jsonb(one)), '[]') as all from (
         select ${listed.join(', ')} from ${table} where agency_id = $1 and not removed) one`,
      [agencyId],
    )
    if (found === undefined) throw new Error('Bug: an aggregate without a row')
    return found.all
  }
  const files = await rows<FileRow>(
    `select id, code, state, body ->> 'registeredOn' as "registeredOn", body ->> 'heldSince' is not null as held
     from family where agency_id = $1 and not removed order by code, id`,
    [agencyId],
  )
  return {
    families: files,
    consents: await every<'consents'>('consent', ['familyId', 'decidedOn', 'withdrawnOn']),
    contactEntries: await every<'contactEntries'>('contact_entry', ['familyId', 'on']),
    answerSheets: await every<'answerSheets'>('answer_sheet', [
      'familyId',
      'answeredOn',
      'submittedOn',
    ]),
    seats: await every<'seats'>('seat', ['familyId', 'groupId', 'joinedOn', 'leftOn']),
    meetings: await every<'meetings'>('meeting', ['groupId', 'heldOn']),
  }
}

async function readOverview(house: House, agencyId: string): Promise<RetentionOverview> {
  const own = await lookAt(house, agencyId, (look) => look.one(agency, agencyId))
  return transact(house.pool, agencyId, async (transaction) => {
    const facts = await gatherFacts(transaction)
    const retentionYears = own?.retentionYears ?? null
    return {
      families: facts.families.length,
      ended: [...findRetentionEnded({ ...facts, today: house.today(), retentionYears })],
      archived: facts.families
        .filter(({ state }) => state === 'archived')
        .map(({ id, code, held }) => ({ familyId: id, code, held })),
      erased: [...(await listErasures(transaction))],
    }
  })
}

export function addEraseRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/retention',
    summary: 'Which files are due, archived or erased: numbers of files and days, no name',
    access: { action: 'manageRetention', scope: () => 'agency' },
    body: z.strictObject({}),
    answer: retentionOverviewShape,
    run: async ({ house, actor }) => done(await readOverview(house, actor.agencyId)),
  })
  addStaffRoute(mount, {
    path: '/api/families/erase',
    summary: 'Erase an archived family for good, on what a second person has agreed to',
    access: { action: 'eraseFamily', scope: ({ familyId }) => `family:${familyId}` },
    body: z.strictObject({ familyId: z.uuid(), approvalId: z.uuid() }),
    answer: erasureShape,
    run: ({ house, actor }, request) => eraseFamily(house, actor, request),
  })
}
