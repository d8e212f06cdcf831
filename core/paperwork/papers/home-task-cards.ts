// A card for everybody to take home (form-F11): the task, and a line for each try.
import { expectedAt } from '../../groupwork/expected-at.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { PlanStrand } from '../../groupwork/strand.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { blankRows, fillGroupHead, fillMeetingHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields, meetingHeadFields } from './head-fields.ts'
import { byStrandAndCode } from './order-seats.ts'

const columns = [
  ['tryDay', '日期'],
  ['tryStarted', '谁先联系'],
  ['tryChannel', '方式'],
  ['tryMinutes', '分钟'],
  ['tryTopics', '聊了什么'],
  ['tryTone', '语气'],
  ['tryFelt', '心情'],
  ['tryHow', '我试了什么'],
  ['tryStar', '星星'],
] as const

export const homeTaskCardFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...meetingHeadFields,
  ...declareFields(null, [
    ['strandName', '组别'],
    ['cards', '卡片列表', 'list'],
  ]),
  ...declareFields('cards', [
    ['memberName', '组员'],
    ['task', '小任务'],
    ['cueTitle', '提示卡'],
    ['tries', '打卡列表', 'list'],
    ['cueLines', '提示列表', 'list'],
  ]),
  ...declareFields('tries', columns),
  ...declareFields('cueLines', [['cueLine', '提示']]),
]

const triesOnCard = 5

/** One card per member expected; a blank one for whoever is not in the group yet. */
export function fillHomeTaskCards(input: GroupPaperInput): FieldValues {
  const { meeting, strand, seats, families, wording } = input
  if (meeting === null || strand === null) return fillGroupHead(input)
  const members = expectedAt(meeting, seats)
    .filter((seat) => strand === 'joint' || seat.strand === strand)
    .toSorted(byStrandAndCode(families))
  const plan = meeting.plan[strand]
  const card = {
    task: findTask(input, meeting, strand),
    cueTitle: plan?.cueCard?.title ?? '',
    cueLines: (plan?.cueCard?.lines ?? []).map((cueLine) => ({ cueLine })),
    tries: blankRows(
      columns.map(([id]) => id),
      triesOnCard,
    ),
  }
  return {
    ...fillGroupHead(input),
    ...fillMeetingHead(input, meeting, strand),
    strandName: wording.translate(`groupwork:strand.${strand}`),
    cards: [...members.map(({ displayName }) => displayName), ''].map((memberName) => ({
      ...card,
      memberName,
    })),
  }
}

/** What was really given, or what is planned. */
function findTask(
  { meetingRecords }: GroupPaperInput,
  meeting: MeetingEntry,
  strand: PlanStrand,
): string {
  const record = meetingRecords.find((one) => one.meetingId === meeting.id && one.strand === strand)
  return ((record?.homeTaskGiven || meeting.plan[strand]?.homeTask) ?? '').trim()
}
