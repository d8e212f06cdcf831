import { formTemplate } from '../../core/paperwork/form-template.ts'
import type { PaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import { useRecords } from './records.ts'

/** The agency's own Word forms for a paper in one language, the latest first; none where it prints on the one that comes along. */
export function useOwnTemplates(form: PaperForm, language: 'zh-CN' | 'en') {
  return useRecords(formTemplate)
    .filter((one) => one.form === form && one.language === language && one.retiredOn === null)
    .toSorted((left, right) => right.uploadedOn.localeCompare(left.uploadedOn))
}
