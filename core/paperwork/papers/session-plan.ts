// The plan of one meeting (form-F4): what each strand does, why, with what, and what to do when the network fails.
import { meetingsOfGoal } from '../../groupwork/planning/check-goals.ts'
import { planStrands, type PlanStrand } from '../../groupwork/strand.ts'
import type { Segment, StrandPlan } from '../../groupwork/plan-shape.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead, fillMeetingHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields, meetingHeadFields } from './head-fields.ts'

export const sessionPlanFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...meetingHeadFields,
  ...declareFields(null, [
    ['targets', '改变方向'],
    ['aims', '本节目标列表', 'list'],
    ['hasGoals', '有具体目标', 'condition'],
    ['goals', '具体目标列表', 'list'],
    ['indicators', '观察指标列表', 'list'],
    ['risks', '风险列表', 'list'],
    ['strands', '组别列表', 'list'],
  ]),
  ...declareFields('aims', [['aim', '本节目标']]),
  ...declareFields('goals', [
    ['goal', '具体目标'],
    ['goalIndicator', '目标指标'],
  ]),
  ...declareFields('indicators', [['indicator', '观察指标']]),
  ...declareFields('risks', [['risk', '风险与应对']]),
  ...declareFields('strands', [
    ['strandName', '组别'],
    ['strandMinutes', '可用分钟'],
    ['homeTask', '家庭小任务'],
    ['segments', '环节列表', 'list'],
  ]),
  ...declareFields('segments', [
    ['span', '起止分钟'],
    ['segment', '环节'],
    ['process', '学习过程'],
    ['purpose', '目的'],
    ['content', '内容'],
    ['leaderWords', '带领词'],
    ['materials', '材料'],
    ['person', '负责人'],
    ['fallback', '网络不好时'],
  ]),
]

/** Every strand that has a plan; one alone when the paper is about it. */
export function fillSessionPlan(input: GroupPaperInput): FieldValues {
  const { meeting, strand, wording } = input
  if (meeting === null) return fillGroupHead(input)
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  const goals = input.goals
    .filter((one) => meetingsOfGoal(one, [meeting]).length > 0)
    .toSorted((left, right) => left.id.localeCompare(right.id))
  const plans = planStrands.flatMap((name) => {
    const plan = meeting.plan[name]
    return plan === undefined || (strand !== null && strand !== name) ? [] : [[name, plan] as const]
  })
  return {
    ...fillGroupHead(input),
    ...fillMeetingHead(input, meeting, strand),
    targets: meeting.targets.map((target) => translate(`groupwork:target.${target}`)).join(gap),
    aims: meeting.aims.map((aim) => ({ aim })),
    hasGoals: goals.length > 0,
    goals: goals.map(({ text, indicator }) => ({ goal: text, goalIndicator: indicator })),
    indicators: meeting.indicators.map((indicator) => ({ indicator })),
    risks: meeting.risks.map((risk) => ({ risk })),
    strands: plans.map(([name, plan]) => fillStrand(name, plan, translate)),
  }
}

function fillStrand(name: PlanStrand, plan: StrandPlan, translate: Translate): FieldValues {
  const starts = plan.segments.map((_, index) =>
    plan.segments.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0),
  )
  return {
    strandName: translate(`groupwork:strand.${name}`),
    strandMinutes: String(plan.minutes),
    homeTask: plan.homeTask.trim(),
    segments: plan.segments.map((segment, index) =>
      fillSegment(segment, starts[index] ?? 0, translate),
    ),
  }
}

function fillSegment(segment: Segment, from: number, translate: Translate): FieldValues {
  const { title, process, purpose, content, leaderWords, materials, fallback, minutes } = segment
  return {
    span: `${from}–${from + minutes}`,
    segment: title,
    process: process === null ? '–' : translate(`groupwork:process.${process}`),
    purpose,
    content,
    leaderWords,
    materials: materials.join('\n'),
    person: '',
    fallback,
  }
}
