// The sign-in sheet of one meeting (form-F8): to be signed on the day, and as it was marked afterwards.
import { presenceModes, type AttendanceEntry } from '../../groupwork/attendance.ts'
import { expectedAt } from '../../groupwork/expected-at.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { blankRows, fillGroupHead, fillMeetingHead } from './fill-heads.ts'
import { byStrandAndCode, codesOf } from './order-seats.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields, meetingHeadFields } from './head-fields.ts'
import { writeKeptSeats, writeStandIn } from './write-kept-seats.ts'

const columns = [
  ['row', '序号'],
  ['memberCode', '家庭编号'],
  ['memberName', '组员'],
  ['memberStrand', '组别'],
  ['mode', '参加方式'],
  ['times', '到达离开'],
  ['reason', '缺席原因'],
  ['signature', '签名'],
] as const

export const signInFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...meetingHeadFields,
  ...declareFields(null, [
    ['expectedCount', '应到人数'],
    ['presenceSentence', '出席说明'],
    ['members', '组员列表', 'list'],
  ]),
  ...declareFields('members', columns),
]

const spareRows = 3

/** Everybody expected that day, whoever came besides, and lines for newcomers. Without a mark the row offers the five modes. */
export function fillSignInSheet(input: GroupPaperInput): FieldValues {
  const { meeting, seats, attendance, families, wording } = input
  if (meeting === null) return fillGroupHead(input)
  const rows = attendance.filter(({ meetingId }) => meetingId === meeting.id)
  const present = seatsAt(meeting, seats, rows)
  const codeOf = codesOf(families)
  const lines = present.toSorted(byStrandAndCode(families)).map((seat, index) => ({
    row: String(index + 1),
    memberCode: codeOf(seat.familyId),
    memberName: seat.displayName,
    memberStrand: wording.translate(`groupwork:strand.${seat.strand}`),
    ...writeMark(
      rows.find(({ seatId }) => seatId === seat.id) ?? null,
      writeKeptSeats(input, meeting, [seat]),
      wording.translate,
    ),
    signature: '',
  }))
  const ids = columns.map(([id]) => id)
  return {
    ...fillGroupHead(input),
    ...fillMeetingHead(input, meeting),
    expectedCount: String(expectedAt(meeting, seats).length),
    presenceSentence: rows.length === 0 ? '' : writePresence(rows, wording.translate),
    members: meeting.state === 'planned' ? [...lines, ...blankRows(ids, spareRows)] : lines,
  }
}

function seatsAt(
  meeting: MeetingEntry,
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly SeatEntry[] {
  const expected = new Set(expectedAt(meeting, seats).map(({ id }) => id))
  const marked = new Set(rows.map(({ seatId }) => seatId))
  return seats.filter(({ id }) => expected.has(id) || marked.has(id))
}

function writeMark(
  row: AttendanceEntry | null,
  keptSeats: readonly string[],
  translate: Translate,
): FieldValues {
  if (row === null)
    return {
      mode: presenceModes
        .map((mode) => `□${translate(`groupwork:attendance.button.${mode}`)}`)
        .join(' '),
      times: '',
      reason: '',
    }
  const mode = translate(`groupwork:presence.${row.presence}`)
  const standIn = writeStandIn(row, translate)
  return {
    mode: [standIn === '' ? mode : `${mode}: ${standIn}`, ...keptSeats].join('\n'),
    times: writeTimes(row, translate).join('\n'),
    reason:
      row.absenceReason === null ? '' : translate(`groupwork:absenceReason.${row.absenceReason}`),
  }
}

/** Late, left early; whoever came and stayed has nothing. */
export function writeTimes(row: AttendanceEntry, translate: Translate): readonly string[] {
  return [
    ...(row.lateMinutes > 0
      ? [translate('groupwork:attendance.lateBy', { minutes: row.lateMinutes })]
      : []),
    ...(row.leftEarly ? [translate('groupwork:attendance.leftEarly')] : []),
  ]
}

/** How many in each way, as it was marked. */
export function writePresence(rows: readonly AttendanceEntry[], translate: Translate): string {
  const parts = presenceModes.map((mode) =>
    translate('paperwork:paper.modeCount', {
      mode: translate(`groupwork:presence.${mode}`),
      count: rows.filter(({ presence }) => presence === mode).length,
    }),
  )
  return translate('paperwork:paper.presence', {
    all: rows.length,
    parts: parts.join(translate('evaluation:describe.listGap')),
  })
}
