import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import {
  certainties,
  evidenceDesigns,
  sourceForms,
} from '../../../core/inquiry/evidence/source-facts.ts'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { Section, text } from '../../kit/index.ts'
import inquiry from '../inquiry.module.css'
import { EffectFields } from './effect-fields.tsx'
import {
  isDoiText,
  isNumberText,
  isUrlText,
  type LineField,
  type SourceInput,
  type WordField,
} from './source-form.ts'

interface Part {
  readonly input: SourceInput
  readonly set: (part: Partial<SourceInput>) => void
}

export function SourceFields({ input, set }: Part) {
  return (
    <>
      <Section title={text('evidence:edit.where')}>
        <WhereFields input={input} set={set} />
      </Section>
      <Section title={text('evidence:edit.how')}>
        <HowFields input={input} set={set} />
      </Section>
      <Section title={text('evidence:edit.says')}>
        <Words input={input} set={set} field="shows" required />
        <Words input={input} set={set} field="limits" required />
        <Targets input={input} set={set} />
      </Section>
      <Section title={text('evidence:edit.effect')}>
        <EffectFields effects={input.effects} onChange={(effects) => set({ effects })} />
      </Section>
      <Section title={text('evidence:edit.judged')} hint={text('evidence:certaintyHint')}>
        <div className={inquiry.fields}>
          <Choice
            label={text('evidence:edit.certainty')}
            options={certainties}
            value={input.certainty}
            wordsOf={(one) => text(`evidence:certainty.${one}`)}
            onChange={(certainty) => set({ certainty })}
          />
        </div>
        <Words input={input} set={set} field="certaintyReason" />
        <Textarea
          label={text('evidence:edit.notes')}
          description={text('evidence:notesHint')}
          autosize
          maxLength={4000}
          value={input.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
      </Section>
    </>
  )
}

function WhereFields({ input, set }: Part) {
  const line = { input, set }
  return (
    <>
      <Line {...line} field="title" required hint={text('evidence:edit.titleHint')} />
      <Line {...line} field="titleInOther" />
      <Textarea
        label={text('evidence:edit.authors')}
        description={text('evidence:edit.authorsHint')}
        autosize
        minRows={2}
        value={input.authors}
        onChange={(event) => set({ authors: event.currentTarget.value })}
      />
      <Checkbox
        label={text('evidence:edit.moreAuthors')}
        checked={input.moreAuthors}
        onChange={(event) => set({ moreAuthors: event.currentTarget.checked })}
      />
      <div className={inquiry.fields}>
        <NumberLine {...line} field="year" />
        <Choice
          label={text('evidence:edit.form')}
          options={sourceForms}
          value={input.form}
          wordsOf={(one) => text(`evidence:formOf.${one}`)}
          onChange={(form) => set({ form })}
        />
        <Line {...line} field="container" />
        <Line {...line} field="volume" longest={20} />
        <Line {...line} field="issue" longest={20} />
        <Line {...line} field="pages" longest={40} />
        <Line
          {...line}
          field="doi"
          hint={text('evidence:edit.doiHint')}
          error={isDoiText(input.doi) ? undefined : text('evidence:edit.badDoi')}
        />
        <Line
          {...line}
          field="url"
          error={isUrlText(input.url) ? undefined : text('evidence:edit.badUrl')}
        />
      </div>
      <Line {...line} field="foundIn" hint={text('evidence:edit.foundInHint')} />
    </>
  )
}

function HowFields({ input, set }: Part) {
  return (
    <>
      <div className={inquiry.fields}>
        <Choice
          label={text('evidence:edit.design')}
          options={evidenceDesigns}
          value={input.design}
          wordsOf={(one) => text(`evidence:design.${one}`)}
          onChange={(design) => set({ design })}
        />
        <NumberLine
          input={input}
          set={set}
          field="people"
          hint={text('evidence:edit.peopleHint')}
        />
      </div>
      <Words input={input} set={set} field="population" />
      <Words input={input} set={set} field="place" />
    </>
  )
}

function Targets({ input, set }: Part) {
  return (
    <>
      <Checkbox.Group
        label={text('evidence:edit.targets')}
        value={[...input.targets]}
        onChange={(chosen) =>
          set({ targets: programmeTargets.filter((one) => chosen.includes(one)) })
        }
      >
        <div className={inquiry.fields} style={{ paddingTop: '0.4rem' }}>
          {programmeTargets.map((value) => (
            <Checkbox key={value} value={value} label={text(`groupwork:target.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label={text('evidence:edit.onTheory')}
        checked={input.onTheory}
        onChange={(event) => set({ onTheory: event.currentTarget.checked })}
      />
    </>
  )
}

function Line({
  input,
  set,
  field,
  hint,
  error,
  required = false,
  longest = 400,
}: Part & {
  readonly field: Exclude<LineField, 'notes'>
  readonly hint?: string
  readonly error?: string | undefined
  readonly required?: boolean
  readonly longest?: number
}) {
  return (
    <TextInput
      label={text(`evidence:edit.${field}`)}
      description={hint}
      error={error}
      required={required}
      maxLength={field === 'container' ? 200 : longest}
      value={input[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

function NumberLine({
  input,
  set,
  field,
  hint,
}: Part & { readonly field: 'year' | 'people'; readonly hint?: string }) {
  return (
    <TextInput
      label={text(`evidence:edit.${field}`)}
      description={hint}
      inputMode="numeric"
      maxLength={12}
      value={input[field]}
      error={isNumberText(input[field]) ? undefined : text('evidence:edit.badNumber')}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

const hints: Partial<Record<WordField, true>> = { shows: true, limits: true }

function Words({
  input,
  set,
  field,
  required = false,
}: Part & { readonly field: WordField; readonly required?: boolean }) {
  return (
    <Textarea
      label={text(`evidence:edit.${field}`)}
      description={hints[field] === true ? text(`evidence:edit.${field}Hint`) : undefined}
      autosize
      required={required}
      minRows={hints[field] === true ? 2 : 1}
      maxLength={2000}
      value={input[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
}

function Choice<Value extends string>({
  label,
  options,
  value,
  wordsOf,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Value[]
  readonly value: Value
  readonly wordsOf: (value: Value) => string
  readonly onChange: (value: Value) => void
}) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={options.map((one) => ({ value: one, label: wordsOf(one) }))}
      onChange={(event) => {
        const chosen = options.find((one) => one === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
