import type { StationMonth } from '../../../core/evaluation/station-month/station-month.ts'
import { presenceModes } from '../../../core/groupwork/attendance.ts'
import { formatNumber, text } from '../../kit/index.ts'

export interface MonthRow {
  readonly part: 'served' | 'groups' | 'attendance' | 'else'
  readonly label: string
  readonly value: number | null
  /** Shown instead of the bare number where that needs a word. */
  readonly shown?: string
}

/** The figures of the month in the order of the form, for the screen and for the table file alike. */
export function listMonthRows(figures: StationMonth): readonly MonthRow[] {
  return [
    ...servedRows(figures),
    ...groupRows(figures),
    ...attendanceRows(figures),
    ...otherRows(figures),
  ]
}

function servedRows({ served, families }: StationMonth): readonly MonthRow[] {
  const part = 'served'
  return [
    { part, label: text('evaluation:month.persons'), value: served.persons },
    { part, label: text('evaluation:month.families'), value: served.families },
    { part, label: text('evaluation:month.children'), value: served.children },
    { part, label: text('evaluation:month.under6'), value: served.under6 },
    { part, label: text('evaluation:month.from6To12'), value: served.from6To12 },
    { part, label: text('evaluation:month.from13To17'), value: served.from13To17 },
    { part, label: text('evaluation:month.ageNotKnown'), value: served.ageNotKnown },
    { part, label: text('evaluation:month.parents'), value: served.parents },
    { part, label: text('evaluation:month.caregivers'), value: served.caregivers },
    { part, label: text('evaluation:month.female'), value: served.female },
    { part, label: text('evaluation:month.male'), value: served.male },
    { part, label: text('evaluation:month.sexNotKnown'), value: served.sexNotKnown },
    { part, label: text('evaluation:month.openFamilies'), value: families.open },
    { part, label: text('evaluation:month.newFamilies'), value: families.registered },
  ]
}

function groupRows({ groups, meetings, calledOff, sessions, minutes }: StationMonth) {
  const part: MonthRow['part'] = 'groups'
  return [
    { part, label: text('evaluation:month.running'), value: groups.running },
    { part, label: text('evaluation:month.started'), value: groups.started },
    { part, label: text('evaluation:month.closed'), value: groups.closed },
    { part, label: text('evaluation:month.meetings'), value: meetings.length },
    { part, label: text('evaluation:month.sessions'), value: sessions },
    { part, label: text('evaluation:month.calledOff'), value: calledOff },
    {
      part,
      label: text('evaluation:month.hours'),
      value: Math.round((minutes / 60) * 10) / 10,
      shown: formatNumber(minutes / 60, 1),
    },
  ]
}

function attendanceRows({ total }: StationMonth): readonly MonthRow[] {
  const part = 'attendance'
  return [
    { part, label: text('evaluation:month.live'), value: total.live },
    ...presenceModes.map((mode) => ({
      part: 'attendance' as const,
      label: text(`groupwork:presence.${mode}`),
      value: total.byMode[mode],
    })),
    { part, label: text('evaluation:month.unmarked'), value: total.unmarked },
  ]
}

function otherRows({
  questionnaires,
  contacts,
  satisfaction,
  staff,
}: StationMonth): readonly MonthRow[] {
  const part = 'else'
  const rating =
    satisfaction === null
      ? text('evaluation:month.nobodyRated')
      : text('evaluation:month.rated', {
          mean: formatNumber(satisfaction.mean, 1),
          max: satisfaction.max,
          n: satisfaction.n,
        })
  return [
    { part, label: text('evaluation:month.sheetsChildren'), value: questionnaires.children },
    { part, label: text('evaluation:month.sheetsAdults'), value: questionnaires.adults },
    { part, label: text('evaluation:month.contactsReached'), value: contacts.reached },
    { part, label: text('evaluation:month.contactsTried'), value: contacts.tried },
    {
      part,
      label: text('evaluation:month.satisfaction'),
      value: satisfaction === null ? null : Math.round(satisfaction.mean * 100) / 100,
      shown: rating,
    },
    { part, label: text('evaluation:month.staff'), value: staff },
  ]
}
