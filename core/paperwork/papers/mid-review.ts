// The review in the middle of a group (form-F12): who comes, what was reached so far, who left, what should change.
import {
  countAttendance,
  countLine,
  listParticipation,
  type AttendanceLine,
} from '../../groupwork/count-attendance.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import { writeShare } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead, fillHeads } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { byStrandAndCode, codesOf } from './order-seats.ts'
import { groupPapers } from './paper-forms.ts'

export const midReviewFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['heldCount', '举行节数'],
    ['meetingCount', '计划节数'],
    ['presenceSentence', '出席说明'],
    ['goalProgress', '目标进展'],
    ['dropoutAction', '流失与跟进'],
    ['planChanges', '计划调整'],
    ['supervisorOpinion', '督导意见'],
    ['aims', '小组目标列表', 'list'],
    ['meetings', '出席列表', 'list'],
    ['attainments', '达成列表', 'list'],
    ['members', '组员列表', 'list'],
    ['leavers', '离组列表', 'list'],
  ]),
  ...declareFields('aims', [['aim', '小组目标']]),
  ...declareFields('meetings', [
    ['no', '节次'],
    ['date', '日期'],
    ['theme', '主题'],
    ['expected', '应到'],
    ['live', '实时参加'],
    ['watchedLater', '补看'],
    ['represented', '代为参加'],
    ['absent', '缺席'],
    ['liveShare', '实时参加率'],
  ]),
  ...declareFields('attainments', [
    ['attainedAt', '节次'],
    ['attainedBy', '组别'],
    ['attainment', '目标达成'],
    ['evidence', '依据'],
  ]),
  ...declareFields('members', [
    ['memberCode', '家庭编号'],
    ['memberStrand', '组别'],
    ['memberTimes', '实时次数'],
    ['memberAbsent', '缺席次数'],
  ]),
  ...declareFields('leavers', [
    ['leaverCode', '家庭编号'],
    ['leaverStrand', '组别'],
    ['leftOn', '离组日期'],
    ['leaveReason', '离组原因'],
  ]),
]

/** By code: this paper goes to the supervisor and the agency. */
export function fillMidReview(input: GroupPaperInput): FieldValues {
  const { group, seats, attendance, texts, wording } = input
  const { translate } = wording
  const count = countAttendance(input.meetings, seats, attendance)
  const { expected, outside, unmarked, byMode, live } = count.total
  return {
    ...fillGroupHead(input),
    ...fillHeads(groupPapers.midReview.heads, texts),
    heldCount: String(count.meetingsHeld),
    meetingCount: String(input.meetings.length),
    presenceSentence: translate('paperwork:summary.attendance', {
      ...{ expected, outside, unmarked, live, ...byMode },
      liveShare: writeLive(count.total),
    }),
    aims: group.aims.map((aim) => ({ aim })),
    meetings: fillMeetings(input),
    attainments: fillAttainments(input),
    members: fillMembers(input),
    leavers: fillLeavers(input),
  }
}

/** Of those expected; guests do not lift it. */
function writeLive({ expected, live, outside }: AttendanceLine): string {
  return expected === 0 ? '–' : writeShare(Math.max(0, live - outside) / expected)
}

function fillMeetings(input: GroupPaperInput): readonly FieldValues[] {
  const held = input.meetings
    .filter(({ state }) => state === 'held')
    .toSorted((left, right) => left.no - right.no)
  return held.map((meeting) => {
    const line = countAttendance([meeting], input.seats, input.attendance).total
    const days = new Set(meeting.strands.map((strand) => dayFor(meeting, strand)))
    return {
      no: String(meeting.no),
      date: [...days].sort().join(' / '),
      theme: meeting.theme,
      expected: String(line.expected),
      live: String(line.live),
      watchedLater: String(line.byMode.watchedLater),
      represented: String(line.byMode.represented),
      absent: String(line.byMode.absent),
      liveShare: writeLive(line),
    }
  })
}

/** From records that were handed in. */
function fillAttainments({
  meetings,
  meetingRecords,
  wording,
}: GroupPaperInput): readonly FieldValues[] {
  return meetings
    .toSorted((left, right) => left.no - right.no)
    .flatMap(({ id, no }) =>
      meetingRecords
        .filter(({ meetingId, state }) => meetingId === id && state === 'submitted')
        .map(({ strand, goalAttainment, evidence }) => ({
          attainedAt: String(no),
          attainedBy: wording.translate(`groupwork:strand.${strand}`),
          attainment: goalAttainment,
          evidence,
        })),
    )
}

function fillMembers({
  meetings,
  seats,
  attendance,
  families,
  wording,
}: GroupPaperInput): readonly FieldValues[] {
  const all = listParticipation(meetings, seats, attendance)
  const codeOf = codesOf(families)
  return seats.toSorted(byStrandAndCode(families)).map((seat) => {
    const line = countLine(all.filter((one) => one.seat.id === seat.id))
    return {
      memberCode: codeOf(seat.familyId),
      memberStrand: wording.translate(`groupwork:strand.${seat.strand}`),
      memberTimes: `${line.live} / ${line.expected}`,
      memberAbsent: String(line.byMode.absent),
    }
  })
}

function fillLeavers({ seats, families, wording }: GroupPaperInput): readonly FieldValues[] {
  const codeOf = codesOf(families)
  return seats
    .filter(({ leftOn }) => leftOn !== null)
    .toSorted(byStrandAndCode(families))
    .map(({ familyId, strand, leftOn, leaveReason }) => ({
      leaverCode: codeOf(familyId),
      leaverStrand: wording.translate(`groupwork:strand.${strand}`),
      leftOn: leftOn ?? '',
      leaveReason:
        leaveReason === null ? '' : wording.translate(`groupwork:leaveReason.${leaveReason}`),
    }))
}
