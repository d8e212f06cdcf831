import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { AnswerImportPlan } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import { Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { titleOf } from '../words.ts'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import type { Book } from '../../sync/book-parse.ts'
import { chooseAnew, type ImportChoices, type ImportWorld } from './import-choices.ts'

export interface SourceFieldsProps {
  readonly book: Book
  readonly instruments: readonly InstrumentRecord[]
  readonly world: ImportWorld
  readonly plan: AnswerImportPlan | null
  readonly choices: ImportChoices
  readonly onChoices: (choices: ImportChoices) => void
}

const waveFroms = ['fixed', 'column', 'heading'] as const
const abouts = ['all', 'mothers', 'fathers', 'others'] as const

/** Which sheet of the file, which questionnaire, where the headings are, how answers are written. */
export function SourceFields(props: SourceFieldsProps) {
  const { book, instruments, world, choices, onChoices } = props
  const change = (part: Partial<ImportChoices>) => onChoices({ ...choices, ...part })
  return (
    <Section title={text('inquiry:importing.source')}>
      <div className={styles.fields}>
        {book.sheets.length > 1 && (
          <NativeSelect
            label={text('inquiry:importing.sheet')}
            value={String(choices.sheet)}
            data={book.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(event) =>
              onChoices(chooseAnew(choices, { sheet: Number(event.currentTarget.value) }))
            }
          />
        )}
        {instruments.length > 1 && (
          <NativeSelect
            label={text('inquiry:line.instrument')}
            value={choices.instrumentId}
            data={instruments.map((one) => ({ value: one.id, label: titleOf(one) }))}
            onChange={(event) =>
              onChoices(chooseAnew(choices, { instrumentId: event.currentTarget.value }))
            }
          />
        )}
        <NativeSelect
          label={text('inquiry:importing.waveFrom')}
          description={
            choices.waveFrom === 'fixed'
              ? undefined
              : text('inquiry:importing.waves', {
                  titles: world.waves.map(({ title }) => title).join(' · '),
                })
          }
          value={choices.waveFrom}
          data={waveFroms.map((value) => ({
            value,
            label: text(`inquiry:importing.waveFroms.${value}`, { title: world.wave.title }),
          }))}
          onChange={(event) => {
            const chosen = waveFroms.find((one) => one === event.currentTarget.value)
            if (chosen !== undefined) onChoices(chooseAnew(choices, { waveFrom: chosen }))
          }}
        />
        <HeadingFields {...props} />
        {world.wave.subject === 'families' && (
          <NativeSelect
            label={text('inquiry:importing.about')}
            value={choices.about}
            data={abouts.map((value) => ({
              value,
              label: text(`inquiry:importing.abouts.${value}`),
            }))}
            onChange={(event) => {
              const chosen = abouts.find((one) => one === event.currentTarget.value)
              if (chosen !== undefined) change({ about: chosen })
            }}
          />
        )}
        <AnswerReading choices={choices} onChange={change} />
        {world.wave.subject === 'codes' && (
          <Checkbox
            label={text('inquiry:importing.numberRespondents')}
            checked={choices.numberRespondents}
            onChange={(event) => change({ numberRespondents: event.currentTarget.checked })}
          />
        )}
      </div>
    </Section>
  )
}

function HeadingFields({ plan, choices, onChoices }: SourceFieldsProps) {
  const titleRows = choices.heading?.titleRows ?? plan?.heading.titleRows ?? 0
  const headingRows = choices.heading?.headingRows ?? plan?.heading.headingRows ?? 1
  return (
    <>
      <NumberInput
        label={text('inquiry:importing.titleRows')}
        min={0}
        max={20}
        value={titleRows}
        onChange={(value) =>
          onChoices(
            chooseAnew(choices, { heading: { titleRows: Number(value) || 0, headingRows } }),
          )
        }
      />
      <NativeSelect
        label={text('inquiry:importing.headingRows')}
        value={String(headingRows)}
        data={['0', '1', '2']}
        onChange={(event) => {
          const chosen = ([0, 1, 2] as const).find(
            (one) => String(one) === event.currentTarget.value,
          )
          if (chosen !== undefined)
            onChoices(chooseAnew(choices, { heading: { titleRows, headingRows: chosen } }))
        }}
      />
    </>
  )
}

function AnswerReading({
  choices,
  onChange,
}: {
  readonly choices: ImportChoices
  readonly onChange: (part: Partial<ImportChoices>) => void
}) {
  return (
    <>
      <NativeSelect
        label={text('inquiry:importing.numbersAre')}
        value={choices.numbersAre}
        data={[
          { value: 'values', label: text('inquiry:importing.numbers.values') },
          { value: 'positions', label: text('inquiry:importing.numbers.positions') },
        ]}
        onChange={(event) =>
          onChange({
            numbersAre: event.currentTarget.value === 'positions' ? 'positions' : 'values',
          })
        }
      />
      <TextInput
        key={choices.missingNumbers.join()}
        label={text('inquiry:importing.missingNumbers')}
        description={text('inquiry:importing.missingNumbersHint')}
        defaultValue={choices.missingNumbers.join(', ')}
        onBlur={(event) => {
          const numbers = readNumbers(event.currentTarget.value)
          if (numbers.join() !== choices.missingNumbers.join())
            onChange({ missingNumbers: numbers })
        }}
      />
    </>
  )
}

function readNumbers(words: string): readonly number[] {
  return words
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .flatMap((word) => (/^-?\d+(\.\d+)?$/.test(word) ? [Number(word)] : []))
}
