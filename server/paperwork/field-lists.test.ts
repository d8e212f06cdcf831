import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { fieldsOfForm } from '../../core/paperwork/form-fields.ts'
import { forms } from '../../core/paperwork/form-template.ts'
import { fieldListStem } from './render-document.ts'
import { writeFieldList } from '../../testing/paperwork/write-field-list.ts'

describe.each(forms)('the field list of %s', (form) => {
  it.each(['zh-CN', 'en'] as const)('in %s is what the generator writes', async (language) => {
    const name = `${fieldListStem(form)}.${language}.md`
    const place = new URL(`../../content/forms/${name}`, import.meta.url)
    expect(await readFile(place, 'utf8')).toBe(writeFieldList(form, language))
  })

  it('has one row for every field', () => {
    const rows = writeFieldList(form, 'en')
      .split('\n')
      .filter((line) => line.startsWith('| `{'))
    expect(rows).toHaveLength(fieldsOfForm(form).length)
  })
})
