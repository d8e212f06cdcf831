// One member's way through the group (form-F10). Other members' names are taken out: it goes into this family's file.
import { hideNames, waysToWrite } from '../../families/hide-names.ts'
import { listHomeTasks, taskBroughtTo } from '../../groupwork/between/home-tasks.ts'
import { expectedAt } from '../../groupwork/expected-at.ts'
import { dayFor, type MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import type { FamilyOnPaper } from './family-on-paper.ts'
import { fillGroupHead, fillHeads } from './fill-heads.ts'
import { fillMember, memberColumns } from './fill-member.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { codesOf } from './order-seats.ts'
import { groupPapers } from './paper-forms.ts'

export const memberGrowthFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['memberCode', '家庭编号'],
    ['ownName', '组员姓名'],
    ['memberStrand', '组别'],
    ['joinedOn', '入组日期'],
    ['leftOn', '离组日期'],
    ['guardianReport', '照护人和老师的反馈'],
    ['ownWords', '组员自己的话'],
    ['workerSummary', '社工小结'],
    ['goals', '个人目标列表', 'list'],
    ['meetings', '参加情况列表', 'list'],
    ['events', '关键事件列表', 'list'],
    ['changes', '改变列表', 'list'],
  ]),
  ...declareFields('goals', [
    ['goal', '个人目标'],
    ['goalExpected', '期望达到'],
    ['goalLevels', '评定'],
  ]),
  ...declareFields('meetings', [
    ['no', '节次'],
    ['date', '日期'],
    ['theme', '主题'],
    ['presence', '参加方式'],
    ...memberColumns.filter(([id]) => id !== 'memberName'),
    ['taskWords', '关于小任务的话'],
    ['line', '社工所记'],
  ]),
  ...declareFields('events', [
    ['eventNo', '节次'],
    ['eventSeen', '看到的'],
    ['eventSaid', '说的话'],
    ['eventResponse', '社工回应'],
  ]),
  ...declareFields('changes', [
    ['changeOn', '日期'],
    ['change', '说到的改变'],
  ]),
]

export function fillMemberGrowth(input: GroupPaperInput): FieldValues {
  const { file, seat, families, texts, wording } = input
  if (file === null || seat === null) return fillGroupHead(input)
  const { translate } = wording
  return {
    ...fillGroupHead(input),
    ...fillHeads(groupPapers.memberGrowth.heads, texts),
    memberCode: codesOf(families)(seat.familyId),
    ownName: seat.displayName,
    memberStrand: translate(`groupwork:strand.${seat.strand}`),
    joinedOn: seat.joinedOn,
    leftOn: seat.leftOn ?? '',
    goals: fillGoals(file),
    meetings: meetingsOf(input, seat).map((meeting) => fillMeeting(input, seat, meeting)),
    events: fillEvents(input, seat),
    changes: file.statedChanges
      .toSorted((left, right) => left.saidOn.localeCompare(right.saidOn))
      .map(({ saidOn, text }) => ({ changeOn: saidOn, change: text })),
  }
}

function fillGoals({ goals, ratings }: FamilyOnPaper): readonly FieldValues[] {
  return goals.map(({ id, text, expected }) => ({
    goal: text,
    goalExpected: expected,
    goalLevels: ratings
      .filter(({ goalId }) => goalId === id)
      .toSorted((left, right) => left.ratedOn.localeCompare(right.ratedOn))
      .map(({ ratedOn, level }) => `${ratedOn}  ${level > 0 ? '+' : ''}${level}`)
      .join('\n'),
  }))
}

function meetingsOf(
  { meetings, attendance }: GroupPaperInput,
  seat: SeatEntry,
): readonly MeetingEntry[] {
  return meetings
    .filter(({ state }) => state === 'held')
    .filter(
      (meeting) =>
        expectedAt(meeting, [seat]).length > 0 ||
        attendance.some((row) => row.meetingId === meeting.id && row.seatId === seat.id),
    )
    .toSorted((left, right) => left.no - right.no)
}

function fillMeeting(input: GroupPaperInput, seat: SeatEntry, meeting: MeetingEntry): FieldValues {
  const { attendance, meetings, meetingRecords, taskReturns, wording } = input
  const row = attendance.find((one) => one.meetingId === meeting.id && one.seatId === seat.id)
  const task = taskBroughtTo(meeting, seat, listHomeTasks(meetings, meetingRecords))
  const brought = taskReturns.find(
    (one) => one.meetingId === task?.meeting.id && one.seatId === seat.id,
  )
  return {
    no: String(meeting.no),
    date: dayFor(meeting, seat.strand),
    theme: meeting.theme,
    presence: row === undefined ? '' : wording.translate(`groupwork:presence.${row.presence}`),
    ...fillMember(seat, input, meeting),
    taskWords: brought?.words ?? '',
    line:
      input.file?.memberLines.find((one) => one.meetingId === meeting.id && one.seatId === seat.id)
        ?.words ?? '',
  }
}

/** Key events that name this member; everybody else of the group is “a member”. */
function fillEvents(
  { seats, meetings, meetingRecords, wording }: GroupPaperInput,
  seat: SeatEntry,
): readonly FieldValues[] {
  const own = waysToWrite(seat.displayName)
  const others = seats
    .filter(({ familyId }) => familyId !== seat.familyId)
    .map(({ displayName, familyId }) => ({ name: displayName, familyId }))
  const someone = wording.translate('paperwork:fileBox.mark.someone')
  const hide = (text: string): string => hideNames(text, others, () => someone)
  return meetings
    .toSorted((left, right) => left.no - right.no)
    .flatMap(({ id, no }) =>
      meetingRecords
        .filter(({ meetingId }) => meetingId === id)
        .flatMap(({ keyEvents }) => Object.values(keyEvents))
        .filter(({ who }) => own.some((name) => who.includes(name)))
        .map(({ seen, said, response }) => ({
          eventNo: String(no),
          eventSeen: hide(seen),
          eventSaid: hide(said),
          eventResponse: hide(response),
        })),
    )
}
