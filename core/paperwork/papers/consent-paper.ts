// Consent to be read aloud and signed (form-F6): for the guardian far away, for the caregiver, and with pictures for the child.
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import type { InGroup } from './family/in-group.ts'
import { inGroupHeadFields } from './head-fields.ts'

export const consentPaperFields: readonly TemplateField[] = [
  ...inGroupHeadFields,
  ...declareFields(null, [
    ['familyCode', '家庭编号'],
    ['childNames', '儿童姓名'],
    ['noticeVersion', '告知书版本'],
    ['purposes', '同意事项列表', 'list'],
  ]),
  ...declareFields('purposes', [
    ['purposeNo', '序号'],
    ['purposeTitle', '同意事项'],
    ['purposeText', '说明'],
    ['decision', '决定'],
  ]),
]

/** The agency's own notice, purpose by purpose, each to be agreed to or refused by itself. */
export function fillConsentPaper(input: InGroup): FieldValues {
  const { file, notice, wording } = input
  const children = (file?.people ?? []).filter(({ role, alive }) => role === 'child' && alive)
  return {
    ...input.head,
    familyCode: file?.family.code ?? '',
    childNames: children
      .map(({ name }) => name)
      .join(wording.translate('paperwork:summary.nameGap')),
    noticeVersion: notice.version,
    purposes: notice.purposes.map(({ title, paragraphs }, index) => ({
      purposeNo: String(index + 1),
      purposeTitle: title,
      purposeText: paragraphs.join('\n'),
      decision: wording.translate('paperwork:paper.decide'),
    })),
  }
}
