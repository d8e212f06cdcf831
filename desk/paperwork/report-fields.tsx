import { Checkbox, NativeSelect, SimpleGrid } from '@mantine/core'
import type { TestChoice } from '../../core/evaluation/test-change.ts'
import type { ReportScale } from '../../core/evaluation/scales-for-report.ts'
import { formTemplate } from '../../core/paperwork/form-template.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, type Language, text, textOrNull } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'

const languages = ['zh-CN', 'en'] as const
const tests = ['none', 'wilcoxon', 't', 'signFlip'] as const

export interface ReportChoices {
  readonly language: Language
  readonly test: TestChoice['kind']
  readonly templateId: string | null
  /** Ids of the scales to print; null until a person changes the proposal. */
  readonly scaleIds: readonly string[] | null
}

interface ReportFieldsProps {
  readonly scales: readonly ReportScale[]
  readonly choices: ReportChoices
  readonly onChange: (choices: ReportChoices) => void
}

/** Which form, which language, and whether a test is asked for. */
export function ReportFields({ scales, choices, onChange }: ReportFieldsProps) {
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
      <ScaleChoice scales={scales} choices={choices} onChange={onChange} />
    </>
  )
}

function ScaleChoice({ scales, choices, onChange }: ReportFieldsProps) {
  const chosen = chosenScales(scales, choices)
  const toggle = (id: string, on: boolean): void =>
    onChange({
      ...choices,
      scaleIds: scales
        .map((one) => one.id)
        .filter((one) => (one === id ? on : chosen.includes(one))),
    })
  return (
    <Checkbox.Group
      label={text('paperwork:make.scales')}
      description={text('paperwork:make.scalesHint')}
      value={[...chosen]}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        {scales.map(({ id, title, respondent }) => (
          <Checkbox
            key={id}
            value={id}
            label={`${readWords(title, currentLanguage())}${textOrNull(`evaluation:side.${respondent}`) ?? ''}`}
            onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}

/** The proposal, or what a person made of it. */
export function chosenScales(
  scales: readonly ReportScale[],
  { scaleIds }: ReportChoices,
): readonly string[] {
  return scaleIds ?? scales.filter(({ proposed }) => proposed).map(({ id }) => id)
}
