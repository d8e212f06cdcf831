// What the agency answers for: the yearly figures of minors' data, and whom an incident may touch. Counts and file numbers, no name.
import { z } from 'zod'
import { classOfKind, describeProcessing } from '../../core/access/accountability/classify-kinds.ts'
import { impactAssessment } from '../../core/access/accountability/impact-assessment.ts'
import { incident } from '../../core/access/accountability/incident.ts'
import {
  readingTraceShape,
  traceQuestionShape,
} from '../../core/access/accountability/reading-trace.ts'
import { agency } from '../../core/access/agency.ts'
import type { UrgentReading } from '../../core/access/break-glass.ts'
import { staffRecord } from '../../core/access/staff-record.ts'
import { staff } from '../../core/access/staff.ts'
import {
  countMinorsAudit,
  type MinorsAuditRecords,
} from '../../core/evaluation/minors-audit/count-minors-audit.ts'
import {
  auditYearShape,
  type MinorsAudit,
  minorsAuditShape,
} from '../../core/evaluation/minors-audit/minors-audit.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { allKinds } from '../../core/kinds.ts'
import type { Day } from '../../core/kit/dates.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { openCalendar } from '../kit/today.ts'
import { countAudit, traceReadings } from '../records/count-audit.ts'
import { listErasures } from '../records/erasures.ts'
import { listFrozen } from '../records/freeze-records.ts'
import { selectOpen } from '../records/open-fields.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

type OfYear = Pick<MinorsAuditRecords, 'rights' | 'transfers' | 'disclosures'>

type OfTransfer = OfYear['transfers'][number]

/** Of erased families what their skeletons say. */
function listErasedTransfers({ rows, agencyId }: Transaction): Promise<readonly OfTransfer[]> {
  return rows<OfTransfer>(
    `select state, answer, handed_on::text as "handedOn", answered_on::text as "answeredOn", revoked_on::text as "revokedOn", ground
     from transfer_skeleton where agency_id = $1`,
    [agencyId],
  )
}

/** Days, states and outcomes of a kind lie open in its table: no key is needed, whatever it hangs on. */
function openFields({ rows, agencyId }: Transaction) {
  return <Row extends object>(
    kind: string,
    names: readonly (keyof Row & string)[],
  ): Promise<readonly Row[]> => {
    const listed = names.map((name) =>
      name === 'alone'
        ? `(body ->> '${name}')::boolean as "${name}"`
        : `body ->> '${name}' as "${name}"`,
    )
    return rows<Row>(`select ${listed.join(', ')} from ${selectOpen(kind)}`, [agencyId])
  }
}

/** What only the log and the accounts know. */
async function readLog(house: House, agencyId: string, year: number, through: Day) {
  const dayHere = openCalendar(house.zone)
  return transact(house.pool, agencyId, async (transaction) => {
    const span = { from: `${year}-01-01`, until: through, zone: house.zone }
    const [factors] = await transaction.rows<{ held: number }>(
      'select count(*)::int as held from second_factor f where f.agency_id = $1 and f.confirmed_at is not null',
      [agencyId],
    )
    const open = openFields(transaction)
    return {
      ...(await countAudit(transaction, span)),
      rights: await open<OfYear['rights'][number]>('rightsRequest', [
        'right',
        'receivedOn',
        'dueOn',
        'answeredOn',
        'outcome',
      ]),
      urgent: (
        await open<Pick<UrgentReading, 'openedAt' | 'reviewedAt' | 'verdict'>>('urgentReading', [
          'openedAt',
          'reviewedAt',
          'verdict',
        ])
      ).map(({ openedAt, ...one }) => ({
        ...one,
        openedOn: openedAt === null ? null : dayHere(openedAt),
      })),
      transfers: [
        ...(await open<OfTransfer>('transfer', [
          'state',
          'answer',
          'handedOn',
          'answeredOn',
          'revokedOn',
          'ground',
        ])),
        ...(await listErasedTransfers(transaction)),
      ],
      frozen: (await listFrozen(transaction)).length,
      disclosures: await open<OfYear['disclosures'][number]>('disclosure', [
        'askedOn',
        'outcome',
        'alone',
      ]),
      secondFactors: factors?.held ?? 0,
      erasures: (await listErasures(transaction)).map(({ erasedAt, ground }) => ({
        erasedOn: dayHere(erasedAt),
        ground,
      })),
    }
  })
}

type OfLog = Awaited<ReturnType<typeof readLog>>
type OfRecords = Omit<MinorsAuditRecords, 'year' | 'through' | keyof OfLog>

async function readRecords(house: House, agencyId: string): Promise<OfRecords | null> {
  const dayHere = openCalendar(house.zone)
  return lookAt(house, agencyId, async ({ one, every }) => {
    const own = await one(agency, agencyId)
    if (own === null) return null
    const families = await every(family, 'state', ['open', 'archived'])
    const people = await every(staff, 'state', ['active', 'suspended', 'invited'])
    const ids = families.map(({ id }) => id)
    return {
      agency: own,
      families,
      people: await every(person, 'familyId', ids),
      consents: await every(consent, 'familyId', ids),
      staff: people,
      staffRecords: await every(
        staffRecord,
        'staffId',
        people.map(({ id }) => id),
      ),
      incidents: (await every(incident, 'state', ['open', 'closed'])).map((one) => ({
        ...one,
        noticedOn: dayHere(one.noticedAt),
      })),
      assessments: await every(impactAssessment, 'state', ['drafted', 'concluded']),
      processing: describeProcessing(allKinds.filter(({ name }) => classOfKind(name) !== null)),
    }
  })
}

/** ACC-41: one press gives the year's figures. */
export async function readMinorsAudit(
  house: House,
  agencyId: string,
  year: number,
): Promise<Outcome<MinorsAudit>> {
  const today = house.today()
  const lastDay = `${year}-12-31`
  if (`${year}-01-01` > today)
    return refuse('DateInFuture', { field: 'year', day: `${year}-01-01` })
  const through = lastDay < today ? lastDay : today
  const records = await readRecords(house, agencyId)
  if (records === null) return refuse('NotFound')
  const log = await readLog(house, agencyId, year, through)
  return done(countMinorsAudit({ ...records, ...log, year, through }))
}

export function addAccountabilityRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/minors-audit',
    summary: 'The figures of one year for the compliance audit of minors’ data',
    access: { action: 'auditMinors', scope: () => 'agency' },
    body: z.strictObject({ year: auditYearShape }),
    answer: minorsAuditShape,
    run: ({ house, actor }, { year }) => readMinorsAudit(house, actor.agencyId, year),
  })
  addStaffRoute(mount, {
    path: '/api/reading-trace',
    summary: 'Which families’ files an account opened or a device was given between two days',
    access: { action: 'traceReadings', scope: () => 'agency' },
    body: traceQuestionShape,
    answer: readingTraceShape,
    run: async ({ house, actor }, question) =>
      done(
        await transact(house.pool, actor.agencyId, async (transaction) => {
          const families = await traceReadings(transaction, {
            ...question,
            from: question.from ?? '1900-01-01',
            until: question.until ?? house.today(),
            zone: house.zone,
          })
          // FAM-57: whoever is kept out of a family does not find it here either.
          const { excluded } = await standingOf(transaction, house.keyRing, actor)
          return {
            families: families
              .filter(({ familyId }) => excluded?.has(`family:${familyId}`) !== true)
              .map((one) => ({ ...one, lastAt: one.lastAt.toISOString() })),
          }
        }),
      ),
  })
}
