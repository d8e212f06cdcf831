import {
  countAttendance,
  listParticipation,
  type AttendanceCount,
  type AttendanceLine,
  type Participation,
} from '../../groupwork/count-attendance.ts'
import { presenceModes } from '../../groupwork/attendance.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import type { Block, BoxFile, BoxPart } from './file-box.ts'
import { listAttendanceSheets, writeMatrix } from './attendance-tables.ts'
import { hideSmallCells } from '../../evaluation/survey/hide-small-cells.ts'
import { columnsOf, paragraphs, tableBlock, under, wordFile, type Writing } from './writing.ts'
import { seatsInOrder, writeCells } from './write-members.ts'

/** Part 04: who came to what, in five ways, with sums that reconcile (F8, PAP-4). */
export function writeAttendance(writing: Writing): BoxPart {
  const { input, say, isOutside } = writing
  const { meetings, seats, attendance } = input
  const count = countAttendance(meetings, seats, attendance)
  const all = listParticipation(meetings, seats, attendance)
  const title = say('part.attendance.title')
  const stem = `04-${say('part.attendance.file')}`
  const sums = writeSums(writing, [...count.byMeeting, count.total])
  const paper: BoxFile = wordFile(`${stem}`, {
    title,
    wide: true,
    blocks: [
      ...(isOutside ? paragraphs(say('suppressed')) : writeHead(writing, count.total)),
      ...under(say('attendance.sums'), sums),
      ...(isOutside
        ? []
        : [
            ...under(say('attendance.matrix'), writeMatrix(writing, all, seatsInOrder(writing))),
            ...under(say('attendance.reasons'), writeReasons(writing, all)),
          ]),
    ],
  })
  const workbook: BoxFile = {
    path: `${stem}.xlsx`,
    content: { type: 'workbook', sheets: listAttendanceSheets(writing, all, count) },
  }
  return {
    no: '04',
    title,
    form: say('part.attendance.form'),
    count: isOutside
      ? say('count.totals')
      : say('count.attendance', { count: count.meetingsHeld, times: all.length }),
    files: isOutside ? [paper] : [paper, workbook],
    leftOut: listLeftOut(writing, count),
  }
}

function listLeftOut(
  { input, say, translate, isOutside }: Writing,
  { total, uncounted }: AttendanceCount,
): readonly string[] {
  const notHeld = input.meetings.filter(({ state }) => state === 'notHeld')
  const planned = input.meetings.filter(({ state }) => state === 'planned')
  const times = [
    ...(total.unmarked > 0 ? [say('leftOut.unmarked', { count: total.unmarked })] : []),
    ...(uncounted.length > 0 ? [say('leftOut.uncounted', { count: uncounted.length })] : []),
  ]
  return [
    ...(isOutside ? [say('leftOut.personLines')] : []),
    ...notHeld.map(({ no, callOffReason }) =>
      say('leftOut.notHeld', {
        no,
        reason: translate(`groupwork:callOffReason.${callOffReason ?? 'other'}`),
      }),
    ),
    ...planned.map(({ no }) => say('leftOut.stillPlanned', { no })),
    ...(isOutside ? [] : times),
  ]
}

function writeHead({ say, translate }: Writing, total: AttendanceLine): readonly Block[] {
  const { expected, outside, unmarked, byMode } = total
  const legend = [...presenceModes, 'unmarked', 'notExpected'] as const
  const short = (mode: (typeof legend)[number]): string => translate(`groupwork:mark.short.${mode}`)
  return [
    ...paragraphs(say('attendance.reconciled', { expected, outside, unmarked, ...byMode })),
    ...paragraphs(
      legend
        .map((mode) =>
          say('attendance.key', { mark: short(mode), meaning: say(`attendance.legend.${mode}`) }),
        )
        .join(say('attendance.gap')),
    ),
  ]
}

type SumLine = AttendanceLine & { readonly meetingId?: string }

function writeSums(writing: Writing, lines: readonly SumLine[]): readonly Block[] {
  const { input, say, translate, isOutside } = writing
  const numbers = lines.map(({ expected, outside, unmarked, byMode }) => [
    expected,
    outside,
    ...presenceModes.map((mode) => byMode[mode]),
    unmarked,
  ])
  const shown = isOutside ? hideSmallCells(numbers) : numbers
  const columns = [
    ...columnsOf(writing, [
      ['meeting', 8],
      ['day', 14],
      ['meetingForm', 12],
      ['expected', 9],
      ['outside', 10],
    ]),
    ...presenceModes.map((mode) => ({ label: translate(`groupwork:presence.${mode}`), share: 9 })),
    ...columnsOf(writing, [['unmarked', 9]]),
  ]
  const rows = lines.map(({ meetingId }, row) => {
    const own = input.meetings.find(({ id }) => id === meetingId)
    const days = own === undefined ? [] : own.strands.map((strand) => dayFor(own, strand))
    return [
      own === undefined ? say('total') : String(own.no),
      [...new Set(days)].sort().join('\n'),
      own === undefined ? '' : translate(`groupwork:form.${own.form}`),
      ...writeCells(shown[row] ?? [], say('hidden')),
    ]
  })
  return tableBlock(columns, rows)
}

/** Every absence with its reason: a blank reason is a question for the supervisor, not a person's fault. */
function writeReasons(writing: Writing, all: readonly Participation[]): readonly Block[] {
  const { people, translate } = writing
  const rows = all.flatMap(({ meeting, seat, row }) =>
    row?.presence === 'absent'
      ? [
          [
            String(meeting.no),
            dayFor(meeting, seat.strand),
            people.labelOf(seat.personId),
            translate(`groupwork:strand.${seat.strand}`),
            translate(`groupwork:absenceReason.${row.absenceReason ?? 'notYetKnown'}`),
          ],
        ]
      : [],
  )
  const columns = columnsOf(writing, [
    ['meeting', 10],
    ['day', 18],
    ['person', 32],
    ['strand', 16],
    ['absenceReason', 24],
  ])
  return tableBlock(columns, rows)
}
