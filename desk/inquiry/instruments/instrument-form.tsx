import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { respondents, targets } from '../../../core/inquiry/scale.ts'
import type { SimpleInstrument } from '../../../core/inquiry/simple-instrument.ts'
import { type Doing, DoingNote, Form, Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { AnswerFields } from './answer-fields.tsx'
import { LicenceField, ValidationField } from './licence-fields.tsx'
import { ScaleFields } from './scale-fields.tsx'

export interface FormPartProps {
  readonly form: SimpleInstrument
  readonly change: (part: Partial<SimpleInstrument>) => void
}

/** A simple instrument by hand: names, how it is answered, the items, the subscales. */
export function InstrumentForm({
  initial,
  isNew,
  hasBefore,
  doing,
  onSave,
}: {
  readonly initial: SimpleInstrument
  readonly isNew: boolean
  readonly hasBefore: boolean
  readonly doing: Doing
  readonly onSave: (form: SimpleInstrument) => void
}) {
  const [form, setForm] = useState(initial)
  const change = (part: Partial<SimpleInstrument>) => setForm({ ...form, ...part })
  return (
    <Form onSubmit={() => onSave(form)}>
      <NameFields form={form} change={change} isNew={isNew} />
      <AnswerFields form={form} change={change} hasBefore={hasBefore} />
      <ItemFields form={form} change={change} />
      <ScaleFields scales={form.scales} onChange={(scales) => change({ scales })} />
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy}>
          {text('inquiry:form.saveDraft')}
        </Button>
      </Group>
    </Form>
  )
}

function NameFields({ form, change, isNew }: FormPartProps & { readonly isNew: boolean }) {
  const field = (name: 'code' | 'version' | 'titleZh' | 'titleEn' | 'reference') => ({
    label: text(`inquiry:form.${name}`),
    value: form[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      change({ [name]: event.currentTarget.value }),
  })
  const area = (name: 'instructionsZh' | 'instructionsEn') => ({
    label: text(`inquiry:form.${name}`),
    value: form[name],
    autosize: true,
    className: styles.wholeRow ?? '',
    onChange: (event: React.ChangeEvent<HTMLTextAreaElement>) =>
      change({ [name]: event.currentTarget.value }),
  })
  return (
    <Section title={text('inquiry:form.names')}>
      <div className={styles.fields}>
        <TextInput {...field('titleZh')} />
        <TextInput {...field('titleEn')} />
        <TextInput
          {...field('code')}
          description={text('inquiry:form.codeHint')}
          required
          disabled={!isNew}
        />
        <TextInput {...field('version')} required disabled={!isNew} />
        <NativeSelect
          label={text('inquiry:instrument.respondent')}
          value={form.respondent}
          data={respondents.map((value) => ({ value, label: text(`inquiry:respondent.${value}`) }))}
          onChange={(event) => {
            const chosen = respondents.find((one) => one === event.currentTarget.value)
            if (chosen !== undefined) change({ respondent: chosen })
          }}
        />
        <NativeSelect
          label={text('inquiry:instrument.target')}
          value={form.target}
          data={targets.map((value) => ({ value, label: text(`inquiry:target.${value}`) }))}
          onChange={(event) => {
            const chosen = targets.find((one) => one === event.currentTarget.value)
            if (chosen !== undefined) change({ target: chosen })
          }}
        />
        <LicenceField value={form.licence} onChange={(licence) => change({ licence })} />
        <ValidationField
          value={form.validation}
          onChange={(validation) => change({ validation })}
        />
        <TextInput {...field('reference')} />
        <Textarea {...area('instructionsZh')} />
        <Textarea {...area('instructionsEn')} />
      </div>
    </Section>
  )
}

function ItemFields({ form, change }: FormPartProps) {
  return (
    <Section title={text('inquiry:form.items')}>
      <Textarea
        label={text('inquiry:form.itemLines')}
        description={text('inquiry:form.itemLinesHint')}
        required
        autosize
        minRows={6}
        maxRows={30}
        value={form.items}
        onChange={(event) => change({ items: event.currentTarget.value })}
      />
      <TextInput
        label={text('inquiry:form.reversed')}
        description={text('inquiry:form.reversedHint')}
        value={form.reversed}
        onChange={(event) => change({ reversed: event.currentTarget.value })}
      />
    </Section>
  )
}
