// The process record of one strand's meeting (form-F9): what differed from the plan, and the lines to write where nothing is recorded yet.
import { type AttendanceEntry, presenceModes } from '../../groupwork/attendance.ts'
import type { MeetingRecordEntry } from '../../groupwork/meeting-record.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import { learningProcesses } from '../../groupwork/plan-shape.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { PlanStrand } from '../../groupwork/strand.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import { expectedAt } from '../../groupwork/expected-at.ts'
import { listMarkable } from '../../groupwork/members/list-markable.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type DeclaredField, type TemplateField } from '../template-field.ts'
import { fillMember, memberColumns } from './fill-member.ts'
import { blankRows, fillGroupHead, fillMeetingHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { byStrandAndCode } from './order-seats.ts'
import { groupHeadFields, meetingHeadFields } from './head-fields.ts'
import { writeTimes } from './sign-in-sheet.ts'
import { writeDynamics } from './write-dynamics.ts'
import { writeKeptSeats, writeStandIn } from './write-kept-seats.ts'

const written: readonly DeclaredField[] = [
  ['goalAttainment', '目标达成情况'],
  ['evidence', '依据'],
  ['dynamics', '小组动力'],
  ['reflection', '社工反思'],
  ['homeTaskGiven', '布置的小任务'],
  ['nextSteps', '下一步'],
  ['supervisorComment', '督导意见'],
]
const eventColumns = [
  ['eventAt', '事件时间'],
  ['eventWho', '事件组员'],
  ['eventSeen', '看到的'],
  ['eventSaid', '说的话'],
  ['eventResponse', '社工回应'],
] as const

export const processRecordFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...meetingHeadFields,
  ...declareFields(null, [
    ['strandName', '组别'],
    ['recordState', '记录状态'],
    ['submittedOn', '提交日期'],
    ['expectedCount', '应到人数'],
    ...written,
    ['presences', '出席列表', 'list'],
    ['segments', '环节列表', 'list'],
    ['fidelity', '理论落实列表', 'list'],
    ['events', '关键事件列表', 'list'],
    ['members', '组员列表', 'list'],
    ['hasComments', '有督导批注', 'condition'],
    ['comments', '督导批注列表', 'list'],
  ]),
  ...declareFields('presences', [
    ['mode', '参加方式'],
    ['modeCount', '人数'],
    ['modeNames', '组员名单'],
  ]),
  ...declareFields('segments', [
    ['segment', '环节'],
    ['planned', '计划分钟'],
    ['became', '实际'],
    ['why', '调整原因'],
  ]),
  ...declareFields('fidelity', [
    ['process', '学习过程'],
    ['question', '落实要求'],
    ['answer', '落实情况'],
  ]),
  ...declareFields('events', eventColumns),
  ...declareFields('members', memberColumns),
  ...declareFields('comments', [
    ['commentPart', '批注部分'],
    ['comment', '批注'],
    ['commentAnswer', '社工回复'],
  ]),
]

const spareEvents = 3

export function fillProcessRecord(input: GroupPaperInput): FieldValues {
  const { meeting, strand, wording } = input
  if (meeting === null || strand === null) return fillGroupHead(input)
  const { translate } = wording
  const record =
    input.meetingRecords.find((one) => one.meetingId === meeting.id && one.strand === strand) ??
    null
  const comments = input.comments.filter(({ recordId }) => recordId === record?.id)
  return {
    ...fillGroupHead(input),
    ...fillMeetingHead(input, meeting, strand),
    strandName: translate(`groupwork:strand.${strand}`),
    recordState: translate(
      record === null ? 'groupwork:record.missing' : `groupwork:recordState.${record.state}`,
    ),
    submittedOn: record?.submittedOn ?? '',
    ...fillPresence(input, meeting, strand),
    ...fillWritten(record),
    dynamics: writeDynamics(input, meeting, strand, record),
    segments: fillSegments(input, meeting, strand, record),
    fidelity: learningProcesses.map((process) => ({
      process: translate(`groupwork:process.${process}`),
      question: translate(`groupwork:fidelityQuestion.${process}`),
      answer: writeAnswer(record, process, input),
    })),
    events: fillEvents(record),
    hasComments: comments.length > 0,
    comments: comments.map(({ part, words, answer }) => ({
      commentPart: translate(`paperwork:paper.part.${part}`),
      comment: words,
      commentAnswer: answer,
    })),
  }
}

