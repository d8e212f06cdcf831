// Form-F20: why a case ends, what changed by goals and tools, everybody's own words, what is left.
import { listCaseSeries, phasesOfCase } from '../../../evaluation/casework/list-case-series.ts'
import { type OutcomeRow, outcomeOfCase } from '../../../evaluation/casework/outcome-of-case.ts'
import { writePoint } from '../../../evaluation/casework/write-point.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FieldValues } from '../../field-values.ts'
import { orBlank } from '../family/or-blank.ts'
import { type CasePaperInput, caseHeadFields, fillCaseHead } from './case-paper-input.ts'

const outcomeColumns = [
  ['outcomeTitle', '目标或工具'],
  ['outcomeStart', '开始时'],
  ['outcomeEnd', '结束时'],
  ['outcomeLater', '跟进时'],
] as const

/** Fewer than elsewhere: the form has much to write and is one page. */
export const outcomeLines = 4

export const caseClosingFields: readonly TemplateField[] = [
  ...caseHeadFields,
  ...declareFields(null, [
    ['contactCount', '联系次数'],
    ['closeReason', '结案原因'],
    ['closeWords', '结案说明'],
    ['closeAskedOn', '申请结案日期'],
    ['closedOn', '结案日期'],
    ['caseOutcomes', '目标与测量对照', 'list'],
    ['childWords', '孩子自己的话'],
    ['adultWords', '家长自己的话'],
    ['childSatisfaction', '孩子满意程度'],
    ['adultSatisfaction', '家长满意程度'],
    ['ownReview', '社工自我评估'],
    ['unmetNeeds', '未满足的需要'],
    ['followUpPlan', '跟进计划'],
    ['closeOpinion', '督导意见'],
    ['closeApprovedBy', '批准人'],
    ['closedAlone', '独自批准', 'condition'],
    ['archiveNo', '归档号'],
  ]),
  ...declareFields('caseOutcomes', outcomeColumns),
]

/** Pure; the table is worked out from the records as on the screen. */
export function fillCaseClosing(input: CasePaperInput): FieldValues {
  const { its, records, wording, staffName } = input
  const planned = records.followUps
    .filter(({ caseId, doneOn }) => caseId === its.id && doneOn === null)
    .map(({ plannedOn }) => plannedOn)
  return {
    ...fillCaseHead(input),
    contactCount: String(records.contacts.filter(({ caseId }) => caseId === its.id).length),
    closeReason:
      its.closeReason === null ? '' : wording.translate(`casework:closeReason.${its.closeReason}`),
    closeWords: its.closeWords,
    closeAskedOn: its.closeAskedOn ?? '',
    closedOn: its.closedOn ?? '',
    caseOutcomes: fillOutcomes(input),
    childWords: its.childWords,
    adultWords: its.adultWords,
    childSatisfaction: its.childSatisfaction === null ? '' : `${its.childSatisfaction} / 5`,
    adultSatisfaction: its.adultSatisfaction === null ? '' : `${its.adultSatisfaction} / 5`,
    ownReview: its.ownReview,
    unmetNeeds: its.unmetNeeds,
    followUpPlan: planned.toSorted().join(wording.translate('paperwork:summary.nameGap')),
    closeOpinion: its.closeOpinion,
    closeApprovedBy: staffName(its.closeApprovedById),
    closedAlone: its.closedAlone,
    archiveNo: its.archiveNo,
  }
}

function fillOutcomes({ its, records, wording }: CasePaperInput) {
  const all = outcomeOfCase(listCaseSeries(its, records, wording), phasesOfCase(its, records))
  // What was agreed on comes first, as on the screen.
  const rows = [...all.filter(({ of }) => of === 'goal'), ...all.filter(({ of }) => of !== 'goal')]
  const said = (point: OutcomeRow['start'], of: OutcomeRow['of']) =>
    point === null ? '' : `${writePoint(point.value, of)} (${point.on})`
  return orBlank(
    rows.map(({ title, of, start, end, later }) => ({
      outcomeTitle: title,
      outcomeStart: said(start, of),
      outcomeEnd: said(end, of),
      outcomeLater: said(later, of),
    })),
    outcomeColumns,
    outcomeLines,
  )
}
