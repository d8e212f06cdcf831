// What the members agreed on in their own words (form-F7), with a line for everybody to sign.
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { blankRows, fillGroupHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { byStrandAndCode } from './order-seats.ts'

export const groupContractFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['rules', '契约列表', 'list'],
    ['members', '组员列表', 'list'],
  ]),
  ...declareFields('rules', [
    ['ruleNo', '序号'],
    ['rule', '约定'],
  ]),
  ...declareFields('members', [
    ['memberName', '组员'],
    ['memberStrand', '组别'],
    ['signature', '签名'],
  ]),
]

const fewestRules = 8

/** Everybody who is in the group now signs; rules that the members have not made yet are lines to write on. */
export function fillGroupContract(input: GroupPaperInput): FieldValues {
  const { group, seats, families, wording } = input
  const rules = group.contract.map((rule, index) => ({ ruleNo: String(index + 1), rule }))
  const lines = blankRows(['rule'], Math.max(0, fewestRules - rules.length))
  return {
    ...fillGroupHead(input),
    rules: [
      ...rules,
      ...lines.map((line, index) => ({ ...line, ruleNo: String(rules.length + index + 1) })),
    ],
    members: seats
      .filter(({ leftOn }) => leftOn === null)
      .toSorted(byStrandAndCode(families))
      .map(({ displayName, strand }) => ({
        memberName: displayName,
        memberStrand: wording.translate(`groupwork:strand.${strand}`),
        signature: '',
      })),
  }
}
