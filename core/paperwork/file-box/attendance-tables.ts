import type { CsvCell } from '../../inquiry/guarded-csv.ts'
import { presenceModes } from '../../groupwork/attendance.ts'
import type {
  AttendanceCount,
  AttendanceLine,
  Participation,
} from '../../groupwork/count-attendance.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { Block, DataSheet, PaperColumn } from './file-box.ts'
import { columnsOf, tableBlock, type Writing } from './writing.ts'

/** One line per person, one narrow column per held meeting: what people know from paper lists. */
export function writeMatrix(
  writing: Writing,
  all: readonly Participation[],
  seats: readonly SeatEntry[],
): readonly Block[] {
  const { people, translate } = writing
  const meetings = [...new Map(all.map(({ meeting }) => [meeting.id, meeting])).values()].sort(
    (left, right) => left.no - right.no,
  )
  const columns: readonly PaperColumn[] = [
    ...columnsOf(writing, [
      ['person', 22],
      ['strand', 12],
    ]),
    ...meetings.map(({ no }) => ({ label: String(no), share: 5 })),
  ]
  const marks = new Map(
    all.map((one) => [`${one.meeting.id} ${one.seat.id}`, one.row?.presence ?? 'unmarked']),
  )
  const rows = seats.map((seat) => [
    people.labelOf(seat.personId),
    translate(`groupwork:strand.${seat.strand}`),
    ...meetings.map(({ id }) =>
      translate(`groupwork:mark.short.${marks.get(`${id} ${seat.id}`) ?? 'notExpected'}`),
    ),
  ])
  return meetings.length === 0 ? [] : tableBlock(columns, rows)
}

/** The same for a spreadsheet: one row per person and meeting, and the sums by meeting and by strand. */
export function listAttendanceSheets(
  writing: Writing,
  all: readonly Participation[],
  count: AttendanceCount,
): readonly DataSheet[] {
  const { say, translate } = writing
  const heads = (keys: readonly string[]): readonly string[] =>
    keys.map((key) => say(`column.${key}`))
  const modes = presenceModes.map((mode) => translate(`groupwork:presence.${mode}`))
  const sumHeads = [...heads(['expected', 'outside']), ...modes, ...heads(['unmarked', 'live'])]
  return [
    {
      name: say('attendance.matrix'),
      rows: [
        heads([
          'meeting',
          'day',
          'dataCode',
          'strand',
          'wasExpected',
          'presence',
          'absenceReason',
          'lateMinutes',
        ]),
        ...all.map((one) => writeRow(writing, one)),
      ],
    },
    {
      name: say('attendance.sums'),
      rows: [
        [say('column.meeting'), ...sumHeads],
        ...count.byMeeting.map((line) => [line.no, ...numbersOf(line)]),
        [say('total'), ...numbersOf(count.total)],
      ],
    },
    {
      name: say('attendance.strands'),
      rows: [
        [say('column.strand'), ...sumHeads, say('column.persons')],
        ...count.byStrand.map((line) => [
          translate(`groupwork:strand.${line.strand}`),
          ...numbersOf(line),
          line.persons,
        ]),
        [say('total'), ...numbersOf(count.total), count.total.persons],
      ],
    },
  ]
}

function numbersOf({
  expected,
  outside,
  byMode,
  unmarked,
  live,
}: AttendanceLine): readonly number[] {
  return [expected, outside, ...presenceModes.map((mode) => byMode[mode]), unmarked, live]
}

function writeRow(
  { people, say, translate }: Writing,
  { meeting, seat, row, expected }: Participation,
): readonly CsvCell[] {
  return [
    meeting.no,
    dayFor(meeting, seat.strand),
    people.codeOf(seat.personId),
    translate(`groupwork:strand.${seat.strand}`),
    say(expected ? 'yes' : 'no'),
    row === null ? say('column.unmarked') : translate(`groupwork:presence.${row.presence}`),
    row?.absenceReason === null || row === null
      ? null
      : translate(`groupwork:absenceReason.${row.absenceReason}`),
    row === null ? null : row.lateMinutes,
  ]
}
