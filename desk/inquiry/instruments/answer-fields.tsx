import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { Section, SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import type { FormPartProps } from './instrument-form.tsx'

const kinds = ['choice', 'number', 'asBefore'] as const

/** How items are answered: boxes between two limits, or a number with a unit. */
export function AnswerFields({
  form,
  change,
  hasBefore,
}: FormPartProps & { readonly hasBefore: boolean }) {
  const offered = kinds.filter((kind) => hasBefore || kind !== 'asBefore')
  return (
    <Section title={text('inquiry:form.answers')}>
      <SegmentedChoice
        label={text('inquiry:form.answers')}
        labelHidden
        options={offered.map((value) => ({
          value,
          label: text(`inquiry:form.answerKinds.${value}`),
        }))}
        value={form.answers}
        onChange={(answers) => change({ answers })}
      />
      {form.answers !== 'asBefore' && (
        <div className={styles.fields}>
          <NumberInput
            label={text('inquiry:form.min')}
            value={form.min}
            onChange={(value) => change({ min: Number(value) || 0 })}
          />
          <NumberInput
            label={text('inquiry:form.max')}
            value={form.max}
            onChange={(value) => change({ max: Number(value) || 0 })}
          />
          {form.answers === 'number' && (
            <>
              <TextInput
                label={text('inquiry:form.unit')}
                maxLength={40}
                value={form.unit}
                onChange={(event) => change({ unit: event.currentTarget.value })}
              />
              <Checkbox
                label={text('inquiry:form.whole')}
                checked={form.whole}
                onChange={(event) => change({ whole: event.currentTarget.checked })}
              />
            </>
          )}
        </div>
      )}
      {form.answers === 'choice' && (
        <Textarea
          label={text('inquiry:form.options')}
          description={text('inquiry:form.optionsHint')}
          autosize
          minRows={3}
          value={form.options}
          onChange={(event) => change({ options: event.currentTarget.value })}
        />
      )}
    </Section>
  )
}
