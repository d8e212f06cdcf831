import type { Kind } from '../sync/kind.ts'
import { formTemplate } from './form-template.ts'
import { report } from './report.ts'

export const paperworkKinds = [formTemplate, report] as const satisfies readonly Kind[]
