import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { respondents, targets } from '../../../../core/inquiry/scale.ts'
import { compareNames, Section, text } from '../../../kit/index.ts'
import styles from '../../inquiry.module.css'
import { titleOf } from '../../words.ts'
import { useInstruments } from '../use-instruments.ts'
import { LicenceField, ValidationField } from '../licence-fields.tsx'
import type { EditorPart } from './editor-part.ts'
import { WordsFields } from './words-fields.tsx'

/** What it is called, who answers and about whom, whose it is. */
export function NameFields({ shown, change, isNew }: EditorPart & { readonly isNew: boolean }) {
  const codes = [...new Set(useInstruments().map(({ code }) => code))].filter(
    (code) => code !== shown.code,
  )
  const all = useInstruments()
  return (
    <Section title={text('inquiry:form.names')}>
      <WordsFields
        label={text('inquiry:editor.title')}
        words={shown.title}
        onChange={(title) => change({ ...shown, title }, 'title')}
      />
      <div className={styles.fields}>
        <TextInput
          label={text('inquiry:form.code')}
          description={text('inquiry:form.codeHint')}
          required
          disabled={!isNew}
          value={shown.code}
          onChange={(event) => change({ ...shown, code: event.currentTarget.value }, 'code')}
        />
        <TextInput
          label={text('inquiry:form.version')}
          required
          disabled={!isNew}
          maxLength={40}
          value={shown.version}
          onChange={(event) => change({ ...shown, version: event.currentTarget.value }, 'version')}
        />
        <NativeSelect
          label={text('inquiry:instrument.respondent')}
          value={shown.respondent}
          data={respondents.map((value) => ({ value, label: text(`inquiry:respondent.${value}`) }))}
          onChange={(event) => {
            const respondent = respondents.find((one) => one === event.currentTarget.value)
            if (respondent !== undefined) change({ ...shown, respondent })
          }}
        />
        <NativeSelect
          label={text('inquiry:instrument.target')}
          value={shown.target}
          data={targets.map((value) => ({ value, label: text(`inquiry:target.${value}`) }))}
          onChange={(event) => {
            const target = targets.find((one) => one === event.currentTarget.value)
            if (target !== undefined) change({ ...shown, target })
          }}
        />
        <LicenceField
          value={shown.licence.status}
          onChange={(status) => change({ ...shown, licence: { ...shown.licence, status } })}
        />
        <ValidationField
          value={shown.validation.status}
          onChange={(status) => change({ ...shown, validation: { ...shown.validation, status } })}
        />
        <NativeSelect
          label={text('inquiry:editor.mirrorOf')}
          value={shown.mirrorOf ?? ''}
          data={[
            { value: '', label: text('inquiry:editor.noMirrorOf') },
            ...codes
              .map((code) => ({
                value: code,
                label: titleOf(all.find((one) => one.code === code) ?? shown),
              }))
              .sort((left, right) => compareNames(left.label, right.label)),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            change({ ...shown, mirrorOf: chosen === '' ? null : chosen })
          }}
        />
      </div>
      <WordsFields
        label={text('inquiry:instrument.instructions')}
        words={shown.instructions}
        minRows={2}
        onChange={(instructions) => change({ ...shown, instructions }, 'instructions')}
      />
      <Textarea
        label={text('inquiry:form.reference')}
        autosize
        maxLength={600}
        value={shown.provenance.reference}
        onChange={(event) =>
          change(
            {
              ...shown,
              provenance: { ...shown.provenance, reference: event.currentTarget.value },
            },
            'reference',
          )
        }
      />
    </Section>
  )
}
