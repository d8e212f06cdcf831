// The station's monthly figures. Whoever answers for the numbers need not open a file: what leaves here are counts.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import type { Known } from '../../core/evaluation/evaluation-records.ts'
import {
  countStationMonth,
  type StationMonthRecords,
} from '../../core/evaluation/station-month/count-station-month.ts'
import {
  firstDay,
  lastDay,
  type Month,
  monthShape,
} from '../../core/evaluation/station-month/month-of-year.ts'
import {
  type StationMonth,
  stationMonthShape,
} from '../../core/evaluation/station-month/station-month.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { addDays } from '../../core/kit/dates.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import type { House } from './house.ts'
import { lookAt, type Look } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

type Every = <Fields extends object>(
  kind: TypedKind<Fields>,
  field: string,
  values: readonly string[],
) => Promise<readonly Known<Fields>[]>

function everyOf(look: Look): Every {
  return async (kind, field, values) => {
    const found = await Promise.all(values.map((value) => look.many(kind, { [field]: value })))
    return found.flat()
  }
}

async function gatherMonth(look: Look, month: Month): Promise<StationMonthRecords> {
  const every = everyOf(look)
  const groups = (await every(supportGroup, 'state', ['running', 'closed'])).filter(
    ({ closedOn }) => closedOn === null || closedOn >= firstDay(month),
  )
  const groupIds = groups.map(({ id }) => id)
  const seats = await every(seat, 'groupId', groupIds)
  const waves = (await every(wave, 'state', ['open', 'closed'])).filter(
    ({ subject, opensOn, closedOn }) =>
      subject === 'families' &&
      opensOn <= lastDay(month) &&
      (closedOn === null || closedOn >= firstDay(month)),
  )
  const waveIds = waves.map(({ id }) => id)
  const instrumentIds = [...new Set(waves.flatMap((one) => one.instrumentIds))]
  return {
    month,
    families: await every(family, 'state', ['open', 'archived']),
    people: await every(person, 'id', [...new Set(seats.map(({ personId }) => personId))]),
    groups,
    meetings: await every(meeting, 'groupId', groupIds),
    seats,
    attendance: await every(attendance, 'groupId', groupIds),
    sheets: await every(answerSheet, 'waveId', waveIds),
    instruments: await every(instrument, 'id', instrumentIds),
    contacts: await every(contactEntry, 'on', daysOf(month)),
    staff: await every(staff, 'state', ['active']),
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
  return lookAt(house, agencyId, async (look) =>
    (await look.one(agency, agencyId)) === null
      ? refuse('NotFound')
      : done(countStationMonth(await gatherMonth(look, month))),
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
