import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { paperForms } from './papers/paper-forms.ts'

export const forms = ['evaluationSummary', 'surveyReport', ...paperForms] as const
export const formShape = z.enum(forms)
export type Form = z.infer<typeof formShape>

const formTemplateShape = z.strictObject({
  form: formShape,
  title: z.string().min(1).max(120),
  /** The Word file in the file store, checked when it was uploaded. */
  fileId: z.uuid(),
  language: z.enum(['zh-CN', 'en']),
  uploadedOn: dayShape,
  /** Fields found in it, so that a list of templates can say what each prints. */
  fields: z.array(z.string().max(80)).max(500).default([]),
  /** No longer offered; reports made with it still name it. */
  retiredOn: dayShape.nullable().default(null),
})
export type FormTemplate = z.infer<typeof formTemplateShape>

/** The agency's own Word form, filled from facts already entered (MISSION decision 9). */
export const formTemplate = defineKind({
  name: 'formTemplate',
  room: 'paperwork',
  shape: formTemplateShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  /** PAP-1: another file is another template: a report's template never changes behind it. */
  guarded: ['form', 'fileId', 'language', 'uploadedOn', 'fields'],
  columns: ['form', 'language'],
  rule: (after, _before, _found, context) => {
    const day = [after.uploadedOn, after.retiredOn].find(
      (one) => one !== null && one > context.today,
    )
    return day === undefined || day === null
      ? null
      : refusal('DateInFuture', { field: 'uploadedOn', day })
  },
})
