// The service plan and agreement (form-F17): problem and aims, goals with five levels, what is done at which level, by whom and when, and who has agreed.
import type {
  DescribedGoal,
  DescribedPlan,
  PlannedGoal,
} from '../../../assessment/plan/describe-plan.ts'
import { planLevels, type PlanParty } from '../../../assessment/plan/plan-shape.ts'
import type { Translate } from '../../../evaluation/write-numbers.ts'
import { programmeTargets } from '../../../inquiry/programme-targets.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { fillSources, sourceFields } from '../fill-sources.ts'
import { familyHeadFields } from '../head-fields.ts'
import type { KnownPerson } from './bonds.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { orBlank } from './or-blank.ts'
import { tick } from './ticks.ts'

const actionColumns = [
  ['action', '行动'],
  ['actionWho', '谁来做'],
  ['actionDue', '什么时候前'],
  ['actionDone', '完成日期'],
] as const
const collaboratorColumns = [
  ['collaborator', '合作者'],
  ['collaboratorDoes', '合作者做什么'],
] as const
const goalColumns = [
  ['goalNo', '目标序号'],
  ['goal', '目标'],
  ['goalWhose', '谁的目标'],
  ['goalWhoDoes', '谁来做'],
  ['goalMeasure', '怎么看出来'],
  ['goalBaseline', '现在怎样'],
  ['goalDue', '到哪一天'],
  ['goalReviews', '回顾日期'],
  ['goalState', '目标进展'],
] as const

export const servicePlanFields: readonly TemplateField[] = [
  ...familyHeadFields,
  ...declareFields(null, [
    ['childName', '儿童姓名'],
    ['adultName', '家长姓名'],
    ['planVersion', '计划版本'],
    ['planState', '计划状态'],
    ['begunOn', '开始日期'],
    ['problem', '问题'],
    ['aim', '总目标'],
    ['targets', '改变方向'],
    ['goals', '目标列表', 'list'],
    ['strategies', '各层面列表', 'list'],
    ['collaborators', '合作者列表', 'list'],
    ['workerRole', '社工的角色'],
    ['clientRole', '服务对象的角色'],
    ['actions', '行动列表', 'list'],
    ['reviewRhythm', '回顾间隔'],
    ['nextReview', '下次回顾'],
    ['childAgreedOn', '孩子同意日期'],
    ['adultAgreedOn', '家长同意日期'],
    ['workerAgreedOn', '社工同意日期'],
    ['opinion', '督导意见'],
    ['seenBy', '督导过目'],
  ]),
  ...declareFields('goals', [...goalColumns, ['levels', '五级列表', 'list']]),
  ...declareFields('levels', [
    ['level', '级别'],
    ['levelWords', '级别描述'],
  ]),
  ...declareFields('strategies', [
    ['strategyLevel', '层面'],
    ['strategy', '做法'],
  ]),
  ...declareFields('collaborators', collaboratorColumns),
  ...declareFields('actions', actionColumns),
  ...sourceFields,
]

/** Blank where there is no plan yet: its heads are what a plan has to say. */
export function fillServicePlan(input: FamilyPaperInput, child: KnownPerson): FieldValues {
  const { translate } = input.wording
  const plan = input.plan?.described ?? null
  const agreedOn = (party: PlanParty): string =>
    plan?.agreed.find(({ by }) => by === party)?.on ?? ''
  return {
    ...namesOf(input, child),
    planVersion: plan === null ? '' : String(plan.version),
    planState: plan === null ? '' : translate(`paperwork:family.planState.${plan.state}`),
    begunOn: plan?.begunOn ?? '',
    problem: plan?.problem ?? '',
    aim: plan?.aim ?? '',
    targets: tick(programmeTargets, plan?.targets ?? [], (one) =>
      translate(`groupwork:target.${one}`),
    ),
    goals: fillGoals(plan, translate),
    strategies: planLevels.map((level) => ({
      strategyLevel: translate(`goals:plan.level.${level}`),
      strategy: plan?.strategies.find((one) => one.level === level)?.words ?? '',
    })),
    ...fillTogether(plan),
    reviewRhythm:
      plan?.reviewEveryWeeks == null
        ? ''
        : translate('paperwork:family.everyWeeks', { count: plan.reviewEveryWeeks }),
    nextReview: plan?.nextReviewOn ?? '',
    childAgreedOn: agreedOn('child'),
    adultAgreedOn: agreedOn('adult'),
    workerAgreedOn: agreedOn('worker'),
    opinion: plan?.seen?.opinion ?? '',
    seenBy: writeSeen(input, translate),
    ...fillSources(input.plan?.sources ?? []),
  }
}

