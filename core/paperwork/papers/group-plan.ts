// The plan of a group (form-F3), from the plan on record, the programme, the meetings and what the families' records say.
import { isSeenAsItStands } from '../../groupwork/planning/group-plan.ts'
import { learningProcesses } from '../../groupwork/plan-shape.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { FieldValues } from '../field-values.ts'
import { writeDensity } from '../summarise-attendance.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead, fillHeads } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { groupPapers } from './paper-forms.ts'
import { budgetColumns, fillBudget } from './plan-budget.ts'
import { fillGoals, goalColumns } from './plan-goals.ts'
import { fillSources, sourceFields, writeSources } from './fill-sources.ts'
import { fillNeed, meanColumns } from './plan-need.ts'
import { fillPlannedMeeting, plannedMeetingColumns } from './plan-meetings.ts'

export const groupPlanFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['kindOfGroup', '小组类型'],
    ['frequency', '活动密度'],
    ['background', '背景与需求'],
    ['meansCaption', '均分说明'],
    ['hasMeans', '有均分', 'condition'],
    ['theory', '理论依据'],
    ['theoryUse', '理论运用'],
    ['overallGoal', '总目标'],
    ['audience', '服务对象'],
    ['selection', '入组条件'],
    ['recruitment', '招募与筛选'],
    ['difficulties', '预计困难与应对'],
    ['moreDifficulties', '其他困难与应对'],
    ['riskPlan', '风险与儿童保护'],
    ['evaluationPlan', '评估安排'],
    ['publicity', '宣传与同意'],
    ['hasBudget', '有预算', 'condition'],
    ['budget', '经费预算'],
    ['budgetTotal', '预算合计'],
    ['supervisorOpinion', '督导意见'],
    ['seenBy', '督导审阅'],
    ['childSeats', '儿童人数'],
    ['adultSeats', '成人人数'],
    ['meetingCount', '计划节数'],
    ['needs', '需求数据列表', 'list'],
    ['means', '均分列表', 'list'],
    ['aims', '小组目标列表', 'list'],
    ['goals', '具体目标列表', 'list'],
    ['risks', '预计困难列表', 'list'],
    ['sessions', '活动安排列表', 'list'],
    ['processes', '理论运用列表', 'list'],
    ['staffing', '人员列表', 'list'],
    ['preparation', '筹备事项列表', 'list'],
    ['safetyRules', '安全约定列表', 'list'],
    ['followUp', '跟进事项列表', 'list'],
    ['budgetLines', '预算列表', 'list'],
  ]),
  ...declareFields('needs', [['need', '需求数据']]),
  ...declareFields('means', meanColumns),
  ...declareFields('aims', [['aim', '小组目标']]),
  ...declareFields('goals', goalColumns),
  ...declareFields('risks', [['risk', '预计困难']]),
  ...declareFields('sessions', plannedMeetingColumns),
  ...declareFields('processes', [
    ['process', '学习过程'],
    ['processUse', '安排在哪些环节'],
    ['processMinutes', '合计分钟'],
  ]),
  ...declareFields('staffing', [
    ['staffName', '姓名'],
    ['staffRole', '分工'],
    ['staffCleared', '无犯罪记录查询'],
    ['staffAway', '来不了的节次'],
    ['staffTrained', '培训'],
  ]),
  ...declareFields('preparation', [['preparing', '筹备事项']]),
  ...declareFields('safetyRules', [['safetyRule', '安全约定']]),
  ...declareFields('followUp', [['following', '跟进事项']]),
  ...declareFields('budgetLines', budgetColumns),
  ...sourceFields,
]

