// The plan of a group (form-F3), from the programme, the meetings and what was typed for it.
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import { learningProcesses } from '../../groupwork/plan-shape.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead, fillHeads, fillMeetingHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { groupPapers } from './paper-forms.ts'

export const groupPlanFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['background', '背景与需求'],
    ['theory', '理论依据'],
    ['audience', '服务对象'],
    ['recruitment', '招募与筛选'],
    ['difficulties', '预计困难与应对'],
    ['riskPlan', '风险与儿童保护'],
    ['evaluationPlan', '评估安排'],
    ['budget', '经费预算'],
    ['supervisorOpinion', '督导意见'],
    ['childSeats', '儿童人数'],
    ['adultSeats', '成人人数'],
    ['meetingCount', '计划节数'],
    ['aims', '小组目标列表', 'list'],
    ['sessions', '活动安排列表', 'list'],
    ['processes', '理论运用列表', 'list'],
    ['staffing', '人员列表', 'list'],
    ['preparation', '筹备事项列表', 'list'],
    ['safetyRules', '安全约定列表', 'list'],
    ['followUp', '跟进事项列表', 'list'],
  ]),
  ...declareFields('aims', [['aim', '小组目标']]),
  ...declareFields('sessions', [
    ['no', '节次'],
    ['date', '日期'],
    ['time', '时间'],
    ['theme', '主题'],
    ['stage', '阶段'],
    ['meetingForm', '形式'],
    ['meetingPlace', '本节地点'],
    ['state', '情况'],
    ['minutes', '时长'],
    ['sessionAims', '本节目标'],
    ['plannedMinutes', '计划分钟'],
    ['materials', '材料'],
    ['homeTasks', '家庭小任务'],
  ]),
  ...declareFields('processes', [
    ['process', '学习过程'],
    ['processUse', '安排在哪些环节'],
    ['processMinutes', '合计分钟'],
  ]),
  ...declareFields('staffing', [
    ['staffName', '姓名'],
    ['staffRole', '分工'],
  ]),
  ...declareFields('preparation', [['preparing', '筹备事项']]),
  ...declareFields('safetyRules', [['safetyRule', '安全约定']]),
  ...declareFields('followUp', [['following', '跟进事项']]),
]

export function fillGroupPlan(input: GroupPaperInput): FieldValues {
  const { group, programme, seats, texts, staff, wording } = input
  const meetings = input.meetings.toSorted((left, right) => left.no - right.no)
  const children = seats.filter(({ strand, leftOn }) => strand === 'child' && leftOn === null)
  const adults = seats.filter(({ strand, leftOn }) => strand !== 'child' && leftOn === null)
  return {
    ...fillGroupHead(input),
    ...fillHeads(groupPapers.groupPlan.heads, texts),
    theory: programme?.theory ?? '',
    audience: programme?.audience ?? '',
    childSeats: String(children.length),
    adultSeats: String(adults.length),
    meetingCount: String(meetings.length),
    aims: group.aims.map((aim) => ({ aim })),
    sessions: meetings.map((meeting) => fillSession(input, meeting)),
    processes: fillProcesses(input, meetings),
    staffing: staff.map(({ id, name }) => ({
      staffName: name,
      staffRole: wording.translate(`groupwork:teamRole.${group.team[id] ?? 'volunteer'}`),
    })),
    preparation: (programme?.preparation ?? []).map((preparing) => ({ preparing })),
    safetyRules: (programme?.safetyRules ?? []).map((safetyRule) => ({ safetyRule })),
    followUp: (programme?.followUp ?? []).map((following) => ({ following })),
  }
}

function fillSession(input: GroupPaperInput, meeting: MeetingEntry): FieldValues {
  const { translate } = input.wording
  const plans = Object.entries(meeting.plan)
  const perStrand = (read: (plan: (typeof plans)[number][1]) => string): string =>
    plans
      .map(([strand, plan]) => [translate(`groupwork:strand.${strand}`), read(plan)] as const)
      .filter(([, text]) => text !== '')
      .map(([strand, text]) => translate('paperwork:paper.labelled', { label: strand, text }))
      .join('\n')
  const materials = plans.flatMap(([, plan]) => plan.segments.flatMap((one) => one.materials))
  return {
    ...fillMeetingHead(input, meeting),
    sessionAims: meeting.aims.join('\n'),
    plannedMinutes: perStrand(({ minutes }) => String(minutes)),
    materials: [...new Set(materials)].join('\n'),
    homeTasks: perStrand(({ homeTask }) => homeTask.trim()),
  }
}

/** Where each process of social learning theory is at work: the theory is in the plan, not only in its head. */
function fillProcesses(
  { wording }: GroupPaperInput,
  meetings: readonly MeetingEntry[],
): readonly FieldValues[] {
  const { translate } = wording
  const segments = meetings.flatMap(({ no, plan }) =>
    Object.values(plan).flatMap((own) => own.segments.map((segment) => ({ no, segment }))),
  )
  return learningProcesses.map((process) => {
    const own = segments.filter(({ segment }) => segment.process === process)
    const numbers = [...new Set(own.map(({ no }) => no))]
    return {
      process: translate(`groupwork:process.${process}`),
      processUse: numbers
        .map((no) => {
          const titles = own.filter((one) => one.no === no).map(({ segment }) => segment.title)
          return translate('paperwork:paper.labelled', {
            label: translate('groupwork:meeting.no', { no }),
            text: [...new Set(titles)].join(translate('paperwork:summary.nameGap')),
          })
        })
        .join('\n'),
      processMinutes: String(own.reduce((sum, { segment }) => sum + segment.minutes, 0)),
    }
  })
}
