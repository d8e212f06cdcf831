// The review in the middle of a group (form-F12): who comes, what was reached so far, who left, what should change.
import {
  countAttendance,
  countLine,
  countLiveExpected,
  listParticipation,
  type Participation,
} from '../../groupwork/count-attendance.ts'
import { measureDose } from '../../groupwork/measure-dose.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import { countWork } from '../../groupwork/meeting-work.ts'
import { listHomeTasks } from '../../groupwork/between/home-tasks.ts'
import { measurePractice } from '../../groupwork/between/practice-dose.ts'
import { writeShare } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead, fillHeads } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { hideByCode } from './hide-by-code.ts'
import { groupHeadFields } from './head-fields.ts'
import { byStrandAndCode, codesOf } from './order-seats.ts'
import { groupPapers } from './paper-forms.ts'
import { fillGoals, goalColumns } from './plan-goals.ts'
import { drawPresence } from './review-chart.ts'
import { changeColumns, fillChanges } from './review-changes.ts'
import { fillFollowUps, followUpColumns } from './review-follow-ups.ts'

export const midReviewFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['heldCount', '举行节数'],
    ['meetingCount', '计划节数'],
    ['presenceSentence', '出席说明'],
    ['workSentence', '工时说明'],
    ['hasPresence', '有出席曲线', 'condition'],
    ['chartPresence', '出席曲线图', 'picture'],
    ['captionPresence', '出席曲线图题'],
    ['goalProgress', '目标进展'],
    ['dropoutAction', '流失与跟进'],
    ['planChanges', '计划调整'],
    ['supervisorOpinion', '督导意见'],
    ['aims', '小组目标列表', 'list'],
    ['goals', '具体目标列表', 'list'],
    ['meetings', '出席列表', 'list'],
    ['attainments', '达成列表', 'list'],
    ['members', '组员列表', 'list'],
    ['leavers', '离组列表', 'list'],
    ['followUps', '缺席跟进列表', 'list'],
    ['changes', '计划调整列表', 'list'],
  ]),
  ...declareFields('aims', [['aim', '小组目标']]),
  ...declareFields('goals', [...goalColumns, ['goalNow', '目前']]),
  ...declareFields('meetings', [
    ['no', '节次'],
    ['date', '日期'],
    ['theme', '主题'],
    ['expected', '应到'],
    ['outside', '计划外'],
    ['live', '实时参加'],
    ['watchedLater', '补看'],
    ['represented', '代为参加'],
    ['absent', '缺席'],
    ['unmarked', '未签到'],
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
    ['memberLater', '补看次数'],
    ['memberRepresented', '代为参加次数'],
    ['memberAbsent', '缺席次数'],
    ['memberUnmarked', '未签到次数'],
    ['memberPractice', '小任务练习'],
  ]),
  ...declareFields('leavers', [
    ['leaverCode', '家庭编号'],
    ['leaverStrand', '组别'],
    ['leftOn', '离组日期'],
    ['leaveReason', '离组原因'],
  ]),
  ...declareFields('followUps', followUpColumns),
  ...declareFields('changes', changeColumns),
]