export function fillGroupPlan(input: GroupPaperInput): FieldValues {
  const { group, plan, programme, texts, wording } = input
  const meetings = input.meetings.toSorted((left, right) => left.no - right.no)
  return {
    ...fillGroupHead(input),
    ...fillHeads(groupPapers.groupPlan.heads, texts),
    ...fillWords(input, meetings),
    ...fillSize(input, meetings),
    ...fillNeed(input.start, wording),
    ...fillBudget(plan, wording.translate),
    ...fillSources(writeSources(input.sources, wording)),
    aims: group.aims.map((aim) => ({ aim })),
    goals: fillGoals(input),
    sessions: meetings.map((meeting) => fillPlannedMeeting(input, meeting)),
    processes: fillProcesses(input, meetings),
    staffing: fillStaffing(input, meetings),
    preparation: (programme?.preparation ?? []).map((preparing) => ({ preparing })),
    safetyRules: (programme?.safetyRules ?? []).map((safetyRule) => ({ safetyRule })),
    followUp: (programme?.followUp ?? []).map((following) => ({ following })),
  }
}

/** What the plan's page says in words; nothing written is room to write in. */
function fillWords(
  { plan, programme, waves, seenBy, wording }: GroupPaperInput,
  meetings: readonly MeetingEntry[],
): FieldValues {
  const { translate } = wording
  const written = (lines: readonly string[]): string =>
    lines.filter((line) => line.trim() !== '').join('\n')
  // What was seen is not what stands any more: nobody has seen this.
  const seenOn = plan !== null && isSeenAsItStands(plan) ? plan.seenOn : null
  const expected = [...new Set(meetings.flatMap(({ risks }) => risks))]
  const asked = waves
    .toSorted((left, right) => left.opensOn.localeCompare(right.opensOn))
    .map(({ title, opensOn, dueOn }) =>
      dueOn === null
        ? translate('paperwork:paper.labelled', { label: title, text: opensOn })
        : translate('groupwork:planning.wave', { title, from: opensOn, to: dueOn }),
    )
  return {
    background: plan?.background ?? '',
    theory: programme?.theory ?? '',
    theoryUse: plan?.theory ?? '',
    overallGoal: plan?.overallGoal ?? '',
    audience: programme?.audience ?? '',
    selection: plan?.selection ?? '',
    recruitment: plan?.recruitment ?? '',
    difficulties: written([...expected, plan?.risks ?? '']),
    moreDifficulties: plan?.risks ?? '',
    risks: expected.map((risk) => ({ risk })),
    evaluationPlan: written([...asked, plan?.evaluation ?? '']),
    supervisorOpinion: plan?.opinion ?? '',
    seenBy:
      seenOn === null ? '' : translate('groupwork:planning.seenBy', { name: seenBy, day: seenOn }),
  }
}

function fillSize(
  { plan, seats, wording }: GroupPaperInput,
  meetings: readonly MeetingEntry[],
): FieldValues {
  const { translate } = wording
  const here = seats.filter(({ leftOn }) => leftOn === null)
  const days = meetings.filter(({ state }) => state !== 'notHeld')
  return {
    kindOfGroup:
      plan === null
        ? ''
        : translate('groupwork:planning.kindOfGroup', {
            nature: translate(`groupwork:planning.natures.${plan.nature}`),
            openness: translate(`groupwork:planning.opennesses.${plan.openness}`),
          }),
    frequency: writeDensity(
      days.map(({ heldOn, plannedOn }) => heldOn ?? plannedOn),
      translate,
    ),
    childSeats: String(here.filter(({ strand }) => strand === 'child').length),
    adultSeats: String(here.filter(({ strand }) => strand !== 'child').length),
    meetingCount: String(meetings.length),
  }
}

/** The team, whether each has a record check, and who cannot come to which meeting. Training is nowhere on record. */
function fillStaffing(
  { group, plan, staff, wording }: GroupPaperInput,
  meetings: readonly MeetingEntry[],
): readonly FieldValues[] {
  const { translate } = wording
  return staff.map(({ id, name, clearanceCheckedOn }) => ({
    staffName: name,
    staffRole: translate(`groupwork:teamRole.${group.team[id] ?? 'volunteer'}`),
    staffCleared: clearanceCheckedOn ?? '',
    staffAway: meetings
      .filter((meeting) => plan?.away[meeting.id]?.includes(id) === true)
      .map(({ no }) => no)
      .join(translate('paperwork:summary.nameGap')),
    staffTrained: '',
  }))
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
