import { writeShare, type Translate } from '../evaluation/write-numbers.ts'
import {
  countAttendance,
  countLiveExpected,
  listParticipation,
  type AttendanceLine,
} from '../groupwork/count-attendance.ts'
import { measureDose } from '../groupwork/measure-dose.ts'
import { dayFor, type MeetingEntry } from '../groupwork/meeting.ts'
import { daysBetween } from '../kit/dates.ts'
import type { CountLine, MeetingLine, SeatLine, SummaryCounts } from './evaluation-summary.ts'
import { figuresOf, type Ledger } from './keep-ledger.ts'
import type { SummaryInput } from './summary-input.ts'

type Counted = Pick<AttendanceLine, 'expected' | 'unmarked' | 'byMode'> & {
  readonly outside: number
}

interface Counting {
  readonly ledger: Ledger
  readonly translate: Translate
}

function noteCount({ ledger, translate }: Counting, key: string, value: number): string {
  return ledger.note({
    what: translate(`paperwork:count.${key}`),
    value,
    shown: String(value),
    n: null,
    method: translate('paperwork:method.count'),
    waveIds: [],
    wave: '',
    instrument: '',
  })
}

/**
 * Counts of one line without entering them: rows of a table are traced by the table's total. The share is of those
 * expected, so that guests do not lift it above the whole.
 */
function writeCounts(line: Counted, liveExpected: number): CountLine {
  const live = line.byMode.inPerson + line.byMode.liveRemote
  return {
    expected: String(line.expected),
    outside: String(line.outside),
    inPerson: String(line.byMode.inPerson),
    liveRemote: String(line.byMode.liveRemote),
    watchedLater: String(line.byMode.watchedLater),
    represented: String(line.byMode.represented),
    absent: String(line.byMode.absent),
    unmarked: String(line.unmarked),
    live: String(live),
    liveShare: line.expected === 0 ? '–' : writeShare(liveExpected / line.expected),
  }
}

/** PAP-4: person-times by mode, reconciled: expected + outside = all modes + unmarked. */
export function summariseCounts(input: SummaryInput, ledger: Ledger): SummaryCounts {
  const { meetings, seats, attendance } = input.records
  const { translate } = input.wording
  const counting = { ledger, translate }
  const from = ledger.mark()
  const count = countAttendance(meetings, seats, attendance)
  const of = (key: string, value: number): string => noteCount(counting, key, value)
  const held = meetings.filter(({ state }) => state === 'held')
  const strand = (name: string): number =>
    new Set(seats.filter((seat) => seat.strand === name).map(({ personId }) => personId)).size
  const children = strand('child')
  const stayed = new Set(
    seats.flatMap((seat) =>
      seat.strand === 'child' && seat.leftOn === null ? [seat.personId] : [],
    ),
  ).size
  const row = figuresOf('', translate('evaluation:describe.listGap'))
  const counts = ledger.together(row, () => ({
    meetingsPlanned: of('meetingsPlanned', meetings.length),
    meetingsHeld: of('meetingsHeld', count.meetingsHeld),
    meetingsCalledOff: of(
      'meetingsCalledOff',
      meetings.filter(({ state }) => state === 'notHeld').length,
    ),
    sessionsHeld: of('sessionsHeld', count.sessionsHeld),
    totalMinutes: of(
      'totalMinutes',
      held.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    ),
    density: writeDensity(
      held.map(({ heldOn, plannedOn }) => heldOn ?? plannedOn),
      translate,
    ),
    families: of('families', new Set(seats.map(({ familyId }) => familyId)).size),
    children: writeChildren(children, stayed, counting),
    adults: of('adults', new Set(seats.map(({ personId }) => personId)).size - children),
  }))
  const total = writeCounts(count.total, liveExpectedAt(input, null))
  ledger.together(row, () => countKeys.map((key) => of(key, Number(total[key]))))
  const sentence = translate('paperwork:summary.attendance', { ...total })
  return { ...counts, total, sentence, ref: ledger.refSince(from) }
}