/** By code, also in what people wrote: this paper goes to the supervisor and the agency. */
export function fillMidReview(input: GroupPaperInput): FieldValues {
  const { group, seats, attendance, texts, wording } = input
  const { translate } = wording
  const hide = hideByCode(input)
  const meetings = fillMeetings(input, hide)
  const count = countAttendance(input.meetings, seats, attendance)
  const { expected, outside, unmarked, byMode, live } = count.total
  const all = listParticipation(input.meetings, seats, attendance)
  return {
    ...fillGroupHead(input),
    ...fillHeads(
      groupPapers.midReview.heads,
      Object.fromEntries(Object.entries(texts).map(([head, text]) => [head, hide(text)])),
    ),
    ...drawPresence(all, wording),
    workSentence: writeWork(input),
    heldCount: String(count.meetingsHeld),
    meetingCount: String(input.meetings.length),
    presenceSentence: translate('paperwork:summary.attendance', {
      ...{ expected, outside, unmarked, live, ...byMode },
      liveShare: writeLive(all),
    }),
    aims: group.aims.map((aim) => ({ aim: hide(aim) })),
    goals: fillGoals({
      ...input,
      goals: input.goals.map((goal) => ({
        ...goal,
        text: hide(goal.text),
        indicator: hide(goal.indicator),
        baseline: hide(goal.baseline),
        hopedFor: hide(goal.hopedFor),
      })),
    }).map((goal) => ({ ...goal, goalNow: '' })),
    meetings,
    attainments: fillAttainments(input, hide),
    members: fillMembers(input),
    leavers: fillLeavers(input),
    followUps: fillFollowUps(input),
    changes: fillChanges(input, hide),
  }
}

/** What nobody has written of their time is not estimated. */
function writeWork({ work, wording }: GroupPaperInput): string {
  const count = countWork(work)
  return count.total === 0 ? '' : wording.translate('groupwork:work.all', { ...count })
}

function writeLive(all: readonly Participation[]): string {
  const expected = all.filter((one) => one.expected).length
  return expected === 0 ? '–' : writeShare(countLiveExpected(all) / expected)
}

function fillMeetings(
  input: GroupPaperInput,
  hide: (text: string) => string,
): readonly FieldValues[] {
  const held = input.meetings
    .filter(({ state }) => state === 'held')
    .toSorted((left, right) => left.no - right.no)
  return held.map((meeting) => {
    const all = listParticipation([meeting], input.seats, input.attendance)
    const line = countLine(all)
    const days = new Set(meeting.strands.map((strand) => dayFor(meeting, strand)))
    return {
      no: String(meeting.no),
      date: [...days].sort().join(' / '),
      theme: hide(meeting.theme),
      expected: String(line.expected),
      outside: String(line.outside),
      live: String(line.live),
      watchedLater: String(line.byMode.watchedLater),
      represented: String(line.byMode.represented),
      absent: String(line.byMode.absent),
      unmarked: String(line.unmarked),
      liveShare: writeLive(all),
    }
  })
}

/** From records that were handed in. */
function fillAttainments(
  { meetings, meetingRecords, wording }: GroupPaperInput,
  hide: (text: string) => string,
): readonly FieldValues[] {
  return meetings
    .toSorted((left, right) => left.no - right.no)
    .flatMap(({ id, no }) =>
      meetingRecords
        .filter(({ meetingId, state }) => meetingId === id && state === 'submitted')
        .map(({ strand, goalAttainment, evidence }) => ({
          attainedAt: String(no),
          attainedBy: wording.translate(`groupwork:strand.${strand}`),
          attainment: hide(goalAttainment),
          evidence: hide(evidence),
        })),
    )
}

function fillMembers({
  meetings,
  seats,
  attendance,
  meetingRecords,
  taskReturns,
  families,
  wording,
}: GroupPaperInput): readonly FieldValues[] {
  const tasks = listHomeTasks(meetings, meetingRecords)
  const codeOf = codesOf(families)
  const doses = measureDose(meetings, seats, attendance)
  return doses
    .toSorted((left, right) => byStrandAndCode(families)(left.seat, right.seat))
    .map(({ seat, expected, byMode, unmarked }) => {
      const { practised, told } = measurePractice(seat, tasks, taskReturns)
      return {
        memberCode: codeOf(seat.familyId),
        memberStrand: wording.translate(`groupwork:strand.${seat.strand}`),
        memberTimes: `${byMode.inPerson + byMode.liveRemote} / ${expected}`,
        memberLater: String(byMode.watchedLater),
        memberRepresented: String(byMode.represented),
        memberAbsent: String(byMode.absent),
        memberUnmarked: String(unmarked),
        memberPractice: told === 0 ? '' : `${practised} / ${told}`,
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
