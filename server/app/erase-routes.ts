// Retention and erasing: what is due, seen without opening a file; and the erasing itself.
import { z } from 'zod'
import { agency, type Agency } from '../../core/access/agency.ts'
import {
  findRetentionEnded,
  keepUntilGrown,
  keptUntil,
  lastServiceDays,
  type ServiceFacts,
} from '../../core/evaluation/find-retention-ended.ts'
import {
  erasureShape,
  retentionOverviewShape,
  type RetentionOverview,
} from '../../core/evaluation/retention-overview.ts'
import { person } from '../../core/families/person.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { listErasures } from '../records/erasures.ts'
import { placesKeptOutOf } from '../records/kept-out.ts'
import { type FrozenFamily, listFrozen, readDrawnBirths } from '../records/freeze-records.ts'
import { eraseFamily } from './erase-family.ts'
import { freezeFamily, type FreezeRequest, thawFamily } from './freeze-family.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { listClassesDue } from './retention-due.ts'
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

/** Birthdays are sealed: only of families whose years since the last service are over are they opened. */
async function readChildren(
  house: House,
  agencyId: string,
  ended: readonly { readonly familyId: string }[],
) {
  const ids = ended.map(({ familyId }) => familyId)
  const people = await lookAt(house, agencyId, (look) => look.every(person, 'familyId', ids))
  return people.filter(({ role }) => role === 'child')
}

/** FAM-57: families that whoever asks is kept out of by name are in no list and in no number. */
async function readOverview(house: House, actor: Actor): Promise<RetentionOverview> {
  const { agencyId } = actor
  const own = await lookAt(house, agencyId, (look) => look.one(agency, agencyId))
  const retentionYears = own?.retentionYears ?? null
  const { isShown, ...facts } = await transact(house.pool, agencyId, async (transaction) => {
    const without = await placesKeptOutOf(transaction, actor.staffId)
    const isOpen = (familyId: string) => !without.has(`family:${familyId}`)
    const all = await gatherFacts(transaction)
    return { ...all, families: all.families.filter(({ id }) => isOpen(id)), isShown: isOpen }
  })
  const today = house.today()
  const served = findRetentionEnded({ ...facts, today, retentionYears })
  const ended =
    own?.retentionFromGrown === true && retentionYears !== null
      ? keepUntilGrown(served, await readChildren(house, agencyId, served), {
          retentionYears,
          today,
        })
      : served
  return transact(house.pool, agencyId, async (transaction) => {
    return {
      families: facts.families.length,
      ended: [...ended],
      archived: facts.families
        .filter(({ state }) => state === 'archived')
        .map(({ id, code, held }) => ({ familyId: id, code, held })),
      frozen: await describeFrozen(
        house,
        transaction,
        (await listFrozen(transaction)).filter(({ familyId }) => isShown(familyId)),
        own,
      ),
      classes: await listClassesDue(transaction, own, today),
      erased: [...(await listErasures(transaction))],
    }
  })
}

/** RIG-12: their time is told in the same way as that of any other file, those whose time is over first. */
async function describeFrozen(
  house: House,
  transaction: Transaction,
  frozen: readonly FrozenFamily[],
  own: Pick<Agency, 'retentionYears' | 'retentionFromGrown'> | null,
): Promise<RetentionOverview['frozen']> {
  const years = own?.retentionYears ?? null
  const births =
    years !== null && own?.retentionFromGrown === true
      ? await readDrawnBirths(
          transaction,
          house.keyRing,
          frozen.map(({ familyId }) => familyId),
        )
      : []
  const endOf = ({ familyId, lastServiceOn }: FrozenFamily) =>
    lastServiceOn === null || years === null
      ? null
      : keptUntil(
          lastServiceOn,
          births.filter((one) => one.familyId === familyId),
          years,
        )
  return frozen
    .map((one) => ({
      ...{ familyId: one.familyId, code: one.code, frozenAt: one.frozenAt },
      ...{ ground: one.ground, held: one.held, endedOn: endOf(one) },
    }))
    .toSorted((left, right) => (left.endedOn ?? '9').localeCompare(right.endedOn ?? '9'))
}

/** RIG-10: the last service is worked out while the records can still be read; the list keeps it. */
export async function freezeAsAgreed(
  house: House,
  actor: Actor,
  request: FreezeRequest,
): Promise<Outcome<{ readonly rows: number }>> {
  const facts = await transact(house.pool, actor.agencyId, gatherFacts)
  const served = lastServiceDays({ ...facts, today: house.today() })
  const lastServiceOn = served.get(request.familyId) ?? null
  return freezeFamily(house, actor, { ...request, lastServiceOn })
}

const twoPeopleShape = z.strictObject({ familyId: z.uuid(), approvalId: z.uuid() })

export function addEraseRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/retention',
    summary: 'Which files are due, archived or erased: numbers of files and days, no name',
    access: { action: 'manageRetention', scope: () => 'agency' },
    body: z.strictObject({}),
    answer: retentionOverviewShape,
    run: async ({ house, actor }) => done(await readOverview(house, actor)),
  })
  addStaffRoute(mount, {
    path: '/api/families/freeze',
    summary: 'Leave an archived family to storage alone, on what a second person has agreed to',
    access: { action: 'freezeFamily', scope: ({ familyId }) => `family:${familyId}` },
    body: twoPeopleShape,
    answer: z.strictObject({ rows: z.number().int() }),
    run: ({ house, actor }, request) => freezeAsAgreed(house, actor, request),
  })
  addStaffRoute(mount, {
    path: '/api/families/thaw',
    summary: 'Take a frozen family out of storage, for a reason that a second person has agreed to',
    access: { action: 'thawFamily', scope: () => 'agency' },
    body: twoPeopleShape,
    answer: z.strictObject({ rows: z.number().int() }),
    run: ({ house, actor }, request) => thawFamily(house, actor, request),
  })
  addStaffRoute(mount, {
    path: '/api/families/erase',
    summary: 'Erase an archived family for good, on what a second person has agreed to',
    access: { action: 'eraseFamily', scope: ({ familyId }) => `family:${familyId}` },
    body: twoPeopleShape,
    answer: erasureShape,
    run: ({ house, actor }, request) => eraseFamily(house, actor, request),
  })
}