/** How many children came in all, and at the end where some had left. */
function writeChildren(all: number, stayed: number, counting: Counting): string {
  const inAll = noteCount(counting, 'children', all)
  if (stayed === all) return inAll
  const atEnd = noteCount(counting, 'childrenAtEnd', stayed)
  return counting.translate('paperwork:summary.childrenByEnd', { inAll, atEnd })
}

const countKeys = [
  'expected',
  'outside',
  'inPerson',
  'liveRemote',
  'watchedLater',
  'represented',
  'absent',
  'unmarked',
  'live',
] as const

function liveExpectedAt({ records }: SummaryInput, meetingId: string | null): number {
  const all = listParticipation(records.meetings, records.seats, records.attendance)
  return countLiveExpected(
    all.filter(({ meeting }) => meetingId === null || meeting.id === meetingId),
  )
}

/** One meeting every so many days, from the first to the last. */
export function writeDensity(all: readonly string[], translate: Translate): string {
  const days = all.toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || days.length < 2) return ''
  const count = Math.round(daysBetween(first, last) / (days.length - 1))
  return translate('paperwork:summary.density', { count })
}

export function summariseMeetings(input: SummaryInput): readonly MeetingLine[] {
  const { meetings, seats, attendance } = input.records
  const { translate } = input.wording
  const byMeeting = countAttendance(meetings, seats, attendance).byMeeting
  const none: Counted = { expected: 0, unmarked: 0, outside: 0, byMode: noModes }
  return [...meetings]
    .sort((left, right) => left.no - right.no)
    .map((meeting) => ({
      ...writeCounts(
        byMeeting.find(({ meetingId }) => meetingId === meeting.id) ?? none,
        liveExpectedAt(input, meeting.id),
      ),
      no: String(meeting.no),
      date: daysOf(meeting),
      theme: meeting.theme,
      form: translate(`paperwork:form.${meeting.form}`),
      minutes: meeting.minutes === null ? '' : String(meeting.minutes),
      state: translate(`paperwork:state.${meeting.state}`),
      goalAttainment: goalsOf(meeting, input),
    }))
}

const noModes = { inPerson: 0, liveRemote: 0, watchedLater: 0, represented: 0, absent: 0 }

/** In a parallel week strands may have met on different days: all of them are printed. */
function daysOf(meeting: MeetingEntry): string {
  const days = new Set(meeting.strands.map((strand) => dayFor(meeting, strand)))
  return [...days].sort().join(' / ')
}

/** What the submitted records of the meeting say; drafts are not quoted. */
function goalsOf(meeting: MeetingEntry, { meetingRecords }: SummaryInput): string {
  return meetingRecords
    .filter(({ meetingId, state }) => meetingId === meeting.id && state === 'submitted')
    .map(({ goalAttainment }) => goalAttainment.trim())
    .filter((text) => text !== '')
    .join('\n')
}

/** Attendance of every seat under the family's code: children, parents and caregivers apart, no names. */
export function summariseSeats(input: SummaryInput): readonly SeatLine[] {
  const { meetings, seats, attendance, families } = input.records
  const { translate } = input.wording
  const codeOf = (id: string): string => families.find((one) => one.id === id)?.code ?? ''
  return measureDose(meetings, seats, attendance)
    .map((dose) => ({
      ...writeCounts({ ...dose, outside: 0 }, dose.byMode.inPerson + dose.byMode.liveRemote),
      code: codeOf(dose.seat.familyId),
      strand: translate(`paperwork:strand.${dose.seat.strand}`),
      order: `${codeOf(dose.seat.familyId)} ${['child', 'parent', 'guardian'].indexOf(dose.seat.strand)} ${dose.seat.id}`,
    }))
    .sort((left, right) => (left.order < right.order ? -1 : 1))
    .map(({ order: _order, ...line }) => line)
}
