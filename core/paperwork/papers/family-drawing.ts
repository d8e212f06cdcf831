// The family drawn (form-F24) and what stands around it (form-F25), as pictures from its records; blank, to be drawn by hand.
import {
  drawFamily,
  drawSurroundings,
  type FamilyRecords,
} from '../../assessment/drawing/draw-family.ts'
import type { Drawing } from '../../assessment/drawing/picture/shape.ts'
import type { FieldValues } from '../field-values.ts'
import { type DeclaredField, declareFields, type TemplateField } from '../template-field.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import type { Day } from '../../kit/dates.ts'
import type { FamilyOnPaper } from './family-on-paper.ts'
import { childrenOf, type KnownPerson } from './family/bonds.ts'
import type { InGroup } from './family/in-group.ts'
import { inGroupHeadFields } from './head-fields.ts'

export const pictureFields: readonly DeclaredField[] = [
  ['hasGenogram', '有家庭结构图', 'condition'],
  ['chartGenogram', '家庭结构图', 'picture'],
  ['captionGenogram', '家庭结构图题'],
  ['drawGenogram', '手绘家庭结构图', 'condition'],
  ['hasEcomap', '有生态图', 'condition'],
  ['chartEcomap', '生态图', 'picture'],
  ['captionEcomap', '生态图题'],
  ['drawEcomap', '手绘生态图', 'condition'],
]

export const familyDrawingFields: readonly TemplateField[] = [
  ...inGroupHeadFields,
  ...declareFields(null, [['familyCode', '家庭编号'], ['childName', '儿童姓名'], ...pictureFields]),
]

/** Around the child that was chosen, or the family's eldest; an ecomap only when a tie has been noted. */
export function fillFamilyDrawing(input: InGroup): FieldValues {
  const { file, wording, madeOn } = input
  const { translate } = wording
  const children = file === null ? [] : childrenOf(file)
  const child = children.find(({ id }) => id === input.childId) ?? children[0]
  const head = {
    ...input.head,
    familyCode: file?.family.code ?? '',
    childName: child?.name ?? '',
  }
  const pictures =
    file === null || child === undefined
      ? { hasGenogram: false, hasEcomap: false, drawGenogram: true, drawEcomap: true }
      : drawPictures(file, child, madeOn, translate)
  return { ...head, ...pictures }
}

/** Both pictures around a child, from the records; where there is nothing to draw, room to draw by hand. */
export function drawPictures(
  file: FamilyOnPaper,
  child: Pick<KnownPerson, 'id'>,
  madeOn: Day,
  translate: Translate,
): FieldValues {
  const records: FamilyRecords = { ...file.drawn, ...file }
  const { drawing, genogram } = drawFamily(records, child.id, madeOn, translate)
  const around = drawSurroundings(records, child.id, madeOn, translate)
  const caption = (which: 'genogram' | 'ecomap') =>
    `${translate(`assessment:drawing.${which}`)} ${madeOn}`
  return {
    hasGenogram: genogram.unions.length > 0,
    drawGenogram: genogram.unions.length === 0,
    captionGenogram: caption('genogram'),
    chartGenogram: pictureOf(drawing, caption('genogram')),
    hasEcomap: around.ecomap.ties.length > 0,
    drawEcomap: around.ecomap.ties.length === 0,
    captionEcomap: caption('ecomap'),
    chartEcomap: pictureOf(around.drawing, caption('ecomap')),
  }
}

function pictureOf(drawing: Drawing, description: string) {
  return { drawing, description }
}
