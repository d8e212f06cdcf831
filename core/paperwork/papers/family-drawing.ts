// The family drawn (form-F24) and what stands around it (form-F25), as pictures from its records; blank, to be drawn by hand.
import {
  drawFamily,
  drawSurroundings,
  type FamilyRecords,
} from '../../assessment/drawing/draw-family.ts'
import type { Drawing } from '../../assessment/drawing/picture/shape.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'

export const familyDrawingFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['familyCode', '家庭编号'],
    ['childName', '儿童姓名'],
    ['hasGenogram', '有家庭结构图', 'condition'],
    ['chartGenogram', '家庭结构图', 'picture'],
    ['captionGenogram', '家庭结构图题'],
    ['hasEcomap', '有生态图', 'condition'],
    ['chartEcomap', '生态图', 'picture'],
    ['captionEcomap', '生态图题'],
  ]),
]

/** Around the family's eldest child; an ecomap only when a tie has been noted. */
export function fillFamilyDrawing(input: GroupPaperInput): FieldValues {
  const { file, wording, madeOn } = input
  const { translate } = wording
  const [child] = (file?.people ?? [])
    .filter(({ role, alive }) => role === 'child' && alive)
    .sort((left, right) => ((left.bornOn ?? '9') < (right.bornOn ?? '9') ? -1 : 1))
  const head = {
    ...fillGroupHead(input),
    familyCode: file?.family.code ?? '',
    childName: child?.name ?? '',
  }
  if (file === null || child === undefined) return { ...head, hasGenogram: false, hasEcomap: false }
  const records: FamilyRecords = { ...file, ...file.drawn }
  const { drawing, genogram } = drawFamily(records, child.id, madeOn, translate)
  const around = drawSurroundings(records, child.id, madeOn, translate)
  const caption = (which: 'genogram' | 'ecomap') =>
    `${translate(`assessment:drawing.${which}`)} ${madeOn}`
  return {
    ...head,
    hasGenogram: genogram.unions.length > 0,
    captionGenogram: caption('genogram'),
    chartGenogram: pictureOf(drawing, caption('genogram')),
    hasEcomap: around.ecomap.ties.length > 0,
    captionEcomap: caption('ecomap'),
    chartEcomap: pictureOf(around.drawing, caption('ecomap')),
  }
}

function pictureOf(drawing: Drawing, description: string) {
  return { drawing, description }
}
