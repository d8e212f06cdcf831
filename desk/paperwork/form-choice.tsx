import { NativeSelect } from '@mantine/core'
import { formTemplate, type Form } from '../../core/paperwork/form-template.ts'
import { type Language, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'

const languages = ['zh-CN', 'en'] as const

export interface PaperChoices {
  readonly language: Language
  readonly templateId: string | null
}

interface FormChoiceProps {
  readonly form: Form
  readonly choices: PaperChoices
  readonly onChange: (choices: PaperChoices) => void
}

/** In which language, on which Word form. */
export function FormChoice({ form, choices, onChange }: FormChoiceProps) {
  const { language, templateId } = choices
  const templates = useRecords(formTemplate).filter(
    (one) => one.retiredOn === null && one.language === language && one.form === form,
  )
  return (
    <>
      <NativeSelect
        label={text('paperwork:make.language')}
        value={language}
        data={languages.map((value) => ({ value, label: text(`paperwork:languageName.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ templateId: null, language: currentTarget.value === 'en' ? 'en' : 'zh-CN' })
        }
      />
      <NativeSelect
        label={text('paperwork:make.template')}
        value={templateId ?? ''}
        data={[
          { value: '', label: text(`paperwork:templates.default.${form}`) },
          ...templates.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({
            language,
            templateId: currentTarget.value === '' ? null : currentTarget.value,
          })
        }
      />
    </>
  )
}