function fillWritten(record: MeetingRecordEntry | null): FieldValues {
  const {
    goalAttainment = '',
    evidence = '',
    reflection = '',
    homeTaskGiven = '',
    nextSteps = '',
    supervisorComment = '',
  } = record ?? {}
  return {
    goalAttainment,
    evidence,
    reflection,
    homeTaskGiven,
    nextSteps,
    supervisorComment,
  }
}

/** Who of the strand came how; and a line for the marks of everybody expected, and of whoever came besides. */
function fillPresence(
  input: GroupPaperInput,
  meeting: MeetingEntry,
  strand: PlanStrand,
): FieldValues {
  const { attendance, families, wording } = input
  const seats = input.seats.toSorted(byStrandAndCode(families))
  const { translate } = wording
  const own = expectedAt(meeting, seats)
    .filter((seat) => strand === 'joint' || seat.strand === strand)
    .toSorted(byStrandAndCode(families))
  const rows = attendance.filter(({ meetingId }) => meetingId === meeting.id)
  const unmarked = own.filter(({ id }) => rows.every(({ seatId }) => seatId !== id))
  const ofStrand = seats.filter(({ strand: its }) => strand === 'joint' || its === strand)
  const guests = listMarkable(meeting, ofStrand, rows).filter(({ id }) =>
    own.every((seat) => seat.id !== id),
  )
  return {
    expectedCount: String(own.length),
    presences: [
      ...presenceModes.map((mode) =>
        fillMode(
          translate(`groupwork:presence.${mode}`),
          ofStrand.flatMap((seat) => {
            const row = rows.find((one) => one.seatId === seat.id && one.presence === mode)
            return row === undefined ? [] : [writeHow(seat, row, translate)]
          }),
          translate,
          writeKeptSeats(
            input,
            meeting,
            ofStrand.filter(({ id }) =>
              rows.some((one) => one.seatId === id && one.presence === mode),
            ),
          ),
        ),
      ),
      ...(unmarked.length === 0
        ? []
        : [
            fillMode(
              translate('groupwork:counts.unmarked'),
              unmarked.map(({ displayName }) => displayName),
              translate,
            ),
          ]),
    ],
    members: [...own, ...guests].map((seat) => fillMember(seat, input, meeting)),
  }
}

function fillMode(
  mode: string,
  names: readonly string[],
  translate: Translate,
  keptSeats: readonly string[] = [],
): FieldValues {
  return {
    mode,
    modeCount: String(names.length),
    modeNames: [names.join(translate('paperwork:summary.nameGap')), ...keptSeats].join('\n'),
  }
}

/** A name with what a supervisor asks next: why absent, who came instead, how late. */
function writeHow({ displayName }: SeatEntry, row: AttendanceEntry, translate: Translate): string {
  const notes = [
    row.absenceReason === null ? '' : translate(`groupwork:absenceReason.${row.absenceReason}`),
    writeStandIn(row, translate),
    ...writeTimes(row, translate),
  ].filter((note) => note !== '')
  return notes.length === 0
    ? displayName
    : translate('paperwork:paper.withNote', {
        name: displayName,
        note: notes.join(translate('paperwork:summary.nameGap')),
      })
}

function fillSegments(
  { wording }: GroupPaperInput,
  meeting: MeetingEntry,
  strand: PlanStrand,
  record: MeetingRecordEntry | null,
): readonly FieldValues[] {
  return (meeting.plan[strand]?.segments ?? []).map(({ id, title, minutes }) => {
    const tick = record?.ticks[id]
    const open = (['done', 'changed', 'dropped'] as const).map(
      (state) => `□${wording.translate(`groupwork:tick.${state}`)}`,
    )
    return {
      segment: title,
      planned: String(minutes),
      became:
        tick === undefined ? open.join('\n') : wording.translate(`groupwork:tick.${tick.state}`),
      why: tick?.reason ?? '',
    }
  })
}

function writeAnswer(
  record: MeetingRecordEntry | null,
  process: (typeof learningProcesses)[number],
  { wording }: GroupPaperInput,
): string {
  const answer = record?.fidelity[process]
  return answer === undefined ? '' : wording.translate(`groupwork:fidelity.${answer}`)
}

function fillEvents(record: MeetingRecordEntry | null): readonly FieldValues[] {
  const events = Object.values(record?.keyEvents ?? {})
    .toSorted((left, right) => left.at.localeCompare(right.at))
    .map(({ at, who, seen, said, response }) => ({
      eventAt: at,
      eventWho: who,
      eventSeen: seen,
      eventSaid: said,
      eventResponse: response,
    }))
  const ids = eventColumns.map(([id]) => id)
  return record?.state === 'submitted' ? events : [...events, ...blankRows(ids, spareEvents)]
}
