// The template language of a form: every field once, with its Chinese and its English name.
import { formerNames } from './former-names.ts'

export interface TemplateField {
  readonly id: string
  readonly zh: string
  readonly kind: 'text' | 'condition' | 'picture' | 'list'
  /** The list in which the field stands; null on the top level. */
  readonly within: string | null
}

export type DeclaredField = readonly [id: string, zh: string, kind?: TemplateField['kind']]

export function declareFields(
  within: string | null,
  fields: readonly DeclaredField[],
): readonly TemplateField[] {
  return fields.map(([id, zh, kind = 'text']) => ({ id, zh, kind, within }))
}

/** All names by which a template may call the field. */
export function namesOf({ id, zh }: TemplateField): readonly string[] {
  return [id, zh, ...(formerNames[id] ?? [])]
}

/** Every form ends with what it cannot say and with the appendix of its numbers. */
export const closingFields: readonly TemplateField[] = [
  ...declareFields(null, [['limits', '局限列表', 'list']]),
  ...declareFields('limits', [['limit', '局限']]),
  ...declareFields(null, [['numbers', '数据来源列表', 'list']]),
  ...declareFields('numbers', [
    ['traceId', '数据编号'],
    ['traceWhat', '数据内容'],
    ['traceValue', '数值'],
    ['traceN', '样本量'],
    ['traceMethod', '方法'],
    ['traceWave', '测量'],
    ['traceInstrument', '工具版本'],
    ['traceComputedAt', '计算时间'],
  ]),
]

/** Fields that may stand inside these open lists (the innermost last): their own, and everything further out. */
function fieldsWithin(
  fields: readonly TemplateField[],
  open: readonly string[],
): readonly TemplateField[] {
  return fields.filter(({ within }) => within === null || open.includes(within))
}

/** All names mean the same field; blanks around a name do not matter. The innermost list wins. */
export function findField(
  fields: readonly TemplateField[],
  name: string,
  open: readonly string[],
): TemplateField | null {
  const wanted = name.trim()
  const named = fieldsWithin(fields, open).filter((field) => namesOf(field).includes(wanted))
  const depth = ({ within }: TemplateField): number =>
    within === null ? -1 : open.lastIndexOf(within)
  return [...named].sort((left, right) => depth(right) - depth(left))[0] ?? null
}

/** The list in which alone this field stands, by the name in the same language; null when the form has no such field. */
export function findListOf(fields: readonly TemplateField[], name: string): string | null {
  const field = fields.find((one) => one.within !== null && namesOf(one).includes(name))
  const list = fields.find(({ id, kind }) => kind === 'list' && id === field?.within)
  if (field === undefined || list === undefined) return null
  return field.id === name ? list.id : list.zh
}

export function hasField(fields: readonly TemplateField[], name: string): boolean {
  return fields.some((field) => namesOf(field).includes(name))
}

/** The name that was most likely meant; null when nothing is near. */
export function nearestField(
  fields: readonly TemplateField[],
  name: string,
  open: readonly string[],
): string | null {
  const wanted = name.trim()
  const byDistance = fieldsWithin(fields, open)
    .flatMap(({ id, zh }) => [id, zh])
    .map((known) => ({ known, distance: distanceOf(wanted.toLowerCase(), known.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance)
  const near = byDistance.find(
    ({ known, distance }) =>
      distance <= Math.max(1, Math.floor(wanted.length / 2)) || isShortFor(wanted, known),
  )
  return near?.known ?? null
}

/** 机构 for 机构名称: all its letters stand in the name, in the same order. */
function isShortFor(wanted: string, known: string): boolean {
  const letters = [...wanted]
  if (letters.length < 2) return false
  let met = 0
  for (const letter of known) if (letter === letters[met]) met += 1
  return met === letters.length
}

/** Letters to insert, take out or exchange (Levenshtein). */
function distanceOf(left: string, right: string): number {
  const from = [...left]
  const to = [...right]
  let row = to.map((_, index) => index + 1)
  for (const [line, letter] of from.entries()) {
    let diagonal = line
    let before = line + 1
    row = to.map((other, index) => {
      const above = row[index] ?? 0
      const best = Math.min(above + 1, before + 1, diagonal + (letter === other ? 0 : 1))
      diagonal = above
      before = best
      return best
    })
  }
  return row.at(-1) ?? from.length
}
