import type { FieldValue, FieldValues } from './field-values.ts'
import { orBlank } from './papers/family/or-blank.ts'
import type { TemplateField } from './template-field.ts'

/** PAP-28: a form to write on by hand: every field empty, tables with so many lines. */
export function blankValues(
  fields: readonly TemplateField[],
  linesOf: (list: string) => number,
): FieldValues {
  const rowOf = (list: string) =>
    fields.flatMap(({ id, zh, within }) => (within === list ? [[id, zh] as const] : []))
  return Object.fromEntries(
    fields
      .filter(({ within }) => within === null)
      .map(({ id, kind }): readonly [string, FieldValue] => {
        if (kind === 'condition') return [id, false]
        if (kind !== 'list') return [id, '']
        return [id, orBlank([], rowOf(id), linesOf(id))]
      }),
  )
}
