// Photographs of the group (form-F30): for whom there is consent today, by code, and a line for each picture taken.
import { consentState } from '../../families/consent-state.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { blankRows, fillGroupHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { byStrandAndCode, codesOf } from './order-seats.ts'

const photoColumns = [
  ['photoNo', '照片编号'],
  ['photoDay', '拍摄日期'],
  ['photoShows', '内容'],
  ['photoCodes', '画面中的家庭编号'],
  ['photoUse', '用途'],
  ['photoBy', '拍摄人'],
  ['photoDeleted', '删除日期'],
] as const

export const photoLedgerFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['children', '授权列表', 'list'],
    ['photos', '照片列表', 'list'],
  ]),
  ...declareFields('children', [
    ['memberCode', '家庭编号'],
    ['photoConsent', '拍照授权'],
    ['photoSince', '决定日期'],
    ['photoVersion', '文本版本'],
    ['photoAssent', '孩子本人'],
  ]),
  ...declareFields('photos', photoColumns),
]

const photoLines = 10

/** One row per child of the group. A photo of somebody without consent is not taken, and not kept. */
export function fillPhotoLedger(input: GroupPaperInput): FieldValues {
  const { seats, families, photoConsents, madeOn, wording } = input
  const { translate } = wording
  const codeOf = codesOf(families)
  return {
    ...fillGroupHead(input),
    children: seats
      .filter(({ strand, leftOn }) => strand === 'child' && leftOn === null)
      .toSorted(byStrandAndCode(families))
      .map(({ familyId, personId }) => {
        const { state, decision } = consentState(photoConsents, personId, 'photo', madeOn)
        return {
          memberCode: codeOf(familyId),
          photoConsent: translate(`families:consent.state.${state}`),
          photoSince: decision?.withdrawnOn ?? decision?.decidedOn ?? '',
          photoVersion: decision?.textVersion ?? '',
          photoAssent:
            decision === null ? '' : translate(`families:assent.was.${decision.assent.answer}`),
        }
      }),
    photos: blankRows(
      photoColumns.map(([id]) => id),
      photoLines,
    ),
  }
}
