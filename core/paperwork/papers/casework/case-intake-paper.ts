// Form-F15: where a case comes from, what is needed, how urgent it is and what was decided.
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FieldValues } from '../../field-values.ts'
import { orBlank } from '../family/or-blank.ts'
import { writeRole } from '../family/write-role.ts'
import {
  type BlankCaseInput,
  type CasePaperInput,
  caseHeadFields,
  fillCaseHead,
} from './case-paper-input.ts'

const peopleColumns = [
  ['personName', '姓名'],
  ['personRole', '与孩子的关系'],
  ['personSex', '性别'],
  ['personBorn', '出生日期'],
  ['personPhone', '联系电话'],
] as const

export const caseIntakeFields: readonly TemplateField[] = [
  ...caseHeadFields,
  ...declareFields(null, [
    ['intakePeople', '家庭成员列表', 'list'],
    ['intakeHome', '现居住地'],
    ['caseSource', '个案来源'],
    ['presentProblem', '遇到的困难'],
    ['presentNeed', '需要'],
    ['urgency', '紧急程度'],
    ['riskWords', '风险说明'],
    ['previousHelp', '以前得到的帮助'],
    ['expectation', '期望'],
    ['eligibility', '是否符合服务范围'],
    ['decision', '接案决定'],
    ['decisionReason', '决定理由'],
    ['decidedOn', '决定日期'],
    ['decidedBy', '决定人'],
    ['serviceConsent', '服务同意'],
  ]),
  ...declareFields('intakePeople', peopleColumns),
]

/** Pure; what was not asked stays a space to write in. */
export function fillCaseIntake(input: CasePaperInput): FieldValues {
  const { its, wording, staffName, records } = input
  const say = (group: string, value: string | null) =>
    value === null ? '' : wording.translate(`casework:${group}.${value}`)
  const gap = wording.translate('families:labelSeparator')
  const agreed = records.consents
    .filter(
      (one) => one.purpose === 'service' && one.decision === 'given' && one.withdrawnOn === null,
    )
    .map((one) => one.decidedOn)
    .toSorted()
    .at(-1)
  return {
    ...fillCaseHead(input),
    ...fillPeople(input),
    caseSource: [say('source', its.source), its.sourceWords].filter((one) => one !== '').join(gap),
    presentProblem: its.problem,
    presentNeed: its.need,
    urgency: say('urgency', its.urgency),
    riskWords: its.riskWords,
    previousHelp: its.previousHelp,
    expectation: its.expectation,
    eligibility: [say('eligibility', its.eligibility), its.eligibilityWords]
      .filter((one) => one !== '')
      .join(gap),
    decision: say('decision', its.decision),
    decisionReason: its.decisionReason,
    decidedOn: its.decidedOn ?? '',
    decidedBy: staffName(its.decidedById),
    serviceConsent: agreed ?? '',
  }
}

/** Who belongs to the family and how they are reached, from its file: the child whom help is asked for is not written down twice. */
export function fillPeople({ home, wording: { translate } }: BlankCaseInput): FieldValues {
  const { family, people } = home
  const rows = people
    .filter(({ alive }) => alive)
    .map(({ name, role, sex, bornOn, phone }) => ({
      personName: name,
      personRole: writeRole({ role, sex }, translate),
      personSex: sex === 'unknown' ? '' : translate(`families:sex.${sex}`),
      personBorn: bornOn ?? '',
      personPhone: phone,
    }))
  return {
    intakePeople: orBlank(rows, peopleColumns, 4),
    intakeHome: [family.township, family.village].filter((one) => one !== '').join(' '),
  }
}
