import type { Form } from './form-template.ts'
import { paperFields } from './papers/fill-paper.ts'
import { surveyPaperFields } from './survey/survey-paper-fields.ts'
import { summaryFields } from './summary-fields.ts'
import type { TemplateField } from './template-field.ts'

/** The fields that a template of this form may print. */
export function fieldsOfForm(form: Form): readonly TemplateField[] {
  switch (form) {
    case 'evaluationSummary':
      return summaryFields
    case 'surveyReport':
      return surveyPaperFields
    default:
      return paperFields[form]
  }
}
