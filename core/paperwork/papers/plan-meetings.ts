import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { StrandPlan } from '../../groupwork/plan-shape.ts'
import { planStrands } from '../../groupwork/strand.ts'
import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import { fillMeetingHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

/** What the table of a plan says about one meeting. */
export const plannedMeetingColumns: readonly DeclaredField[] = [
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
  ['flow', '流程'],
  ['materials', '材料'],
  ['homeTasks', '家庭小任务'],
]

export function fillPlannedMeeting(input: GroupPaperInput, meeting: MeetingEntry): FieldValues {
  const { translate } = input.wording
  const gap = translate('paperwork:summary.nameGap')
  const plans = planStrands.flatMap((strand) => {
    const plan = meeting.plan[strand]
    return plan === undefined ? [] : [{ label: translate(`groupwork:strand.${strand}`), plan }]
  })
  const perStrand = (read: (plan: StrandPlan) => string): string =>
    plans
      .map(({ label, plan }) => ({ label, text: read(plan) }))
      .filter(({ text }) => text !== '')
      .map((one) => translate('paperwork:paper.labelled', one))
      .join('\n')
  const materials = plans.flatMap(({ plan }) => plan.segments.flatMap((one) => one.materials))
  return {
    ...fillMeetingHead(input, meeting),
    sessionAims: meeting.aims.join('\n'),
    plannedMinutes: perStrand(({ minutes }) => String(minutes)),
    flow: perStrand(({ segments }) =>
      segments.map(({ title, minutes }) => `${title} ${minutes}′`).join(gap),
    ),
    materials: [...new Set(materials)].join('\n'),
    homeTasks: perStrand(({ homeTask }) => homeTask.trim()),
  }
}
