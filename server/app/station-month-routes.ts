// The station's monthly figures. Whoever answers for the numbers need not open a file: what leaves here are counts.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactMatch } from '../../core/contact/contact-match.ts'
import { foldAccounts } from '../../core/contact/fold-accounts.ts'
import {
  countStationMonth,
  type StationMonthRecords,
} from '../../core/evaluation/station-month/count-station-month.ts'
import {
  firstDay,
  lastDay,
  type Month,
  monthOf,
  monthShape,
} from '../../core/evaluation/station-month/month-of-year.ts'
import {
  type StationMonth,
  stationMonthShape,
} from '../../core/evaluation/station-month/station-month.ts'
import type { Turn } from '../../core/evaluation/station-month/rewind-states.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { addDays, dayOf, type Day } from '../../core/kit/dates.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { lookAt, type Look } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

interface TurnRow {
  readonly record_id: string
  readonly verb: Turn['verb']
  readonly arrived_at: Date
}

interface AccountRow {
  readonly id: string
  readonly created_at: Date
}

/** What only the log knows: when files were archived and colleagues suspended, and since when an account is there. */
async function readTurns(house: House, agencyId: string, month: Month) {
  return transact(house.pool, agencyId, async ({ rows }) => {
    const turns = await rows<TurnRow>(
      `select record_id, verb, arrived_at from change_log where agency_id = $1 and status = 'applied' and arrived_at >= $2
       and (kind = 'family' and verb in ('archive', 'reopen') or kind = 'staff' and verb in ('suspend', 'reinstate'))`,
      [agencyId, firstDay(month)],
    )
    const accounts = await rows<AccountRow>(
      'select id, created_at from staff where agency_id = $1 and not removed',
      [agencyId],
    )
    return {
      turns: turns.map(
        ({ record_id, verb, arrived_at }): Turn => ({
          recordId: record_id,
          verb,
          on: dayOf(arrived_at.toISOString()),
        }),
      ),
      since: sinceWhen(accounts),
    }
  })
}

/** Whoever was there when the agency began to use this was there before: months entered later are theirs too. */
function sinceWhen(accounts: readonly AccountRow[]): ReadonlyMap<string, Day> {
  const days = accounts.map(({ id, created_at }) => ({ id, on: dayOf(created_at.toISOString()) }))
  const [first] = days.map(({ on }) => on).toSorted()
  return new Map(days.map(({ id, on }) => [id, on === first ? '' : on]))
}

async function gatherMonth(
  look: Look,
  month: Month,
  { turns, since }: Awaited<ReturnType<typeof readTurns>>,
): Promise<StationMonthRecords> {
  const { every } = look
  const groups = (await every(supportGroup, 'state', ['running', 'closed'])).filter(
    ({ closedOn }) => closedOn === null || closedOn >= firstDay(month),
  )
  const meetings = await every(
    meeting,
    'groupId',
    groups.map(({ id }) => id),
  )
  // Of a group that did not meet in this month neither seats nor attendance count.
  const met = meetings.filter((one) => monthOf(one.heldOn ?? one.plannedOn) === month)
  const seats = await every(seat, 'groupId', [...new Set(met.map(({ groupId }) => groupId))])
  const waves = (await every(wave, 'state', ['open', 'closed'])).filter(
    ({ subject, opensOn, closedOn }) =>
      subject === 'families' &&
      opensOn <= lastDay(month) &&
      (closedOn === null || closedOn >= firstDay(month)),
  )
  const waveIds = waves.map(({ id }) => id)
  const instrumentIds = [...new Set(waves.flatMap((one) => one.instrumentIds))]
  const logged = await every(contactEntry, 'on', daysOf(month))
  const loggedOf = [...new Set(logged.map(({ familyId }) => familyId))]
  const matches = await every(contactMatch, 'familyId', loggedOf)
  return {
    month,
    families: await every(family, 'state', ['open', 'archived']),
    people: await every(person, 'id', [...new Set(seats.map(({ personId }) => personId))]),
    groups,
    meetings,
    seats,
    attendance: await every(
      attendance,
      'meetingId',
      met.map(({ id }) => id),
    ),
    sheets: await every(answerSheet, 'waveId', waveIds),
    instruments: await every(instrument, 'id', instrumentIds),
    contacts: foldAccounts(logged, matches),
    staff: (await every(staff, 'state', ['active', 'suspended'])).map((one) => ({
      ...one,
      since: since.get(one.id) ?? lastDay(month),
    })),
    turns,
  }
}

function daysOf(month: Month): readonly string[] {
  const days: string[] = []
  for (let day = firstDay(month); day <= lastDay(month); day = addDays(day, 1)) days.push(day)
  return days
}

export async function readMonth(
  house: House,
  agencyId: string,
  month: Month,
): Promise<Outcome<StationMonth>> {
  if (firstDay(month) > house.today())
    return refuse('DateInFuture', { field: 'month', day: firstDay(month) })
  const turns = await readTurns(house, agencyId, month)
  return lookAt(house, agencyId, async (look) =>
    (await look.one(agency, agencyId)) === null
      ? refuse('NotFound')
      : done(countStationMonth(await gatherMonth(look, month, turns))),
  )
}

export function addStationMonthRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/station-month',
    summary: 'The figures of the station’s monthly report (form-F31), reconciled with attendance',
    access: { action: 'readStationMonth', scope: () => 'agency' },
    body: z.strictObject({ month: monthShape }),
    answer: stationMonthShape,
    run: ({ house, actor }, { month }) => readMonth(house, actor.agencyId, month),
  })
}
