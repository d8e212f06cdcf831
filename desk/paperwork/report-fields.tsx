import { Checkbox, NativeSelect, SimpleGrid } from '@mantine/core'
import type { TestChoice } from '../../core/evaluation/test-change.ts'
import type { ReportScale } from '../../core/evaluation/scales-for-report.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text, textOrNull } from '../kit/index.ts'
import { FormChoice, type PaperChoices } from './form-choice.tsx'

const tests = ['none', 'wilcoxon', 't', 'signFlip'] as const

export interface ReportChoices extends PaperChoices {
  readonly test: TestChoice['kind']
  /** Ids of the scales described one by one; null: the program chooses. */
  readonly scaleIds: readonly string[] | null
}

interface ReportFieldsProps {
  readonly scales: readonly ReportScale[]
  readonly choices: ReportChoices
  readonly onChange: (choices: ReportChoices) => void
}

/** Which form, which language, and whether a test is asked for. */
export function ReportFields({ scales, choices, onChange }: ReportFieldsProps) {
  return (
    <>
      <FormChoice
        form="evaluationSummary"
        choices={choices}
        onChange={(paper) => onChange({ ...choices, ...paper })}
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
  const { scaleIds } = choices
  const toggle = (id: string, on: boolean): void =>
    onChange({
      ...choices,
      scaleIds: scales
        .map((one) => one.id)
        .filter((one) => (one === id ? on : scaleIds?.includes(one) === true)),
    })
  return (
    <>
      <Checkbox
        label={text('paperwork:make.autoScales')}
        checked={scaleIds === null}
        onChange={({ currentTarget }) =>
          onChange({ ...choices, scaleIds: currentTarget.checked ? null : proposedOf(scales) })
        }
      />
      {scaleIds !== null && (
        <Checkbox.Group
          label={text('paperwork:make.scales')}
          description={text('paperwork:make.scalesHint')}
          value={[...scaleIds]}
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
      )}
    </>
  )
}

function proposedOf(scales: readonly ReportScale[]): readonly string[] {
  return scales.filter(({ proposed }) => proposed).map(({ id }) => id)
}
