import type { Kind } from '../sync/kind.ts'
import { formTemplate } from './form-template.ts'
import { report } from './report.ts'
import { surveyReport } from './survey-report.ts'

export const paperworkKinds = [
  formTemplate,
  report,
  surveyReport,
] as const satisfies readonly Kind[]
