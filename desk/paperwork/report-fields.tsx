import { NativeSelect } from '@mantine/core'
import type { TestChoice } from '../../core/evaluation/test-change.ts'
import { formTemplate } from '../../core/paperwork/form-template.ts'
import { type Language, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'

const languages = ['zh-CN', 'en'] as const
const tests = ['none', 'wilcoxon', 't', 'signFlip'] as const

export interface ReportChoices {
  readonly language: Language
  readonly test: TestChoice['kind']
  readonly templateId: string | null
}

interface ReportFieldsProps {
  readonly choices: ReportChoices
  readonly onChange: (choices: ReportChoices) => void
}

/** Which form, which language, and whether a test is asked for. */
export function ReportFields({ choices, onChange }: ReportFieldsProps) {
  const templates = useRecords(formTemplate).filter(
    ({ retiredOn, language }) => retiredOn === null && language === choices.language,
  )
  return (
    <>
      <NativeSelect
        label={text('paperwork:make.language')}
        value={choices.language}
        data={languages.map((value) => ({ value, label: text(`paperwork:languageName.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({
            ...choices,
            templateId: null,
            language: currentTarget.value === 'en' ? 'en' : 'zh-CN',
          })
        }
      />
      <NativeSelect
        label={text('paperwork:make.template')}
        value={choices.templateId ?? ''}
        data={[
          { value: '', label: text('paperwork:templates.default') },
          ...templates.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({
            ...choices,
            templateId: currentTarget.value === '' ? null : currentTarget.value,
          })
        }
      />
      <NativeSelect
        label={text('evaluation:options.test')}
        description={text('evaluation:options.testHint')}
        value={choices.test}
        data={tests.map((kind) => ({ value: kind, label: text(`evaluation:testKind.${kind}`) }))}
        onChange={({ currentTarget }) =>
          onChange({
            ...choices,
            test: tests.find((kind) => kind === currentTarget.value) ?? 'none',
          })
        }
      />
    </>
  )
}
