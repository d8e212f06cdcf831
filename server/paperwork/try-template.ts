import { Buffer } from 'node:buffer'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import {
  withBothNames,
  type FieldValue,
  type FieldValues,
} from '../../core/paperwork/field-values.ts'
import { fieldsOfForm } from '../../core/paperwork/form-fields.ts'
import type { Form } from '../../core/paperwork/form-template.ts'
import type { TemplateField } from '../../core/paperwork/template-field.ts'
import { fillTemplate, type Drawing } from './fill-template.ts'

/**
 * PAP-7: fills a checked template once with something in every field and once with nothing: what the filler cannot do is
 * known when the file is uploaded, not when somebody needs the paper. One row in every list: lists inside each other stay small.
 */
export async function tryTemplate(bytes: Uint8Array, form: Form): Promise<Refusal | null> {
  const fields = fieldsOfForm(form)
  try {
    for (const full of [true, false]) {
      const values = withBothNames(fillWith(fields, null, full), fields)
      await fillTemplate(bytes, values, look, drawing)
    }
    return null
  } catch (error) {
    return refusal('TemplateNotFilled', { reason: reasonOf(error) })
  }
}

function fillWith(
  fields: readonly TemplateField[],
  within: string | null,
  full: boolean,
): FieldValues {
  const own = fields.filter((field) => field.within === within)
  return Object.fromEntries(own.map((field) => [field.id, fieldValueOf(field, fields, full)]))
}

function fieldValueOf(
  { id, kind }: TemplateField,
  fields: readonly TemplateField[],
  full: boolean,
): FieldValue {
  switch (kind) {
    case 'text':
      return full ? id : ''
    case 'condition':
      return full
    case 'picture':
      return { chart: emptyChart }
    case 'list':
      return full ? [fillWith(fields, id, full)] : []
  }
}

const emptyChart = {
  kind: 'stems',
  title: '',
  key: '',
  description: '',
  axis: { title: '', min: 0, max: 1 },
  rows: [],
} as const
const look = { title: '', pictureWidth: 1, undrawable: '' }
const drawing: Drawing = {
  draw: () => ({ png: Buffer.from('x'), width: 1, height: 1 }),
  findUndrawable: () => [],
}

/** The library's own words: whoever made the file cannot be told more exactly. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200)
}