/** A plan of one person stands under whom it is of: an adult is nobody's child here. */
function namesOf({ file, plan }: FamilyPaperInput, child: KnownPerson): FieldValues {
  if (plan === null) return { childName: child.name, adultName: '' }
  const { child: of, adult } = plan.described
  const isChild = file.people.some(({ id, role }) => id === of?.id && role === 'child')
  return {
    childName: isChild ? (of?.name ?? '') : '',
    adultName: (isChild ? adult?.name : of?.name) ?? '',
  }
}

/** Only words that were seen as they stand: a plan that was changed since is one to look at again. */
function writeSeen({ plan }: FamilyPaperInput, translate: Translate): string {
  const seen = plan?.described.seen ?? null
  if (plan === null || seen === null) return ''
  const words = [plan.seenBy, seen.on].filter((part) => part !== '').join(' ')
  return seen.asItStands ? words : translate('paperwork:family.changedSince', { words })
}

/** Room to write on where there is no plan; one line where a plan says nothing of it. */
function fillTogether(plan: DescribedPlan | null): FieldValues {
  const actions = (plan?.actions ?? []).map(({ what, who, dueOn, doneOn }) => ({
    action: what,
    actionWho: who,
    actionDue: dueOn ?? '',
    actionDone: doneOn ?? '',
  }))
  const collaborators = (plan?.collaborators ?? []).map(({ name, does }) => ({
    collaborator: name,
    collaboratorDoes: does,
  }))
  return {
    collaborators: orBlank(collaborators, collaboratorColumns, plan === null ? 2 : 1),
    workerRole: plan?.workerRole ?? '',
    clientRole: plan?.clientRole ?? '',
    actions: orBlank(actions, actionColumns, plan === null ? 4 : 1),
  }
}

const allLevels = [-2, -1, 0, 1, 2] as const

function fillGoals(plan: DescribedPlan | null, translate: Translate): readonly FieldValues[] {
  const goals = plan?.goals ?? []
  const levelsOf = (levels: DescribedGoal['levels']): readonly FieldValues[] =>
    allLevels.map((level) => ({
      level: translate(`paperwork:family.level.${level}`),
      levelWords: levels.find((one) => one.level === level)?.words ?? '',
    }))
  if (goals.length === 0)
    return orBlank([], goalColumns).map((blank) => ({
      ...blank,
      goalNo: '1',
      levels: levelsOf([]),
    }))
  return goals.map((goal, index) => ({
    goalNo: String(index + 1),
    goal: goal.text,
    goalWhose: goal.forWhom === null ? '' : translate(`goals:owner.${goal.forWhom}`),
    goalWhoDoes: goal.whoDoes,
    goalMeasure: goal.measure,
    goalBaseline: goal.baseline,
    goalDue: goal.dueOn ?? '',
    goalReviews: goal.reviewOn.join(translate('paperwork:summary.nameGap')),
    goalState: writeSinceAgreed(goal, writeGoalState(goal, translate), translate),
    levels: levelsOf(goal.levels),
  }))
}

/** PLN-2: what stands in the goal's row is what was agreed to; that it is worded otherwise by now is said beside it. */
function writeSinceAgreed({ changedTo }: PlannedGoal, state: string, translate: Translate): string {
  return changedTo === null
    ? state
    : translate('paperwork:family.goalChangedTo', { state, goal: changedTo })
}

function writeGoalState({ state, stateOn, latest }: DescribedGoal, translate: Translate): string {
  const level = latest?.level ?? null
  const rated =
    level === null || latest === null
      ? ''
      : `${translate(`paperwork:family.level.${level}`)} ${latest.on}`
  const ended =
    state === 'active' ? '' : [translate(`goals:state.${state}`), stateOn ?? ''].join(' ').trim()
  return [rated, ended].filter((part) => part !== '').join('\n')
}
