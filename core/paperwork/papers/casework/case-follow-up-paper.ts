// Form-F21: the looks after a case has ended.
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FieldValues } from '../../field-values.ts'
import { orBlank } from '../family/or-blank.ts'
import {
  type CasePaperInput,
  caseHeadFields,
  fillCaseHead,
  linesToWrite,
} from './case-paper-input.ts'

const followUpColumns = [
  ['plannedOn', '计划日期'],
  ['doneOn', '回访日期'],
  ['doneBy', '回访社工'],
  ['followUpHow', '回访方式'],
  ['followUpFinding', '回访情况'],
  ['followUpWords', '回访说明'],
] as const

export const caseFollowUpFields: readonly TemplateField[] = [
  ...caseHeadFields,
  ...declareFields(null, [
    ['closedOn', '结案日期'],
    ['closeReason', '结案原因'],
    ['followUpList', '回访列表', 'list'],
  ]),
  ...declareFields('followUpList', followUpColumns),
]

/** Pure; with nothing planned lines stay empty to be written on. */
export function fillCaseFollowUp(input: CasePaperInput): FieldValues {
  const { its, records, wording, staffName } = input
  const say = (group: string, value: string | null) =>
    value === null ? '' : wording.translate(`casework:${group}.${value}`)
  const rows = records.followUps
    .filter(({ caseId }) => caseId === its.id)
    .toSorted((left, right) => left.plannedOn.localeCompare(right.plannedOn))
    .map((one) => ({
      plannedOn: one.plannedOn,
      doneOn: one.doneOn ?? '',
      doneBy: staffName(one.doneById),
      followUpHow: say('mode', one.how),
      followUpFinding: say('finding', one.finding),
      followUpWords: one.words,
    }))
  return {
    ...fillCaseHead(input),
    closedOn: its.closedOn ?? '',
    closeReason: say('closeReason', its.closeReason),
    followUpList: orBlank(rows, followUpColumns, linesToWrite),
  }
}
